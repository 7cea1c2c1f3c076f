package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.ml.NMFModel;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.TestSpark;

/**
 * What people do with a model from the command line: sixty images of digits, rank 5, fitted to the
 * end.
 */
class ModelCommandsIT {
  private static final int RANK = 5;

  @TempDir private static Path directory;
  private static PartOfDigits x;
  private static Path file;
  private static Path model;
  private static Map<Object, double[]> w;
  private static Map<Object, double[]> h;

  @BeforeAll
  static void fit() {
    x = PartOfDigits.of(row -> row <= 60, column -> true);
    file = x.csv(directory.resolve("x.csv"));
    model = directory.resolve("model");
    PublishedResult result =
        FitRun.published(
            file, model, "--rank 5 --solver bpp --tolerance 0 --max-iterations 600 --plan driver");
    w = factor(result.table("W"));
    h = factor(result.table("H"));
  }

  private static Map<Object, double[]> factor(List<Row> rows) {
    Map<Object, double[]> factor = new HashMap<>();
    rows.forEach(row -> factor.put(row.get(0), PublishedResult.numbers(row)));
    return factor;
  }

  private static RecordedRun run(String line) {
    TestSpark.session();
    RecordedRun run = new RecordedRun(directory);
    return run.run(Commands.ALL, line.split(" ", -1));
  }

  private static PublishedResult published(String line, String output) {
    Path place = directory.resolve(output);
    RecordedRun run = run(line + " --output " + place);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return new PublishedResult(place);
  }

  private static JsonNode printed(String line) throws IOException {
    RecordedRun run = run(line + " --json");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return new ObjectMapper().readTree(run.out());
  }

  private static double fitted(double[] wRow, double[] hRow) {
    double sum = 0;
    for (int c = 0; c < RANK; c++) {
      sum = Math.fma(wRow[c], hRow[c], sum);
    }
    return sum;
  }

