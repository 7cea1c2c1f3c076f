package org.sparknmf.io.read.mtx;

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
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;

class DocwordReaderIT {
  private static final String COUNTS = "3\n4\n3\n1 2 5\n2 4 1\n3 1 2\n";

  @TempDir Path directory;

  @Test
  void sizesStandBeforeTheCounts() {
    InputSettings input = InputSettings.of(TestText.write(directory, "docword.t.txt.gz", COUNTS));
    MatrixSource source = open(input);
    assertThat(source.format()).isEqualTo(InputFormat.DOCWORD);
    assertThat(source.description()).isEqualTo("docword, 3 documents x 4 words, 3 counts");
    assertThat(source.frame().rows()).isEqualTo(new Axis.Counted(3, 1));
    assertThat(rows(source.frame())).containsExactly("[0,1,5.0]", "[1,3,1.0]", "[2,0,2.0]");
    assertThat(source.frame().declaredEntries()).hasValue(3);
    assertThat(rows(input.withFormat(InputFormat.TRIPLES))).hasSize(3);
    assertThat(rows(input.withOrientation(FileOrientation.TRANSPOSED))).contains("[1,0,5.0]");
    TestText.write(directory, "vocab.t.txt", "ape\nbee\ncat\ndog\n");
    assertThat(open(input).frame().columns())
        .isEqualTo(new Axis.Labelled(List.of("ape", "bee", "cat", "dog")));
  }

  @Test
  void badLinesAreNamed() {
    InputSettings input = InputSettings.of(TestText.write(directory, "d.txt", COUNTS + "4 1 1\n"));
    assertInvalid(input).hasMessageContaining("d.txt:7: row index '4'; the header allows 1 to 3");
    assertInvalid(
            InputSettings.of(TestText.write(directory, "e.txt", "3\n4 1\n3\n1 2 5\n"))
                .withFormat(InputFormat.DOCWORD))
        .hasMessageContaining("e.txt:2: the number of words belongs here");
  }
}
