package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.SampleMatrix;

/** What {@code fit} leaves of real data, looked at with nothing but the contract in hand. */
class FitIT {
  private static final int RANK = 6;
  private static final int ITERATIONS = 15;
  private static final String OPTIONS = "--tolerance 0 --rank 6 --max-iterations 15 --top 8";

  /** A fit and the matrix that it should have seen. */
  private record Fit(SampleMatrix x, PublishedResult result) {}

  @TempDir private static Path directory;
  private static Map<String, Fit> fits;

  @BeforeAll
  static void fit() {
    SampleMatrix digits = SampleMatrix.of("digits");
    SampleMatrix bible = WeightedSample.of(SampleMatrix.of("bible-kjv"));
    Path digitsFile = SampleMatrix.copy("digits", directory.resolve("digits-in"));
    Path bibleFile = SampleMatrix.copy("bible-kjv", directory.resolve("bible-in"));
    fits =
        Map.of(
            "digits",
            new Fit(digits, published(digitsFile, "digits", "")),
            "transposed",
            new Fit(digits.transposed(), published(digitsFile, "transposed", " --transpose")),
            "bible",
            new Fit(bible, published(bibleFile, "bible", " --weighting tf-idf")));
  }

  private static PublishedResult published(Path input, String output, String options) {
    return FitRun.published(input, directory.resolve(output), OPTIONS + options);
  }

  @Tag("everyBuild")
  @Test
  void leavesWhatTheContractNamesAndNothingElse() {
    assertThat(directory.toFile().list())
        .containsExactlyInAnyOrder(
            "digits-in",
            "bible-in",
            "digits",
            "digits.status.json",
            "transposed",
            "transposed.status.json",
            "bible",
            "bible.status.json");
    assertThat(directory.resolve("digits").toFile().list())
        .containsExactlyInAnyOrder(
            "W",
            "H",
            "components",
            "model",
            "manifest.json",
            "history.jsonl",
            "figures.json",
            "report.html",
            "_SUCCESS");
    assertThat(directory.resolve("bible").toFile().list())
        .containsExactlyInAnyOrder(
            "W",
            "H",
            "components",
            "model",
            "weighting",
            "manifest.json",
            "history.jsonl",
            "figures.json",
            "report.html",
            "_SUCCESS");
  }

  @Tag("everyBuild")
  @ParameterizedTest
  @ValueSource(strings = {"digits", "transposed", "bible"})
  void theFactorsBearTheOriginalIdsInTheirOrder(String name) {
    Fit fit = fits.get(name);
    assertThat(ids(fit.result.table("W"))).isEqualTo(sorted(fit.x.rows()));
    assertThat(ids(fit.result.table("H"))).isEqualTo(sorted(fit.x.columns()));
  }

  @Tag("everyBuild")
  @ParameterizedTest
  @ValueSource(strings = {"digits", "transposed", "bible"})
  void theErrorIsThatOfTheFactors(String name) {
    Fit fit = fits.get(name);
    double error = relativeError(fit.x, fit.result.table("W"), fit.result.table("H"));
    JsonNode result = fit.result.manifest().get("result");
    assertThat(result.get("relativeError").asDouble()).isCloseTo(error, within(1e-9));
    assertThat(error).isBetween(0.1, 0.97);
  }

  @Tag("everyBuild")
  @ParameterizedTest
  @ValueSource(strings = {"digits", "transposed", "bible"})
  void theDigestIsThatOfTheFactorsInOrderOfIds(String name) {
    PublishedResult result = fits.get(name).result;
    assertThat(result.sha256())
        .containsExactly(
            PublishedResult.sha256(result.table("W")), PublishedResult.sha256(result.table("H")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"digits", "transposed", "bible"})
  void componentsComeByWeightAndSharesMakeOne(String name) {
    List<Row> components = fits.get(name).result.table("components");
    assertThat(components.stream().map(row -> row.getInt(0)))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, RANK).boxed().toList());
    assertThat(components.stream().map(row -> row.<Double>getAs("weight")))
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(components.stream().mapToDouble(row -> row.<Double>getAs("share")).sum())
        .isCloseTo(1, within(1e-12));
    for (Row component : components) {
      List<Row> columns = component.getList(component.fieldIndex("columns"));
      assertThat(columns).hasSizeBetween(1, 8);
      assertThat(columns.stream().map(row -> row.<Double>getAs("weight")))
          .isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(fits.get(name).x.columns().containsAll(ids(columns))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"digits", "transposed", "bible"})
  void theHistoryFallsToTheErrorOfTheManifest(String name) {
    PublishedResult result = fits.get(name).result;
    List<JsonNode> history = result.history();
    assertThat(history.stream().map(line -> line.get("iteration").asInt()))
        .containsExactlyElementsOf(IntStream.rangeClosed(0, ITERATIONS).boxed().toList());
    assertThat(history.stream().map(line -> line.get("objective").asDouble()))
        .isSortedAccordingTo(Comparator.reverseOrder());
    JsonNode end = result.manifest().get("result");
    assertThat(end.get("iterations").asInt()).isEqualTo(ITERATIONS);
    assertThat(history.get(ITERATIONS).get("relativeError").asDouble())
        .isCloseTo(end.get("relativeError").asDouble(), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"digits", "transposed", "bible"})
  void manifestAndStatusFileTellHowItEnded(String name) {
    Fit fit = fits.get(name);
    JsonNode manifest = fit.result.manifest();
    assertThat(manifest.get("status").asText()).isEqualTo("done");
    assertThat(manifest.get("exitCode").asInt()).isZero();
    assertThat(manifest.at("/input/rows").asInt()).isEqualTo(fit.x.rows().size());
    assertThat(manifest.at("/input/columns").asInt()).isEqualTo(fit.x.columns().size());
    assertThat(manifest.at("/input/nonZeros").asInt()).isEqualTo(fit.x.cells().size());
    assertThat(manifest.at("/result/stopReason").asText()).contains("15 iterations");
    assertThat(fit.result.status().get("state").asText()).isEqualTo("DONE");
    assertThat(fit.result.status().get("exitCode").asInt()).isZero();
    assertThat(fit.result.status().get("runId")).isEqualTo(manifest.get("runId"));
  }

