package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.settings.Settings;

class ConfigCommandTest {
  @TempDir Path directory;

  @Test
  void printsEverySetting() {
    assertThat(run("config", "--rank", "3").out().lines())
        .hasSameSizeAs(Settings.ALL)
        .contains("rank                 3", "tolerance            1e-4")
        .contains("input                (not set)");
  }

  @Test
  void printsWhereValuesComeFrom() throws IOException {
    Path file = Files.writeString(directory.resolve("f"), "seed=7");
    assertThat(run("config", "--show-origin", "--rank=3", "--config", "f").out().lines())
        .contains("rank                 3          command line --rank")
        .contains("seed                 7          " + file + " line 1")
        .contains("top                  10         default")
        .contains("input                (not set)");
  }

  @Test
  void printsJson() throws IOException {
    JsonNode plain = new ObjectMapper().readTree(run("config", "--json").out());
    assertThat(plain.get("rank").isInt()).isTrue();
    assertThat(plain.get("transpose").isBoolean()).isTrue();
    assertThat(plain.get("input").isNull()).isTrue();
    JsonNode full =
        new ObjectMapper().readTree(run("config", "--json", "--show-origin", "--seed=5").out());
    assertThat(full.get("seed").get("value").asLong()).isEqualTo(5);
    assertThat(full.get("seed").get("origin").asText()).isEqualTo("command line --seed");
    assertThat(full.size()).isEqualTo(Settings.ALL.size());
  }

  @Test
  void refusesWhatFitWouldRefuse() {
    RecordedRun run = run("config", "--init", "svd");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.lastLine())
        .startsWith(
            "spark-nmf: error [INVALID_SETTING] init must be one of auto, random, nndsvd, nndsvda,"
                + " nndsvdar, compressed, custom, got 'svd'; give --init ");
  }

  private RecordedRun run(String... args) {
    return new RecordedRun(directory).run(List.of(new ConfigCommand()), args);
  }
}
