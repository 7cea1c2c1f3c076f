package org.sparknmf.io.read.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColonNamesTest {
  private static final Configuration HADOOP = new Configuration(false);

  @TempDir Path directory;

  /** Hadoop would say "Relative path in absolute URI" when the file is read. */
  @Test
  void aLocalFileWithAColonInItsNameIsRefusedByIt() throws IOException {
    Path file = Files.writeString(directory.resolve("data 10:30.csv"), "a,b,1\n");
    for (String path : List.of(file.toString(), directory.toString())) {
      assertThatThrownBy(() -> InputFiles.find(HADOOP, List.of(path)))
          .isInstanceOf(InputUnreadableException.class)
          .hasMessageContainingAll("data 10:30.csv", "has a colon in its name", "rename it");
    }
    assertThatThrownBy(() -> InputFiles.find(HADOOP, List.of("no 10:30.csv")))
        .isInstanceOf(InputUnreadableException.class)
        .hasMessageContaining("no 10:30.csv");
  }

  @Test
  void aDirectoryMayHaveOne() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("run 10:30"));
    Path file = Files.writeString(folder.resolve("x.csv"), "a,b,1\n");
    assertThat(InputFiles.find(HADOOP, List.of(folder.toString())).shown())
        .containsExactly(file.toString());
  }
}
