package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command line in the documentation is one that the program takes. */
class SiteCommandsTest {
  @TempDir Path directory;

  @Test
  void everyCommandLineIsTaken() {
    int lines = 0;
    for (Path page : SiteBlock.pages()) {
      for (SiteBlock block : SiteBlock.of(page)) {
        for (List<String> words : block.commandLines()) {
          lines++;
          assertThatCode(() -> CommandTree.of(Commands.ALL).parseArgs(words.toArray(String[]::new)))
              .as("%s: %s", block.place(), words)
              .doesNotThrowAnyException();
          assertThat(words).as(block.place()).isNotEmpty();
        }
      }
    }
    assertThat(lines).isGreaterThan(40);
  }

  @Test
  void findsBlocksWithTheirMarksAndWhatTheyShow() throws IOException {
    Path page =
        Files.writeString(
            directory.resolve("page.md"),
            """
            Text, and then

                cat > x <<END
                1
                END
                submit-scripts/spark-nmf fit --input x \\
                  --sql "a \\`b\\` 'c'" --label 'x=y z'   # why

            <!-- not run: needs a cluster -->
            ```sh
            A=b submit-scripts/yarn.sh fit --rank 2 --wait --spark --master yarn
            ```

            ```java
            submit-scripts/spark-nmf is no command here
            ```

            ```sh
            spark-nmf man | man -l -
            ```

            prints

            ```text
            SPARK-NMF
            ```

                spark-nmf: error [WORD] is none either
            """);
    List<SiteBlock> blocks = SiteBlock.of(page);
    assertThat(blocks).hasSize(3);
    assertThat(blocks.get(0).line()).isEqualTo(3);
    assertThat(blocks.get(0).isRun()).isTrue();
    assertThat(blocks.get(0).text()).startsWith("cat > x <<END\n1\nEND\n");
    assertThat(blocks.get(0).commandLines())
        .containsExactly(List.of("fit", "--input", "x", "--sql", "a `b` 'c'", "--label", "x=y z"));
    assertThat(blocks.get(1).mark()).isEqualTo("not run: needs a cluster");
    assertThat(blocks.get(1).commandLines()).containsExactly(List.of("fit", "--rank", "2"));
    assertThat(blocks.get(2).isRun()).isTrue();
    assertThat(blocks.get(2).commandLines()).containsExactly(List.of("man"));
    assertThat(blocks.get(2).shown()).containsExactly("SPARK-NMF");
  }
}
