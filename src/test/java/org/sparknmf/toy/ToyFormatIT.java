package org.sparknmf.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparknmf.io.read.ReaderChecks.assertInvalid;
import static org.sparknmf.io.read.ReaderChecks.open;
import static org.sparknmf.io.read.ReaderChecks.rows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;

/** A format that main code does not know is read as our own are. */
class ToyFormatIT {
  private static final String CELLS =
      "ann -> alien * 5\n\nbob -> alien * 4\nbob -> casablanca * 1\n";

  @TempDir Path directory;

  private InputSettings input(String name, String text) {
    return InputSettings.of(TestText.write(directory, name, text));
  }

  @Test
  void itsFilesAreRecognised() {
    InputSettings input = input("x.toy.gz", CELLS);
    assertThat(open(input).description()).isEqualTo("toy");
    assertThat(rows(input))
        .containsExactly("[ann,alien,5.0]", "[bob,alien,4.0]", "[bob,casablanca,1.0]");
    assertThat(rows(input.withOrientation(FileOrientation.TRANSPOSED)))
        .contains("[casablanca,bob,1.0]");
  }

  @Test
  void badLinesAreNamedOrLeftOut() {
    InputSettings input = input("x.txt", CELLS + "eve alien\n").withFormat(new InputFormat("toy"));
    assertInvalid(input)
        .hasMessageContaining("x.txt:5: no cell; a line is 'row -> column * value'");
    MatrixSource skipped = open(input.withBadRows(BadRows.SKIP));
    assertThat(skipped.rejected().count()).isEqualTo(1);
    assertThat(rows(skipped.frame())).hasSize(3);
  }

  @Test
  void filesOfAnotherFormatAreRefused() {
    assertInvalid(input("x.toy", CELLS).withFormat(InputFormat.DENSE))
        .hasMessageContaining("x.toy is toy; that cannot be read as --format dense");
  }
}
