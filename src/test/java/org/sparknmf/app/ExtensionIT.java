package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.ml.NMF;
import org.sparknmf.ml.NMFModel;
import org.sparknmf.testing.TestSpark;

/**
 * A solver and a loss that other jars bring are used as the built-in ones are: one class each in
 * {@code org.sparknmf.extension} and one line in {@code META-INF/services}.
 */
class ExtensionIT {
  private static final String COMMON = " --rank 3 --max-iterations 12 --tolerance 0 --seed 5";

  @TempDir private static Path directory;
  private static Path file;

  @BeforeAll
  static void writeTheMatrix() {
    file = PartOfDigits.of(row -> row <= 60, column -> true).csv(directory.resolve("x.csv"));
  }

  @ParameterizedTest
  @CsvSource({
    "projected-descent, frobenius, zero",
    "mu, smoothed-absolute, missing",
    "mu, smoothed-absolute, zero"
  })
  void everyPlanGivesTheSameBitsAndNeverRises(String solver, String loss, String emptyCells) {
    String options =
        COMMON + " --solver " + solver + " --loss " + loss + " --empty-cells " + emptyCells;
    List<List<String>> bits = new ArrayList<>();
    boolean everyCell = !loss.equals("frobenius") && emptyCells.equals("zero");
    // A loss of every cell needs all of H on every machine, which plan shuffle does not have.
    for (String plan :
        List.of("driver", "broadcast", "scatter", everyCell ? "driver" : "shuffle")) {
      Path output = directory.resolve(solver + loss + emptyCells + plan + bits.size());
      PublishedResult result = FitRun.published(file, output, options.strip() + " --plan " + plan);
      bits.add(result.sha256());
      List<Double> objectives =
          result.history().stream().map(line -> line.get("objective").asDouble()).toList();
      for (int i = 1; i < objectives.size(); i++) {
        assertThat(objectives.get(i)).isLessThanOrEqualTo(objectives.get(i - 1) * (1 + 1e-12));
      }
      assertThat(objectives.get(12)).isLessThan(0.8 * objectives.get(0));
    }
    assertThat(bits).allMatch(bits.get(0)::equals);
  }

  /** The sum of sqrt((x - y)^2 + 1) - 1 over all cells, from the published factors. */
  @Test
  void theLossIsWhatItsFormulaSays() {
    PublishedResult result =
        FitRun.published(
            file, directory.resolve("formula"), (COMMON + " --loss smoothed-absolute").strip());
    Map<String, Double> cells = new HashMap<>();
    for (Row cell : triples().collectAsList()) {
      cells.put(cell.getLong(0) + "," + cell.getLong(1), cell.getDouble(2));
    }
    Map<String, double[]> h = byId(result.table("H"));
    double loss = 0;
    for (Map.Entry<String, double[]> row : byId(result.table("W")).entrySet()) {
      for (Map.Entry<String, double[]> column : h.entrySet()) {
        double y = 0;
        for (int c = 0; c < 3; c++) {
          y += row.getValue()[c] * column.getValue()[c];
        }
        String cell = row.getKey() + "," + column.getKey();
        double difference = cells.getOrDefault(cell, 0.0) - y;
        loss += Math.sqrt(difference * difference + 1) - 1;
      }
    }
    assertThat(result.manifest().at("/result/objective").asDouble())
        .isCloseTo(loss, within(1e-10 * loss));
  }

  @Test
  void theReportAndTheManifestNameThem() throws IOException {
    Path output = directory.resolve("named");
    FitRun.published(file, output, (COMMON + " --solver projected-descent --init random").strip());
    assertThat(Files.readString(output.resolve("report.html")))
        .contains("by projected gradient descent with loss frobenius");
    Path other = directory.resolve("named-loss");
    PublishedResult result =
        FitRun.published(file, other, (COMMON + " --loss smoothed-absolute").strip());
    JsonNode settings = result.manifest().get("settings");
    assertThat(settings.get("loss").asText()).isEqualTo("smoothed-absolute");
    assertThat(Files.readString(other.resolve("report.html"))).contains("smoothed-absolute");
  }

  /** New rows are folded in: those of the fit get about the weights that it ended with. */
  @Test
  void theEstimatorTakesThemAndItsModelFoldsRowsIn() throws IOException {
    Dataset<Row> rows = triples();
    NMF nmf = triplesOf(new NMF()).setK(3).setLoss("smoothed-absolute").setMaxIter(20).setTol(0);
    NMFModel model = nmf.fit(rows);
    Path saved = directory.resolve("saved");
    model.write().overwrite().save(saved.toString());
    NMFModel loaded = NMFModel.load(saved.toString());
    assertThat(loaded.getLoss()).isEqualTo("smoothed-absolute");
    List<Row> weights = loaded.transform(rows).select("factors").collectAsList();
    assertThat(weights).hasSize(60);
    assertThat(weights.stream().map(row -> ((Vector) row.get(0)).numNonzeros()))
        .anyMatch(count -> count > 0);
    assertThat(
            triplesOf(new NMF())
                .setK(3)
                .setSolver("projected-descent")
                .setMaxIter(5)
                .fit(rows)
                .getSolver())
        .isEqualTo("projected-descent");
  }

  @Test
  void whatTheyDoNotServeIsRefused() {
    RecordedRun run =
        FitRun.run(
            directory,
            Stream.of(
                    "--input",
                    file.toString(),
                    "--output",
                    "never",
                    "--solver",
                    "hals",
                    "--loss",
                    "smoothed-absolute")
                .toArray(String[]::new));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.lastLine())
        .contains("solver hals works with loss frobenius, got smoothed-absolute");
  }

  private static Dataset<Row> triples() {
    return TestSpark.session()
        .read()
        .option("header", "true")
        .schema("row LONG, column LONG, value DOUBLE")
        .csv(file.toString());
  }

  private static NMF triplesOf(NMF nmf) {
    return nmf.setRowCol("row").setColCol("column").setValueCol("value");
  }

  private static Map<String, double[]> byId(List<Row> factor) {
    Map<String, double[]> rows = new HashMap<>();
    factor.forEach(row -> rows.put(row.get(0).toString(), PublishedResult.numbers(row)));
    return rows;
  }
}
