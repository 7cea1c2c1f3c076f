package org.sparknmf.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.plan.EnginePlanner;
import org.sparknmf.engine.plan.Plan;
import org.sparknmf.engine.plan.PlanException;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.frame.MatrixSettings;
import org.sparknmf.frame.MatrixShape;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.method.NmfSettings;

/** What is printed and advised, on machines that a test makes up. */
class PlanPrinterTest {
  private static final long GIB = 1L << 30;

  private static PlanForecast forecast(long rows, long columns, long cells, Resources resources) {
    MatrixSettings layout =
        new MatrixSettings(
            20,
            OptionalInt.empty(),
            resources,
            DuplicatePolicy.SUM,
            Precision.DOUBLE,
            Optional.of(Orientation.ROWS),
            EmptyCells.ZERO,
            0);
    MatrixShape shape =
        new MatrixShape(rows, columns, cells, false, layout.gridFor(rows, columns, cells));
    EnginePlanner planner =
        EnginePlanner.of(NmfSettings.defaults(), shape.summary(), shape.grid(), resources);
    return new PlanForecast("a test", shape, resources, planner.checks(), chosen(planner));
  }

  private static Optional<Plan> chosen(EnginePlanner planner) {
    try {
      return Optional.of(planner.plan(Optional.empty()));
    } catch (PlanException e) {
      return Optional.empty();
    }
  }

  private static String text(PlanForecast forecast) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new PlanPrinter(new PrintStream(bytes, true, StandardCharsets.UTF_8)).text(forecast);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode json(PlanForecast forecast) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new PlanPrinter(new PrintStream(bytes, true, StandardCharsets.UTF_8)).json(forecast);
    return new ObjectMapper().readTree(bytes.toByteArray());
  }

  /**
   * By hand: 24 bytes for each of 10 million cells, 2 W of 16 MB, H of 3.2 MB 3 + 2 (2 + 3) times.
   */
  @Test
  void oneMachine() {
    PlanForecast forecast =
        forecast(100_000, 20_000, 10_000_000, new Resources(2, 4 * GIB, 2, 0, 4 * GIB));
    assertThat(text(forecast).lines())
        .contains(
            "X from a test: 100,000 rows, 20,000 columns, 10,000,000 cells; rank 20, double precision",
            "cut by rows into 8 segments in 2 partitions",
            "driver: 2 cores, heap of 4.000 GiB; it runs all tasks",
            "plan driver: X and the factors fit the driver, which has all the cores there are")
        .anyMatch(
            line -> line.matches("driver +yes +0.292 GiB +1.600 GiB +- +- +0.130 GiB +0.000 GiB"))
        .anyMatch(line -> line.matches("shuffle +yes +[0-9.]+ GiB +2.600 GiB +- +- .*"));
    assertThat(PlanAdvice.of(forecast)).isEmpty();
  }

  @Test
  void executorsThatAreNotNeeded() {
    PlanForecast forecast = forecast(1189, 6080, 153_710, new Resources(2, 4 * GIB, 8, 4, 4 * GIB));
    assertThat(text(forecast))
        .contains(
            "driver: 2 cores, heap of 4.000 GiB; executors: 4 with 8 cores in all, heap of 4.000")
        .contains("--master 'local[*]', is enough");
  }

  /**
   * What is kept, 14 GB of X and 3.2 GB of W twice, is more than 0.6 (4 GiB - 300 MiB) on each of
   * two.
   */
  @Test
  void executorsThatKeepTooMuch() {
    PlanForecast forecast =
        forecast(20_000_000, 20_000, 1_000_000_000, new Resources(2, 4 * GIB, 8, 2, 4 * GIB));
    assertThat(forecast.chosen().orElseThrow().kind()).isEqualTo(PlanKind.BROADCAST);
    assertThat(PlanAdvice.of(forecast))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("plan driver does not fit: it needs 2"))
        .anyMatch(
            line ->
                line.endsWith(
                    "19.00 GiB, of which memory holds about 4.45 GiB and the disks the rest: to keep"
                        + " all in memory give --executor-memory 17g, or 9 executors in place of"
                        + " 2"));
  }

  @Test
  void forProgramsTheSame() throws IOException {
    Resources resources = new Resources(2, GIB, 2, 1, 2 * GIB);
    JsonNode json = json(forecast(200_000, 2_000_000, 20_000_000, resources));
    assertThat(json.get("chosen").asText()).isEqualTo("shuffle");
    assertThat(json.get("reason").asText()).startsWith("H alone is ");
    assertThat(json.get("plans")).hasSize(4);
    JsonNode scatter = json.get("plans").get(2);
    assertThat(scatter.get("plan").asText()).isEqualTo("scatter");
    // H, and for two tasks the rows of one of eight segments, before and after.
    assertThat(scatter.get("executorBytes").asLong())
        .isEqualTo(2_000_000 * 20 * 8 + 2 * 2 * 200_000 * 20 * 8 / 8);
    assertThat(scatter.get("broadcastBytesPerExecutor").asLong()).isGreaterThan(2_000_000 * 20 * 8);
    assertThat(json.get("plans").get(0).get("fits").asBoolean()).isFalse();
    assertThat(json.get("plans").get(0).get("shortfall").asText())
        .contains("raise --driver-memory to ")
        .doesNotContain("--plan");
  }
}
