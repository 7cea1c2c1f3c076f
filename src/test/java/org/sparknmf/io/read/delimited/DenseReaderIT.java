package org.sparknmf.io.read.delimited;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.testing.TestSpark;

class DenseReaderIT {
  @TempDir Path directory;

  private InputSettings input(String name, String text) {
    return InputSettings.of(TestText.write(directory, name, text));
  }

  @Test
  void readsIdsAndHeader() {
    MatrixSource source = open(input("d.csv", Samples.DENSE));
    MatrixFrame frame = source.frame();
    assertThat(source.format()).isEqualTo(InputFormat.DENSE);
    assertThat(frame.shape()).isEqualTo(MatrixFrame.Shape.VECTORS);
    assertThat(frame.rows()).isEqualTo(new Axis.FromData());
    assertThat(frame.columns()).isEqualTo(new Axis.Labelled(List.of("s1", "s2", "s3")));
    assertThat(rows(frame))
        .containsExactly("[g1,[1.0,0.0,2.5]]", "[g2,[0.0,3.0,4.0]]", "[g3,[1.0,1.0,0.0]]");
    assertThat(source.description())
        .isEqualTo(
            "dense rows of 3 values from text separated by semicolon, with a line of names, with"
                + " row ids");
  }

  @Test
  void countsRowsThroughFilesAndChunks() {
    input("d/a.csv", "1,1,1,1\n\n2,2,2,2\n");
    input(
        "d/b.csv",
        IntStream.range(3, 60)
            .mapToObj("%1$d,%1$d,%1$d,%1$d\n"::formatted)
            .collect(Collectors.joining()));
    InputSettings input = InputSettings.of(directory + "/d");
    List<String> whole = rows(input);
    assertThat(whole)
        .hasSize(59)
        .contains("[0,[1.0,1.0,1.0,1.0]]", "[2,[3.0,3.0,3.0,3.0]]", "[58,[59.0,59.0,59.0,59.0]]");
    assertThat(read(input).rows()).isEqualTo(new Axis.Counted(59, 1));
    assertThat(read(input).columns()).isEqualTo(new Axis.Counted(4, 1));
    assertThat(SmallSplits.during(TestSpark.session(), () -> rows(input))).isEqualTo(whole);
  }

  @Test
  void takesLabelsForCountedRows() {
    String names = TestText.write(directory, "names.txt", "a\nb\n");
    InputSettings input = input("d.csv", "1,2,3,4\n5,6,7,8\n").withLabels(labels(names, null));
    assertThat(read(input).rows()).isEqualTo(new Axis.Labelled(List.of("a", "b")));
    assertInvalid(input.withLabels(labels(names, names)))
        .hasMessageContaining("2 labels for 4 columns");
    assertThatThrownBy(() -> read(input("e.csv", Samples.DENSE).withLabels(labels(names, null))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("--row-labels");
  }

  @Test
  void transposedRowsBecomeCells() {
    MatrixFrame frame =
        read(
            input("d.csv", Samples.DENSE + "g4;0;0;0\n")
                .withOrientation(FileOrientation.TRANSPOSED));
    assertThat(frame.shape()).isEqualTo(MatrixFrame.Shape.CELLS);
    assertThat(frame.rows()).isEqualTo(new Axis.Labelled(List.of("s1", "s2", "s3")));
    assertThat(frame.columns()).isEqualTo(new Axis.FromData());
    assertThat(rows(frame))
        .containsExactly(
            "[0,g1,1.0]",
            "[0,g3,1.0]",
            "[0,g4,0.0]",
            "[1,g2,3.0]",
            "[1,g3,1.0]",
            "[2,g1,2.5]",
            "[2,g2,4.0]");
  }

  @Test
  void smallTablesAreDenseWhenAsked() {
    InputSettings input = input("d.csv", "1,2,3\n4,5,6\n");
    assertThatThrownBy(() -> open(input)).hasMessageContaining("--format triples");
    assertThat(open(input.withFormat(InputFormat.TRIPLES)).format()).isEqualTo(InputFormat.TRIPLES);
    assertThat(rows(input.withFormat(InputFormat.DENSE)))
        .containsExactly("[0,[1.0,2.0,3.0]]", "[1,[4.0,5.0,6.0]]");
    assertThat(rows(input("e.csv", "gene,a,b\n7,5,6\n").withColumns(named("id", "gene"))))
        .containsExactly("[7,[5.0,6.0]]");
    assertThat(rows(input("f.txt.gz", "5\n6\n"))).containsExactly("[0,[5.0]]", "[1,[6.0]]");
  }

  @Test
  void readsWideLines() {
    String line = "1.5,".repeat(100_000) + "2\n";
    List<String> sizes =
        read(input("w.csv", line.repeat(5))).data().table().collectAsList().stream()
            .map(row -> row.get(0) + ":" + row.getAs(1).toString().length())
            .sorted()
            .toList();
    assertThat(sizes).hasSize(5).contains("0:400005");
  }

  @ParameterizedTest
  @CsvSource({
    "g2;0;3;4, g2;0;3, 'd.csv:3: 3 fields; the first line has 4'",
    "g2;0;3;4, g2;0;3;4;5, 'd.csv:3: more than 4 fields'",
    "g2;0;3;4, g2;0;-3;4, 'd.csv:3: value -3.0 is negative'",
    "g2;0;3;4, g2;0;nan;4, 'd.csv:3: value NaN'",
    "g2;0;3;4, g2;0;inf;4, 'd.csv:3: value Infinity'",
    "g2;0;3;4, g2;0;;4, 'd.csv:3: the value is empty'",
    "g2;0;3;4, g2;0;x;4, 'd.csv:3: ''x'' stands where a number belongs'",
    "g2;0;3;4, ;0;3;4, 'd.csv:3: the row id is empty'",
    "gene;s1;s2;s3, gene;s1;s2;s1, 'd.csv:1: two columns are called ''s1'''"
  })
  void namesFileAndLine(String from, String to, String message) {
    assertInvalid(input("d.csv", Samples.DENSE.replace(from, to)))
        .hasMessageContaining(directory + "/" + message);
  }
}
