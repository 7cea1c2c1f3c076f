package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.loop.LocalNmf;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.testing.Summaries;

/** A fit that starts where an earlier one stopped, on the same data or on data that has changed. */
class WarmStartIT {
  private static final int RANK = 4;
  private static final String COMMON = "--tolerance 0 --rank 4";

  @TempDir private static Path directory;
  private static PartOfDigits then;
  private static PartOfDigits now;
  private static Path thenFile;
  private static Path nowFile;
  private static Path model;

  @BeforeAll
  static void fitOnEarlierData() {
    then = PartOfDigits.of(row -> row <= 400 && row % 7 != 3, column -> column % 8 != 4);
    now = PartOfDigits.of(row -> row > 100 && row <= 450, column -> column % 8 != 5);
    thenFile = then.csv(directory.resolve("then.csv"));
    nowFile = now.csv(directory.resolve("now.csv"));
    model = directory.resolve("model");
    FitRun.published(thenFile, model, COMMON + " --max-iterations 6 --init random");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--plan broadcast",
        "--plan driver --solver hals --momentum no",
        "--plan shuffle --loss kullback-leibler",
        "--plan scatter --precision single --orientation columns",
        "--plan driver --solver bpp"
      })
  void goesOnAsIfItHadNeverStopped(String option) {
    String options = COMMON + " " + option;
    String name = option.replaceAll("[^a-z]+", "-");
    Path five = directory.resolve("five" + name);
    PublishedResult whole =
        FitRun.published(
            thenFile, directory.resolve("ten" + name), options + " --max-iterations 10");
    FitRun.published(thenFile, five, options + " --max-iterations 5");
    PublishedResult rest =
        FitRun.published(
            thenFile,
            directory.resolve("rest" + name),
            options + " --max-iterations 5 --init-from " + five);
    assertThat(rest.sha256()).isEqualTo(whole.sha256());
    assertThat(rest.manifest().at("/settings/init-from").asText()).isEqualTo(five.toString());
  }

  /** Against one block in one JVM, started from what the tables of the model say. */
  @ParameterizedTest
  @CsvSource({"rows, driver", "columns, shuffle"})
  void newRowsAndColumnsStartFresh(String orientation, String plan) {
    MatrixBlock x = now.block();
    MatrixSummary summary = Summaries.of(x);
    NmfSettings settings = NmfSettings.defaults().withRank(RANK).withStop(3, 0);
    RandomStart random = new RandomStart(settings.seed(), summary.mean(), RANK);
    double[] w = start(random, RandomStart.FactorName.W, now.rows(), "W");
    double[] h = start(random, RandomStart.FactorName.H, now.columns(), "H");
    LocalNmf.Factors expected = new LocalNmf(settings).fit(x, summary, w, h);
    PublishedResult fit =
        fitNow("fresh" + plan, "--init custom --plan " + plan + " --orientation " + orientation);
    assertThat(numbers(fit.table("W"))).containsExactly(expected.w(), within(1e-9));
    assertThat(numbers(fit.table("H"))).containsExactly(expected.ht(), within(1e-9));
  }

  private static double[] start(
      RandomStart random, RandomStart.FactorName factor, List<Long> ids, String table) {
    Map<Object, double[]> known =
        new PublishedResult(model)
            .table(table).stream()
                .collect(Collectors.toMap(row -> row.get(0), PublishedResult::numbers));
    double[] all = new double[ids.size() * RANK];
    random.fill(factor, 0, all);
    for (int i = 0; i < ids.size(); i++) {
      double[] row = known.get(ids.get(i));
      if (row != null) {
        System.arraycopy(row, 0, all, i * RANK, RANK);
      }
    }
    return all;
  }

  private static double[] numbers(List<Row> factor) {
    return factor.stream()
        .flatMapToDouble(row -> Arrays.stream(PublishedResult.numbers(row)))
        .toArray();
  }

  @Tag("onRequest")
  @Test
  void hasTheSameBitsOnEveryPlan() {
    PublishedResult inDriver = fitNow("bits", "--plan driver");
    for (String plan :
        List.of(
            "broadcast --partitions 1",
            "broadcast --partitions 7",
            "scatter",
            "shuffle",
            "shuffle --partitions 3")) {
      PublishedResult fit = fitNow("bits-" + plan.replace(' ', '-'), "--plan " + plan);
      assertThat(fit.sha256()).as(plan).isEqualTo(inDriver.sha256());
    }
  }

  private static PublishedResult fitNow(String name, String options) {
    return FitRun.published(
        nowFile,
        directory.resolve(name),
        COMMON + " --max-iterations 3 --init-from " + model + " " + options);
  }

  @Test
  void saysHowMuchOfTheModelApplies() {
    RecordedRun run =
        FitRun.run(
            directory,
            "--input",
            nowFile.toString(),
            "--output",
            directory.resolve("said").toString(),
            "--rank",
            "4",
            "--max-iterations",
            "1",
            "--init-from",
            model.toString());
    long rows = now.rows().stream().filter(then.rows()::contains).count();
    long columns = now.columns().stream().filter(then.columns()::contains).count();
    assertThat(rows).isBetween(200L, 300L);
    assertThat(run.err())
        .contains(
            "warm start: %d of %d rows and %d of %d columns from %s, others start fresh;"
                    .formatted(rows, now.rows().size(), columns, now.columns().size(), model)
                + " %d rows and %d columns there are not in X"
                    .formatted(then.rows().size() - rows, then.columns().size() - columns));
  }

  /** The model is read to the end before the new result takes its place. */
  @Test
  void mayReplaceTheModelThatItStartsFrom() {
    Path nightly = directory.resolve("nightly");
    FitRun.published(thenFile, nightly, COMMON + " --max-iterations 2");
    PublishedResult second =
        FitRun.published(
            thenFile,
            nightly,
            COMMON + " --max-iterations 2 --if-exists overwrite --init-from " + nightly);
    PublishedResult four =
        FitRun.published(thenFile, directory.resolve("four"), COMMON + " --max-iterations 4");
    assertThat(second.sha256()).isEqualTo(four.sha256());
  }
}
