package org.sparknmf.io.read.libsvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparknmf.io.read.ReaderChecks.assertInvalid;
import static org.sparknmf.io.read.ReaderChecks.open;
import static org.sparknmf.io.read.ReaderChecks.read;
import static org.sparknmf.io.read.ReaderChecks.rows;
import static org.sparknmf.io.read.TestColumns.labels;
import static org.sparknmf.io.read.TestColumns.named;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.Samples;
import org.sparknmf.io.read.SmallSplits;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.FormatRules;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.testing.TestSpark;

class LibsvmReaderIT {
  private static final String[] ROWS = {
    "[0,(4,[0,3],[2.5,1.0])]", "[1,(4,[1],[30.0])]", "[2,(4,[0,2],[0.125,7.0])]"
  };

  @TempDir Path directory;

  private InputSettings input(String name, String text) {
    return InputSettings.of(TestText.write(directory, name, text));
  }

  @Test
  void countsRowsAndColumnsFromOne() {
    MatrixSource source = open(input("x.svm.gz", Samples.LIBSVM));
    MatrixFrame frame = source.frame();
    assertThat(source.format()).isEqualTo(InputFormat.LIBSVM);
    assertThat(source.description()).isEqualTo("libsvm, 3 rows of 4 columns; not used: label");
    assertThat(frame.rows()).isEqualTo(new Axis.Counted(3, 1));
    assertThat(frame.columns()).isEqualTo(new Axis.Counted(4, 1));
    assertThat(rows(frame)).containsExactly(ROWS);
    InputSettings chunks = input("x.txt", Samples.LIBSVM).withFormat(InputFormat.LIBSVM);
    assertThat(SmallSplits.during(TestSpark.session(), () -> rows(chunks))).containsExactly(ROWS);
  }

  @Test
  void filesThatCountFromZero() {
    InputSettings input = input("z.txt", "1 0:2 2:1\n0 1:4 3:1\n");
    assertInvalid(input)
        .hasMessageContaining("z.txt:1: index '0'; indices are integers from 1")
        .hasMessageContaining("say --zero-based");
    MatrixSource source = open(input.withRules(new FormatRules(true, Optional.empty())));
    assertThat(source.description())
        .isEqualTo("libsvm, 2 rows of 4 columns from 0; not used: label");
    assertThat(source.frame().columns()).isEqualTo(new Axis.Counted(4, 0));
    assertThat(rows(source.frame()))
        .containsExactly("[0,(4,[0,2],[2.0,1.0])]", "[1,(4,[1,3],[4.0,1.0])]");
    InputSettings other = input("a.csv", "u,i,1\nv,i,2\n");
    assertThatThrownBy(() -> open(other.withRules(new FormatRules(true, Optional.empty()))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("--zero-based has no meaning for delimited");
  }

  @Test
  void wordCountsOfLda() {
    InputSettings input = input("ap.dat", "3 4:1 0:2 2:7\n0\n2 1:1 2:1\n");
    MatrixSource source = open(input);
    assertThat(source.format()).isEqualTo(InputFormat.LDA_C);
    assertThat(source.description()).isEqualTo("lda-c, 3 rows of 5 columns");
    assertThat(source.frame().columns()).isEqualTo(new Axis.Counted(5, 0));
    assertThat(rows(source.frame()))
        .containsExactly(
            "[0,(5,[0,2,4],[2.0,7.0,1.0])]", "[1,(5,[],[])]", "[2,(5,[1,2],[1.0,1.0])]");
    TestText.write(directory, "vocab.txt", "a\nb\nc\nd\ne\nf\n");
    assertThat(open(input).frame().columns())
        .isEqualTo(new Axis.Labelled(List.of("a", "b", "c", "d", "e", "f")));
  }

  @Test
  void labelsSayHowManyColumnsThereAre() {
    String columns = TestText.write(directory, "columns", "a\nb\nc\nd\ne\n");
    String labels = TestText.write(directory, "rows", "x\ny\nz\n");
    InputSettings input = input("x.libsvm", Samples.LIBSVM).withLabels(labels(labels, columns));
    MatrixFrame frame = read(input);
    assertThat(frame.rows()).isEqualTo(new Axis.Labelled(List.of("x", "y", "z")));
    assertThat(frame.columns()).isEqualTo(new Axis.Labelled(List.of("a", "b", "c", "d", "e")));
    MatrixFrame transposed = read(input.withOrientation(FileOrientation.TRANSPOSED));
    assertThat(rows(transposed))
        .containsExactly("[0,0,2.5]", "[0,2,0.125]", "[1,1,30.0]", "[2,2,7.0]", "[3,0,1.0]");
    assertThat(transposed.columns()).isEqualTo(frame.rows());
    TestText.write(directory, "columns", "a\nb\nc\n");
    assertInvalid(input).hasMessageContaining("x.libsvm:2: index '4'; there are 3 columns");
    TestText.write(directory, "columns", "a\nb\nc\nd\n");
    TestText.write(directory, "rows", "x\ny\n");
    assertInvalid(input).hasMessageContaining("rows: 2 labels for 3 rows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "3e1 | -3e1 |x.libsvm:3: value -30.0 is negative; values must be at least 0",
        "2:3e1|0:3e1|x.libsvm:3: index '0'; indices are integers from 1",
        "1:0.125|4:0.125|x.libsvm:5: index 3 follows index 4; the indices of a line must rise",
        "+1 | a |x.libsvm:5: 'a' stands where a label belongs"
      })
  void namesFileAndLine(String from, String to, String message) {
    assertInvalid(input("x.libsvm", Samples.LIBSVM.replace(from, to)))
        .hasMessageContaining(directory + "/" + message);
  }

  @Test
  void refusesWhatHasNoCellsAndNamesWithoutMeaning() {
    assertInvalid(input("e.svm", "# nothing\n")).hasMessageContaining("e.svm: the input is empty");
    assertInvalid(input("z.svm", "1\n0\n")).hasMessageContaining("z.svm: no line has a cell");
    assertInvalid(input("b.svm", "1\n0 1=2\n")).hasMessageContaining("b.svm:2: '1=2' is no cell");
    assertThatThrownBy(() -> read(input("x.svm", Samples.LIBSVM).withColumns(named("id", "a"))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("have no meaning for libsvm");
  }
}
