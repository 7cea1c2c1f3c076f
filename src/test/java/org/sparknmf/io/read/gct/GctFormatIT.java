package org.sparknmf.io.read.gct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparknmf.io.read.ReaderChecks.assertInvalid;
import static org.sparknmf.io.read.ReaderChecks.open;
import static org.sparknmf.io.read.ReaderChecks.rows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.linalg.EmptyCells;

class GctFormatIT {
  private static final String HEAD = "#1.2\n2\t3\nName\tDescription\ts1\ts2\ts3\n";

  @TempDir Path directory;

  private InputSettings input(String text) {
    return InputSettings.of(TestText.write(directory, "x.gct", text));
  }

  @Test
  void rowsAreGenesAndColumnsSamples() {
    MatrixSource source = open(input(HEAD + "TP53\ta tumour gene\t1\t2.5\t0\nMYC\tna\t0\t4\t5\n"));
    assertThat(source.format()).isEqualTo(InputFormat.GCT);
    assertThat(source.description()).isEqualTo("gct, 2 genes x 3 samples; Description not used");
    assertThat(source.frame().columns()).isEqualTo(new Axis.Labelled(List.of("s1", "s2", "s3")));
    assertThat(rows(source.frame())).containsExactly("[MYC,[0.0,4.0,5.0]]", "[TP53,[1.0,2.5,0.0]]");
  }

  @Test
  void valuesMayBeMissing() {
    InputSettings input = input(HEAD + "TP53\tx\t1\t\t0\nMYC\tx\t0\t4\tNA\n");
    assertInvalid(input).hasMessageContaining("x.gct:4: the value is empty");
    assertThat(rows(input.withEmptyCells(EmptyCells.MISSING)))
        .containsExactly("[MYC,(3,[0,1],[0.0,4.0])]", "[TP53,(3,[0,2],[1.0,0.0])]");
  }

  @Test
  void badFilesAreRefused() {
    assertInvalid(input(HEAD + "TP53\tx\t1\t2\t3\n"))
        .hasMessageContaining("1 lines of genes, but the second line promises 2");
    assertInvalid(input(HEAD + "TP53\tx\t1\t2\nMYC\tx\t1\t2\t3\n"))
        .hasMessageContaining("x.gct:4: 4 fields; a line has a name, a description and 3 values");
    assertInvalid(input("#1.2\n2 4\nName\tDescription\ts1\ts2\ts3\n"))
        .hasMessageContaining("x.gct:3: 5 names for 4 samples");
  }
}
