package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.testing.PlainMatrix;

/** What users see of a compressed start, which is taken where X is full. */
class CompressedFitIT {
  private static final String OPTIONS =
      "--rank 4 --max-iterations 12 --tolerance 0 --checkpoint-interval 3 --if-exists overwrite ";

  @TempDir private static Path directory;
  private static Path full;

  @BeforeAll
  static void writeX() throws IOException {
    PlainMatrix x = PlainMatrix.random(300, 170, 1, 5);
    StringBuilder text = new StringBuilder("%%MatrixMarket matrix array real general\n300 170\n");
    for (int j = 0; j < x.columns(); j++) {
      for (int i = 0; i < x.rows(); i++) {
        text.append(x.at(i, j)).append('\n');
      }
    }
    full = Files.writeString(directory.resolve("full.mtx"), text);
  }

  private static PublishedResult fit(String options) {
    return FitRun.published(full, directory.resolve("fit"), OPTIONS + options);
  }

  @ParameterizedTest
  @ValueSource(strings = {"driver", "broadcast", "scatter", "shuffle"})
  void autoIsCompressedInEveryPlanWithTheSameBits(String plan) {
    List<String> asked = fit("--solver hals --init compressed --plan driver").sha256();
    assertThat(fit("--solver hals --partitions 5 --plan " + plan).sha256()).isEqualTo(asked);
    assertThat(fit("--solver auto --partitions 2 --plan " + plan).sha256()).isEqualTo(asked);
    assertThat(fit("--solver hals --init nndsvd --plan driver").sha256()).isNotEqualTo(asked);
  }

  @Test
  void beginsNearerToTheEnd() {
    double compressed = fit("--solver auto").history().get(0).get("objective").asDouble();
    double plain = fit("--solver auto --init nndsvd").history().get(0).get("objective").asDouble();
    double end = fit("--solver auto").history().get(12).get("objective").asDouble();
    assertThat(compressed - end).isLessThan((plain - end) / 10);
  }

  @Test
  void saysThatItIsTakenWhereNobodyAskedForIt() {
    String line = "init auto is compressed: X has so many cells that";
    assertThat(run("--solver", "auto").err()).contains(line);
    assertThat(run("--solver", "hals", "--init", "compressed").err()).doesNotContain(line);
    assertThat(run("--solver", "mu").err()).doesNotContain(line);
    assertThat(run("--solver", "mu", "--init", "compressed").err())
        .contains("init compressed has zeros that solver mu can never change");
  }

  private static RecordedRun run(String solver, String name, String... more) {
    String[] options = {
      "--input",
      full.toString(),
      "--output",
      directory.resolve("said").toString(),
      "--if-exists",
      "overwrite",
      "--rank",
      "4",
      "--max-iterations",
      "2",
      solver,
      name
    };
    return FitRun.run(
        directory,
        Stream.concat(Arrays.stream(options), Arrays.stream(more)).toArray(String[]::new));
  }
}
