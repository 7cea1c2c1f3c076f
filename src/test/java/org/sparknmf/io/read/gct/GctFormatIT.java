package org.sparknmf.io.read.gct;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sparknmf.io.read.ReaderChecks.assertInvalid;
import static org.sparknmf.io.read.ReaderChecks.open;
import static org.sparknmf.io.read.ReaderChecks.rows;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.SmallSplits;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.testing.TestSpark;

class GctFormatIT {
  private static final String HEAD = "#1.2\n2\t3\nName\tDescription\ts1\ts2\ts3\n";

  private static final String HEAD_13 =
      """
      #1.3
      2\t2\t2\t3
      id\tchromosome\tkind\ts1\ts2
      tissue\tna\tna\tliver\tlung
      dose\tna\tna\t10\t0.5
      batch\tna\tna\t1\t1
      """;

  @TempDir Path directory;

  private InputSettings input(String text) {
    return InputSettings.of(TestText.write(directory, "x.gct", text));
  }

  @Test
  void rowsAreGenesAndColumnsSamples() {
    MatrixSource source = open(input(HEAD + "TP53\ta tumour gene\t1\t2.5\t0\nMYC\tna\t0\t4\t5\n"));
    assertThat(source.format()).isEqualTo(InputFormat.GCT);
    assertThat(source.description()).isEqualTo("gct, 2 genes x 3 samples; not used: Description");
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

  /** As the Connectivity Map and CCLE have it. */
  @Test
  void version13HasFieldsAboutGenesAndLinesAboutSamples() {
    MatrixSource source = open(input(HEAD_13 + "TP53\t17\ttumour\t1\t2.5\nid\t8\tx\t0\t4\n"));
    assertThat(source.format()).isEqualTo(InputFormat.GCT);
    assertThat(source.description())
        .isEqualTo("gct, 2 genes x 2 samples; not used: chromosome, kind, tissue, dose, batch");
    assertThat(source.frame().columns()).isEqualTo(new Axis.Labelled(List.of("s1", "s2")));
    assertThat(rows(source.frame())).containsExactly("[TP53,[1.0,2.5]]", "[id,[0.0,4.0]]");
    MatrixSource bare = open(input("#1.3\n1\t2\t0\t0\nid\ts1\ts2\nTP53\t1\t2\n"));
    assertThat(bare.description()).isEqualTo("gct, 1 genes x 2 samples");
    assertThat(rows(bare.frame())).containsExactly("[TP53,[1.0,2.0]]");
  }

  /** The head may lie in another chunk than the genes. */
  @Test
  void theHeadMayBeCut() {
    String genes =
        IntStream.range(0, 50).mapToObj("g%d\tx\ty\t1\t2\n"::formatted).collect(joining());
    InputSettings input = input(HEAD_13.replace("\n2\t2", "\n50\t2") + genes);
    List<String> whole = rows(input);
    assertThat(whole).hasSize(50);
    assertThat(SmallSplits.during(TestSpark.session(), () -> rows(input)))
        .containsExactlyElementsOf(whole);
  }

  @Test
  void badGenesAreLeftOut() {
    String good = "MYC\tna\t0\t4\t5\n";
    String bad = "TP53\tna\t-1\t2\t0\n";
    MatrixSource source = open(input(HEAD + bad + good).withBadRows(BadRows.SKIP));
    assertThat(source.rejected().count()).isEqualTo(1);
    assertThat(rows(source.frame())).containsExactly("[MYC,[0.0,4.0,5.0]]");
    assertInvalid(input(HEAD + bad + bad).withBadRows(BadRows.SKIP))
        .hasMessageContaining("all 2 rows of the input are bad")
        .hasMessageContaining("x.gct:4: value -1");
  }

  @Test
  void badFilesAreRefused() {
    assertInvalid(input(HEAD + "TP53\tx\t1\t2\t3\n"))
        .hasMessageContaining("1 lines of genes, but the second line promises 2");
    assertInvalid(input(HEAD + "TP53\tx\t1\t2\nMYC\tx\t1\t2\t3\n"))
        .hasMessageContaining("x.gct:4: 4 fields; a line has a name, a description and 3 values");
    assertInvalid(input("#1.2\n2 4\nName\tDescription\ts1\ts2\ts3\n"))
        .hasMessageContaining("x.gct:3: 5 names for 4 samples");
    assertInvalid(input(HEAD_13.replace("2\t2\t2\t3", "2\t2\t3")))
        .hasMessageContaining("x.gct:2: the second line of GCT 1.3 is")
        .hasMessageContaining("four numbers");
    assertInvalid(input(HEAD_13.replace("\tlung", "") + "TP53\t17\tx\t1\t2\n"))
        .hasMessageContaining("x.gct:4: 4 fields; the second line promises 3 lines about samples");
    assertInvalid(input(HEAD_13 + "TP53\t17\t1\t2\nMYC\t8\tx\t1\t2\n"))
        .hasMessageContaining("x.gct:7: 4 fields; a line has a name, 2 fields and 2 values");
    assertInvalid(input("#1.3\n1 2 0 1\nid\ts1\ts2\n"))
        .hasMessageContaining("the file ends before its genes");
  }
}