  @Test
  void transformGivesTrainingRowsTheirWeights() throws IOException {
    PublishedResult all = published("transform --model " + model + " --input " + file, "all");
    Map<Object, double[]> weights = factor(all.table("W"));
    assertThat(weights).hasSameSizeAs(w);
    double[] largest = {0};
    w.forEach(
        (id, row) -> {
          for (int c = 0; c < RANK; c++) {
            largest[0] = Math.max(largest[0], Math.abs(row[c] - weights.get(id)[c]));
          }
        });
    assertThat(largest[0]).isLessThan(1e-8);
    assertThat(all.manifest().at("/outcome/rows").asLong()).isEqualTo(60);
    assertThat(all.manifest().at("/settings/model").asText()).isEqualTo(model.toString());
    assertThat(all.status().get("state").asText()).isEqualToIgnoringCase("done");

    String one =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("row") || line.startsWith("41,"))
            .collect(Collectors.joining("\n", "", "\n41,999,5\n"));
    Path alone = Files.writeString(directory.resolve("one.csv"), one);
    PublishedResult single = published("transform --model " + model + " --input " + alone, "one");
    assertThat(factor(single.table("W")).get(41L))
        .as("alone and in a batch, the same bits; unknown columns do not count")
        .isEqualTo(weights.get(41L));
    assertThat(single.manifest().at("/outcome/unknownColumns").asLong()).isEqualTo(1);
    assertThat(single.manifest().at("/warnings/0").asText()).contains("1 columns");
  }

  /** The model remembers the weighting: raw counts go in. */
  @Test
  void transformWeighsAsTheFitDid() {
    Path sample = x.csv(directory.resolve("counts.csv"));
    Path weighted = directory.resolve("weighted");
    FitRun.published(
        sample,
        weighted,
        "--rank 3 --solver bpp --tolerance 0 --max-iterations 600 --plan driver --weighting tf-idf");
    PublishedResult all =
        published("transform --model " + weighted + " --input " + sample, "reweighted");
    Map<Object, double[]> weights = factor(all.table("W"));
    Map<Object, double[]> expected = factor(new PublishedResult(weighted).table("W"));
    assertThat(weights).hasSameSizeAs(expected);
    expected.forEach(
        (id, row) -> {
          for (int c = 0; c < 3; c++) {
            assertThat(weights.get(id)[c]).isCloseTo(row[c], within(1e-6));
          }
        });
  }

  /** Against every entry of WH, sorted; a tie is broken by id. */
  @Test
  void recommendsTheLargestEntriesThatAreNotInTheInput() {
    Set<String> seen = new HashSet<>();
    x.cells().forEach(cell -> seen.add((cell.row() + 1) + " " + (cell.column() + 1)));
    String line = "recommend --model " + model + " --top 4 --input " + file;
    PublishedResult rows = published(line, "for-rows");
    assertThat(rows.table("recommendations")).hasSize(w.size());
    for (Row row : rows.table("recommendations")) {
      Object id = row.get(0);
      assertThat(ids(row))
          .isEqualTo(best(h, column -> fitted(w.get(id), h.get(column)), id + " %s", seen));
    }
    PublishedResult columns = published(line + " --for columns", "for-columns");
    assertThat(columns.table("recommendations")).hasSize(h.size());
    for (Row row : columns.table("recommendations")) {
      Object id = row.get(0);
      assertThat(ids(row))
          .isEqualTo(best(w, other -> fitted(w.get(other), h.get(id)), "%s " + id, seen));
    }
    RecordedRun blind =
        run("recommend --model " + model + " --output " + directory.resolve("blind"));
    assertThat(blind.err()).contains("give --input to leave them out");
  }

  private static List<Object> ids(Row row) {
    return row.<Row>getList(1).stream().map(recommended -> recommended.get(0)).toList();
  }

  private static List<Object> best(
      Map<Object, double[]> others, ToDoubleFunction<Object> score, String pair, Set<String> seen) {
    return others.keySet().stream()
        .filter(other -> !seen.contains(pair.formatted(other)))
        .sorted(Comparator.comparingDouble(score).reversed().thenComparing(other -> (Long) other))
        .limit(4)
        .toList();
  }

  @Test
  void predictsCells() throws IOException {
    Path pairs =
        Files.writeString(directory.resolve("pairs.csv"), "row,column\n5,7\n9,30\n9,999\n");
    PublishedResult result =
        published("predict --model " + model + " --input " + pairs, "predicted");
    List<Row> found = result.table("predictions");
    assertThat(found).hasSize(3);
    assertThat(found.get(0).getDouble(2)).isCloseTo(fitted(w.get(5L), h.get(7L)), within(1e-12));
    assertThat(found.get(1).getDouble(2)).isCloseTo(fitted(w.get(9L), h.get(30L)), within(1e-12));
    assertThat(found.get(2).isNullAt(2)).as("the model has no column 999").isTrue();
    assertThat(result.manifest().at("/outcome/unknownCells").asLong()).isEqualTo(1);
  }

  /** The errors of W as it was fitted: at the minimum the best weights are W's. */
  @Test
  void evaluatesWholeRowsAndCells() throws IOException {
    double residual = 0;
    double squares = 0;
    double absolute = 0;
    double stored = 0;
    for (SampleMatrix.Entry cell : x.cells()) {
      double fitted = fitted(w.get(cell.row() + 1L), h.get(cell.column() + 1L));
      squares += cell.value() * cell.value();
      stored += Math.pow(cell.value() - fitted, 2);
      absolute += Math.abs(cell.value() - fitted);
      residual -= fitted * fitted;
    }
    residual += stored;
    for (double[] row : w.values()) {
      for (double[] column : h.values()) {
        residual += Math.pow(fitted(row, column), 2);
      }
    }
    String line = "evaluate --model " + model + " --input " + file;
    JsonNode rows = printed(line + " --top 3");
    assertThat(rows.get("rows").asLong()).isEqualTo(60);
    assertThat(rows.get("relativeError").asDouble())
        .isCloseTo(Math.sqrt(residual / squares), within(1e-9));
    assertThat(rows.get("explainedVariance").asDouble())
        .isCloseTo(1 - residual / squares, within(1e-9));
    assertThat(rows.get("sparsenessOfH").asDouble()).isBetween(0.2, 0.9);
    assertThat(rows.get("npmi").asDouble()).isBetween(-1.0, 1.0);
    assertThat(rows.get("components")).hasSize(RANK);
    assertThat(rows.at("/components/0/columns")).hasSize(3);

    JsonNode cells = printed(line + " --held-out");
    assertThat(cells.get("cells").asLong()).isEqualTo(x.cells().size());
    assertThat(cells.get("unknownCells").asLong()).isZero();
    assertThat(cells.get("rmse").asDouble())
        .isCloseTo(Math.sqrt(stored / x.cells().size()), within(1e-12));
    assertThat(cells.get("mae").asDouble()).isCloseTo(absolute / x.cells().size(), within(1e-12));
  }

  @Test
  void exportsFilesForOtherPrograms() throws IOException {
    published("export --model " + model, "as-csv");
    List<String> csv = Files.readAllLines(directory.resolve("as-csv/W.csv"));
    assertThat(csv).hasSize(61);
    assertThat(csv.get(0)).isEqualTo("id,factor_1,factor_2,factor_3,factor_4,factor_5");
    for (String line : csv.subList(1, csv.size())) {
      String[] fields = line.split(",", -1);
      double[] numbers = Arrays.stream(fields).skip(1).mapToDouble(Double::parseDouble).toArray();
      assertThat(numbers).isEqualTo(w.get(Long.valueOf(fields[0])));
    }
    published("export --model " + model + " --file-format npy", "as-npy");
    assertThat(Files.size(directory.resolve("as-npy/H.npy"))).isEqualTo(128 + 8L * RANK * h.size());
    assertThat(Files.readAllLines(directory.resolve("as-npy/H-ids.txt")))
        .isEqualTo(
            h.keySet().stream().map(Long.class::cast).sorted().map(String::valueOf).toList());
  }

  @Test
  void theModelLoadsAsAStageAndMayBeSavedElsewhere() throws IOException {
    NMFModel loaded = NMFModel.load(model.resolve("model").toString());
    assertThat(loaded.rank()).isEqualTo(RANK);
    assertThat(loaded.getSolver()).isEqualTo("bpp");
    assertThat(loaded.rowFactors().count()).isEqualTo(60);
    Path elsewhere = directory.resolve("elsewhere");
    loaded.write().save(elsewhere.toString());
    PublishedResult again =
        published("transform --model " + elsewhere + " --input " + file, "again");
    PublishedResult first = published("transform --model " + model + " --input " + file, "first");
    assertThat(again.table("W")).isEqualTo(first.table("W"));
  }

  @Test
  void whatIsWrongIsRefused() throws IOException {
    String transform = "transform --input " + file + " --output " + directory.resolve("no");
    assertFails(transform, ExitCode.USAGE, "model is not given");
    assertFails(transform + " --model nowhere", ExitCode.INPUT, "model 'nowhere' does not exist");
    assertFails(
        transform + " --model " + file.getParent() + "/x.csv",
        ExitCode.INPUT,
        "is not the directory of a whole NMFModel");
    Path empty = directory.resolve("emptied");
    Files.createDirectories(empty.resolve("metadata"));
    Files.writeString(empty.resolve("metadata/part-00000"), "");
    assertFails(
        transform + " --model " + empty, ExitCode.INPUT, "emptied/metadata' is empty; save");
    assertFails(
        "transform --model " + model + " --input " + file + " --output " + model.getParent(),
        ExitCode.USAGE,
        "lies in output");
    Path foreign = Files.writeString(directory.resolve("foreign.csv"), "r,c,v\n1,x,1\n2,y,2\n");
    Path output = directory.resolve("no");
    assertFails(
        "transform --model " + model + " --input " + foreign + " --output " + output,
        ExitCode.INVALID_MATRIX,
        "none of the 2 columns of the input is a column of the model");
    assertFails(
        "predict --model " + model + " --input " + foreign + " --output " + output,
        ExitCode.INVALID_MATRIX,
        "none of the 2 cells, whose ids are of another type");
    Path negative = Files.writeString(directory.resolve("negative.csv"), "r,c,v\n1,2,1\n1,3,-4\n");
    assertFails(
        "transform --model " + model + " --input " + negative + " --output " + output,
        ExitCode.INVALID_MATRIX,
        "-4");
    assertThat(Files.exists(output)).isFalse();
  }

  @Test
  void aDamagedModelIsNamed() throws IOException {
    Path damaged = directory.resolve("damaged");
    copy(model.resolve("model"), damaged);
    try (Stream<Path> files = Files.list(damaged.resolve("H"))) {
      for (Path part :
          new ArrayList<>(files.filter(f -> f.toString().endsWith("parquet")).toList())) {
        byte[] bytes = Files.readAllBytes(part);
        Files.write(part, Arrays.copyOf(bytes, bytes.length / 2));
      }
    }
    try (Stream<Path> sums = Files.list(damaged.resolve("H"))) {
      for (Path sum : sums.filter(f -> f.toString().endsWith(".crc")).toList()) {
        Files.delete(sum);
      }
    }
    assertFails(
        "export --model " + damaged + " --output " + directory.resolve("none"),
        ExitCode.INPUT,
        damaged.toString());
    Path newer = directory.resolve("newer");
    copy(model.resolve("model"), newer);
    try (Stream<Path> files = Files.list(newer.resolve("metadata"))) {
      for (Path part : files.toList()) {
        if (part.getFileName().toString().startsWith("part")) {
          String text = Files.readString(part);
          Files.writeString(part, text.replace("\"formatVersion\":1", "\"formatVersion\":99"));
        } else if (part.toString().endsWith(".crc")) {
          Files.delete(part);
        }
      }
    }
    assertFails(
        "export --model " + newer + " --output " + directory.resolve("none"),
        ExitCode.INPUT,
        "has format version 99");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    }
  }

  private static void assertFails(String line, ExitCode code, String words) {
    RecordedRun run = run(line);
    assertThat(run.lastLine()).contains(words);
    assertThat(run.code()).isEqualTo(code);
  }
}
