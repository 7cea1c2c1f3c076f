package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.testing.Mutations;

/** Two thousand damaged configuration files: each is read, or refused by its name. */
class ConfigFuzzTest {
  private static final int FILES = 2_000;
  private static final String VALID =
      """
      # what every night has in common
      rank = 20
      spark.nmf.tolerance 1e-3
      max-iterations: 100
      input = /data/\\
              m\\u00e4rz.mtx
      loss = kullback-leibler
      max-runtime = 30m
      """;

  @TempDir Path directory;

  @Test
  void damagedFilesAreReadOrRefused() throws IOException {
    byte[] valid = VALID.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(6);
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      Path file = Files.write(directory.resolve("c.properties"), Mutations.of(valid, random));
      try {
        ConfigFile.read(file).forEach(given -> given.origin().parse(given.setting(), given.text()));
      } catch (InvalidSettingException e) {
        refused++;
        assertThat(e).as("file %d", i).hasMessageContaining(file.toString());
      }
    }
    assertThat(refused).isBetween(FILES / 100, 99 * FILES / 100);
  }
}
