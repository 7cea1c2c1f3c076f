package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.PlainMatrix;

/** What several fits have in common, beside the same put together from the fits themselves. */
class ConsensusIT {
  private static final int RANK = 3;
  private static final int FITS = 5;

  /** The default. */
  private static final int FIRST_SEED = 42;

  private static final String COMMON =
      "--rank 3 --solver hals --init random --max-iterations 150 --tolerance 1e-6 --plan driver";

  @TempDir private static Path directory;
  private static PartOfDigits digits;
  private static Path x;
  private static PublishedResult consensus;

  @BeforeAll
  static void fit() {
    digits = PartOfDigits.of(row -> row <= 200, column -> true);
    x = digits.csv(directory.resolve("x.csv"));
    consensus =
        FitRun.published(x, directory.resolve("consensus"), COMMON + " --consensus " + FITS);
  }

  /**
   * Each component of H has the direction of the medians over the fits of what is most like it in
   * each, of length 1: found here in the results of five fits, one by one.
   */
  @Test
  void hIsTheMedianOfTheFits() {
    double[][] found = components(consensus);
    List<double[][]> fits = new ArrayList<>();
    for (int seed = 0; seed < FITS; seed++) {
      Path output = directory.resolve("fit-" + seed);
      fits.add(components(FitRun.published(x, output, COMMON + " --seed " + (FIRST_SEED + seed))));
    }
    assertThat(consensus.manifest().at("/result/consensus/leftOut").asInt()).isZero();
    for (double[] component : found) {
      List<double[]> alike = fits.stream().map(fit -> unit(mostAlike(fit, component))).toList();
      double[] median = new double[component.length];
      for (int j = 0; j < median.length; j++) {
        int column = j;
        median[j] = alike.stream().mapToDouble(one -> one[column]).sorted().toArray()[FITS / 2];
      }
      assertThat(unit(component)).containsExactly(unit(median), within(1e-12));
    }
  }

  /** No entry of W could be better: the gradient W HH' - XH' is 0, or not below where W is. */
  @Test
  void wIsFittedToH() {
    assertThat(consensus.manifest().at("/result/consensus/fits").asInt()).isEqualTo(FITS);
    assertThat(consensus.manifest().at("/result/attempts")).hasSize(FITS);
    double[] w = entries(consensus.table("W"));
    double[] ht = entries(consensus.table("H"));
    PlainMatrix cells = PlainMatrix.of(digits.block());
    PlainMatrix product = PlainMatrix.product(w, ht, RANK);
    for (int i = 0; i < cells.rows(); i++) {
      for (int c = 0; c < RANK; c++) {
        double gradient = 0;
        double terms = 0;
        for (int j = 0; j < cells.columns(); j++) {
          gradient += (product.at(i, j) - cells.at(i, j)) * ht[j * RANK + c];
          terms += cells.at(i, j) * ht[j * RANK + c];
        }
        boolean isPositive = w[i * RANK + c] > 0;
        assertThat(isPositive ? Math.abs(gradient) : -gradient).isLessThan(1e-6 * terms);
      }
    }
    double best = least(consensus);
    assertThat(consensus.manifest().at("/result/objective").asDouble())
        .isBetween(best, 1.05 * best);
  }

  private static double[] entries(List<Row> factor) {
    return factor.stream()
        .flatMapToDouble(row -> Arrays.stream(PublishedResult.numbers(row)))
        .toArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--consensus 1 | consensus must be 0 or at least 2, got 1; raise --consensus",
        "--consensus 5 --restarts 2 | leave one out",
        "--consensus 2000 | at most 3000, since all components are compared, got 3 x 2000",
        "--consensus 5 --solver bpp | consensus and solver bpp exclude each other",
        "--consensus 5 --fix-h h | consensus and fix-h exclude each other",
        "--consensus 5 --init nndsvd | consensus must be 0 where the start is no matter of chance"
      })
  void contradictionsAreRefused(String options, String words) {
    List<String> all =
        new ArrayList<>(List.of("--rank", "3", "--input", x.toString(), "--output", "refused"));
    all.addAll(List.of(options.split(" ", -1)));
    RecordedRun run = FitRun.run(directory, all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.lastLine()).contains(words);
  }

  /** Fits that have nothing in common: the best is what there is, and that is said. */
  @Test
  void tooLittleInCommonLeavesTheBestFit() {
    PublishedResult fit =
        FitRun.published(
            x,
            directory.resolve("nothing"),
            "--rank 3 --max-iterations 2 --consensus 3 --consensus-threshold 0");
    assertThat(fit.manifest().at("/result/consensus/found").asBoolean()).isFalse();
    assertThat(fit.manifest().get("warnings").toString()).contains("have too little in common");
    assertThat(fit.manifest().at("/result/objective").asDouble()).isEqualTo(least(fit));
  }

  private static double least(PublishedResult fit) {
    double least = Double.POSITIVE_INFINITY;
    for (JsonNode one : fit.manifest().at("/result/attempts")) {
      least = Math.min(least, one.asDouble());
    }
    return least;
  }

  /** Rows of H. */
  private static double[][] components(PublishedResult fit) {
    List<Row> ht = fit.table("H");
    double[][] components = new double[RANK][ht.size()];
    for (int j = 0; j < ht.size(); j++) {
      double[] numbers = PublishedResult.numbers(ht.get(j));
      for (int c = 0; c < RANK; c++) {
        components[c][j] = numbers[c];
      }
    }
    return components;
  }

  private static double[] mostAlike(double[][] fit, double[] component) {
    double[] best = fit[0];
    for (double[] one : fit) {
      best = dot(unit(one), component) > dot(unit(best), component) ? one : best;
    }
    return best;
  }

  private static double[] unit(double[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    return Arrays.stream(vector).map(value -> value / length).toArray();
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int j = 0; j < one.length; j++) {
      sum += one[j] * other[j];
    }
    return sum;
  }
}