  /** Pixels in the corners of the digits are black in all images. */
  @ParameterizedTest
  @ValueSource(strings = {"digits", "transposed", "bible"})
  void theManifestTellsWhatOfTheDataDeservesALook(String name) {
    Fit fit = fits.get(name);
    JsonNode quality = fit.result.manifest().at("/input/quality");
    assertThat(texts(quality.get("firstZeroRows")))
        .isEqualTo(without(fit.x.rows(), fit.x.cells().stream().map(SampleMatrix.Entry::row)));
    assertThat(texts(quality.get("firstZeroColumns")))
        .isEqualTo(
            without(fit.x.columns(), fit.x.cells().stream().map(SampleMatrix.Entry::column)));
    assertThat(quality.at(name.equals("transposed") ? "/zeroRows" : "/zeroColumns").asInt())
        .isEqualTo(name.equals("bible") ? 0 : 3);
    assertThat(quality.get("duplicateCells").asInt()).isZero();
    assertThat(quality.get("explicitZeros").asInt()).isZero();
    double[] values =
        SampleMatrix.of(name.equals("bible") ? "bible-kjv" : "digits").cells().stream()
            .mapToDouble(SampleMatrix.Entry::value)
            .sorted()
            .toArray();
    assertThat(quality.get("smallest").asDouble()).isEqualTo(values[0]);
    assertThat(quality.get("largest").asDouble()).isEqualTo(values[values.length - 1]);
  }

  private static List<String> texts(JsonNode ids) {
    return StreamSupport.stream(ids.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> without(List<?> ids, Stream<Integer> there) {
    Set<Integer> positions = there.collect(Collectors.toSet());
    return IntStream.range(0, ids.size())
        .filter(position -> !positions.contains(position))
        .mapToObj(position -> ids.get(position).toString())
        .toList();
  }

  @Test
  void theWeightsOfTfIdfAreKept() {
    Map<?, Double> weights =
        fits.get("bible").result.table("weighting").stream()
            .collect(Collectors.toMap(row -> row.get(0), row -> row.getDouble(1)));
    SampleMatrix counts = SampleMatrix.of("bible-kjv");
    double[] idf = WeightedSample.idf(counts);
    assertThat(weights).hasSize(idf.length);
    for (int j = 0; j < idf.length; j++) {
      assertThat(weights.get(counts.columns().get(j))).isCloseTo(idf[j], within(1e-12));
    }
  }

  @Tag("everyBuild")
  @Test
  void describeReadsItBack() {
    Path output = directory.resolve("bible");
    RecordedRun run = new RecordedRun(directory).run(Commands.ALL, "describe", output.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("X: 1,189 x 6,080, 153,710 non-zeros. Rank 6, 15 iterations");
    assertThat(run.out()).containsPattern("Error: 0\\.9\\d+ █[▁▂▃▄▅▆▇█]{14}▁ 0\\.9\\d+\n");
    assertThat(run.out().lines().filter(line -> line.matches(" +\\d+ .* % +[█▏▎▍▌▋▊▉].*")))
        .hasSize(RANK);
  }

  private static List<Object> ids(List<Row> rows) {
    return rows.stream().map(row -> row.getAs("id")).toList();
  }

  /** Longs by value, strings by their bytes, which for ASCII is the order of Java. */
  private static List<?> sorted(List<?> ids) {
    return ids.stream().sorted().toList();
  }

  /** ||X - WH|| / ||X||, cell by cell. */
  private static double relativeError(SampleMatrix x, List<Row> w, List<Row> h) {
    List<double[]> wRows = inOrderOf(x.rows(), w);
    List<double[]> hRows = inOrderOf(x.columns(), h);
    double[] rest = new double[wRows.size() * hRows.size()];
    double norm = 0;
    for (SampleMatrix.Entry cell : x.cells()) {
      rest[cell.row() * hRows.size() + cell.column()] = cell.value();
      norm += cell.value() * cell.value();
    }
    double squares = 0;
    for (int cell = 0; cell < rest.length; cell++) {
      double[] row = wRows.get(cell / hRows.size());
      double[] column = hRows.get(cell % hRows.size());
      squares += Math.pow(rest[cell] - product(row, column), 2);
    }
    return Math.sqrt(squares / norm);
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < RANK; c++) {
      sum += a[c] * b[c];
    }
    return sum;
  }

  private static List<double[]> inOrderOf(List<?> ids, List<Row> factor) {
    Map<Object, double[]> byId =
        factor.stream().collect(Collectors.toMap(row -> row.getAs("id"), PublishedResult::numbers));
    return ids.stream().map(byId::get).toList();
  }
}
