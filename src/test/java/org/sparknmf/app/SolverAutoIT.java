package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.testing.SampleMatrix;

/** The solver that the program chooses, and what users see of momentum. */
class SolverAutoIT {
  @TempDir private static Path directory;

  /** Of several starts the fit counts; the bits are those of auto, and not of mu. */
  @ParameterizedTest
  @ValueSource(strings = {"--restarts 2", "--consensus 2 --consensus-threshold 2"})
  void isTheDefaultOfSeveralStarts(String starts) {
    Path digits = SampleMatrix.copy("digits", directory.resolve("digits of " + starts));
    String options = "--rank 3 --max-iterations 5 --if-exists overwrite " + starts;
    Path output = directory.resolve("several");
    PublishedResult chosen = FitRun.published(digits, output, options);
    assertThat(chosen.manifest().at("/settings/solver").asText()).isEqualTo("auto");
    assertThat(chosen.manifest().at("/plan/solver").asText()).isEqualTo("hals");
    List<String> bits = chosen.sha256();
    assertThat(FitRun.published(digits, output, options + " --solver auto").sha256())
        .isEqualTo(bits);
    assertThat(FitRun.published(digits, output, options + " --solver mu").sha256())
        .isNotEqualTo(bits);
  }

  @Tag("everyBuild")
  @Test
  void saysWhatRunsAndWhatWasRejected() {
    Path digits = SampleMatrix.copy("digits", directory.resolve("digits"));
    Path output = directory.resolve("auto");
    RecordedRun run =
        FitRun.run(
            directory,
            "--input",
            digits.toString(),
            "--output",
            output.toString(),
            "--rank",
            "10",
            "--solver",
            "auto");
    assertThat(run.err()).contains("solver auto is hals with momentum: the loss is frobenius");
    PublishedResult result = new PublishedResult(output);
    JsonNode manifest = result.manifest();
    assertThat(manifest.at("/settings/solver").asText()).isEqualTo("auto");
    assertThat(manifest.at("/plan/solver").asText()).isEqualTo("hals");
    assertThat(manifest.at("/result/stopReason").asText()).contains("lowered the error by");
    List<JsonNode> history = result.history();
    long rejected = history.stream().filter(line -> !line.get("accepted").asBoolean()).count();
    assertThat(rejected).isPositive();
    assertThat(manifest.at("/result/rejected").asLong()).isEqualTo(rejected);
    assertThat(run.err()).contains("  rejected  ");
    assertThat(run.out()).contains("iterations (" + rejected + " rejected), relative error");
    for (int t = 1; t < history.size(); t++) {
      assertThat(history.get(t).get("objective").asDouble())
          .isLessThanOrEqualTo(history.get(t - 1).get("objective").asDouble());
    }
  }
}
