package org.sparknmf.io.read.mtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparknmf.io.read.ReaderChecks.assertInvalid;
import static org.sparknmf.io.read.ReaderChecks.assertUnreadable;
import static org.sparknmf.io.read.ReaderChecks.open;
import static org.sparknmf.io.read.ReaderChecks.read;
import static org.sparknmf.io.read.ReaderChecks.rows;
import static org.sparknmf.io.read.TestColumns.labels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.Samples;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.FormatRules;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.solver.InvalidSettingException;

class TenXReaderIT {
  @TempDir Path directory;

  /** Three features by four barcodes. */
  private InputSettings written(String prefix, String suffix) {
    TestText.write(directory, prefix + "matrix.mtx" + suffix, Samples.COORDINATE);
    TestText.write(directory, prefix + "barcodes.tsv" + suffix, "AAC-1\nAAG-1\nACC-1\nACT-1\n");
    TestText.write(directory, prefix + "features.tsv" + suffix, Samples.FEATURES);
    return InputSettings.of(directory.toString());
  }

  @Test
  void rowsAreBarcodesAndColumnsFeatures() throws IOException {
    InputSettings input = written("", ".gz");
    MatrixSource source = open(input);
    MatrixFrame frame = source.frame();
    assertThat(source.format()).isEqualTo(InputFormat.TEN_X);
    assertThat(source.description())
        .isEqualTo(
            "10x, barcodes x features, from MatrixMarket coordinate real general, 3 x 4, 5"
                + " entries");
    assertThat(source.files()).hasSize(3);
    assertThat(frame.rows())
        .isEqualTo(new Axis.Labelled(List.of("AAC-1", "AAG-1", "ACC-1", "ACT-1")));
    assertThat(frame.columns())
        .isEqualTo(new Axis.Labelled(List.of("TP53", "POL (E2)", "POL (E3)")));
    assertThat(rows(frame))
        .containsExactly("[0,0,2.5]", "[0,2,0.125]", "[1,1,30.0]", "[2,2,7.0]", "[3,0,1.0]");
    MatrixFrame transposed = read(input.withOrientation(FileOrientation.TRANSPOSED));
    assertThat(transposed.rows()).isEqualTo(frame.columns());
    assertThat(rows(transposed)).contains("[2,0,0.125]");
    // As older versions name it; the matrix alone is what it says.
    Files.move(directory.resolve("features.tsv.gz"), directory.resolve("genes.tsv.gz"));
    assertThat(open(input).format()).isEqualTo(InputFormat.TEN_X);
    InputSettings matrix = InputSettings.of(directory.resolve("matrix.mtx.gz").toString());
    assertThat(open(matrix).format()).isEqualTo(InputFormat.MTX);
    assertThat(open(matrix.withFormat(InputFormat.TEN_X)).frame().rows()).isEqualTo(frame.rows());
  }

  @Test
  void oneTypeOfFeaturesCanBeChosen() {
    InputSettings input = written("", "");
    TestText.write(
        directory,
        "features.tsv",
        "E1\tTP53\tGene Expression\nE2\tCD3\tAntibody\nE3\tPOL\tGene Expression\n");
    assertThat(open(input).description())
        .endsWith("; 1 Antibody, 2 Gene Expression; all are used, --feature-type takes one");
    InputSettings genes = input.withRules(new FormatRules(false, Optional.of("Gene Expression")));
    MatrixSource source = open(genes);
    assertThat(source.description()).endsWith("; only Gene Expression used");
    assertThat(source.frame().columns()).isEqualTo(new Axis.Labelled(List.of("TP53", "POL")));
    assertThat(rows(source.frame()))
        .containsExactly("[0,0,2.5]", "[0,1,0.125]", "[2,1,7.0]", "[3,0,1.0]");
    assertThat(rows(genes.withOrientation(FileOrientation.TRANSPOSED))).contains("[1,0,0.125]");
    assertThatThrownBy(
            () -> open(input.withRules(new FormatRules(false, Optional.of("Gene Expresion")))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("--feature-type 'Gene Expresion' is none of the types in")
        .hasMessageContaining("did you mean Gene Expression?");
    TestText.write(directory, "matrix.mtx", Samples.COORDINATE.replace("1 1 2.5\n", ""));
    assertInvalid(genes).hasMessageContaining("but the header promises 5");
  }

  @Test
  void allFilesMayHaveAPrefix() throws IOException {
    InputSettings input = written("GSM1_", "");
    assertThat(open(input).format()).isEqualTo(InputFormat.TEN_X);
    Files.move(directory.resolve("GSM1_barcodes.tsv"), directory.resolve("barcodes.tsv"));
    assertUnreadable(input)
        .hasMessageContaining(directory + " has no GSM1_barcodes.tsv, plain or with .gz, beside")
        .hasMessageContaining("copy the missing file there");
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    InputSettings input = written("", "").withFormat(InputFormat.TEN_X);
    Files.delete(directory.resolve("features.tsv"));
    assertUnreadable(input).hasMessageContaining("has no features.tsv or genes.tsv, plain or");
    Files.delete(directory.resolve("matrix.mtx"));
    assertUnreadable(input).hasMessageContaining(directory + " has no matrix.mtx or matrix.mtx.gz");
  }

  @Test
  void idsMustBeAsManyAsTheMatrixHasAndDiffer() {
    InputSettings input = written("", "");
    TestText.write(directory, "barcodes.tsv", "A\nB\nA\nC\n");
    assertInvalid(input).hasMessageContaining("barcodes.tsv:3: label 'A' stands in line 1 already");
    TestText.write(directory, "barcodes.tsv", "A\nB\nC\n");
    assertInvalid(input).hasMessageContaining("barcodes.tsv: 3 labels for 4 barcodes");
    TestText.write(directory, "features.tsv", "E1\tA\nE2\tB\n");
    assertInvalid(input).hasMessageContaining("features.tsv: 2 labels for 3 features");
  }

  @Test
  void badCellsHaveFileAndLine() {
    InputSettings input = written("", "");
    TestText.write(directory, "matrix.mtx", Samples.COORDINATE.replace("3e1", "-3"));
    assertInvalid(input).hasMessageContaining(directory + "/matrix.mtx:6: value -3.0 is negative");
    assertThatThrownBy(() -> read(input.withLabels(labels("x", null))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("--row-labels and --column-labels have no meaning for 10x");
  }
}
