package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.TestSpark;

/** Text and tables from where they lie to factors, the same bits from wherever they come. */
class FormatsIT {
  private static final String OPTIONS = "--rank 2 --max-iterations 3 --tolerance 0";

  /** Words in two documents or more, without stop words: bread, flour, sea, ship, storm, yeast. */
  private static final Map<String, String> TEXTS =
      new TreeMap<>(
          Map.of(
              "sea/1.txt", "The ship and the SEA; a storm, a storm!",
              "sea/2.txt", "Storm at sea. The ship sank.",
              "sea/3.txt", "The sea, the sea...",
              "kitchen/1.txt", "Flour, yeast and salt make bread.",
              "kitchen/2.txt", "Bread: flour\nand yeast, don't hurry",
              "kitchen/3.txt", "I don't eat bread"));

  @TempDir private static Path directory;
  private static int outputs;

  @BeforeAll
  static void write() throws IOException {
    for (Map.Entry<String, String> text : TEXTS.entrySet()) {
      Path file = directory.resolve("texts").resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
    }
    String json =
        TEXTS.entrySet().stream()
            .map(
                text ->
                    "{\"name\":\"%s\",\"body\":\"%s\"}\n"
                        .formatted(text.getKey(), text.getValue().replace("\n", "\\n")))
            .collect(Collectors.joining());
    Files.writeString(directory.resolve("texts.jsonl"), json);
    texts().createOrReplaceTempView("formats_texts");
    texts().write().parquet(directory.resolve("texts.parquet").toString());
    Files.writeString(
        directory.resolve("ratings.csv"),
        "user,film,stars\nann,alien,5\nann,brazil,4\nbob,alien,4\nbob,casablanca,1\n");
    ratings().createOrReplaceTempView("formats_ratings");
  }

  private static Dataset<Row> texts() {
    List<Row> rows =
        TEXTS.entrySet().stream()
            .map(text -> RowFactory.create(text.getValue(), text.getKey()))
            .toList();
    StructType schema =
        new StructType().add("body", DataTypes.StringType).add("name", DataTypes.StringType);
    return TestSpark.session().createDataFrame(rows, schema).repartition(3);
  }

  private static Dataset<Row> ratings() {
    return TestSpark.session()
        .read()
        .option("header", true)
        .option("inferSchema", true)
        .csv(directory.resolve("ratings.csv").toString());
  }

  @Test
  void textGivesTheSameBitsWhereverItLies() {
    PublishedResult files = text("--input", directory.resolve("texts").toString());
    assertThat(ids(files, "H")).containsExactly("bread", "flour", "sea", "ship", "storm", "yeast");
    assertThat(ids(files, "W")).containsExactlyElementsOf(TEXTS.keySet());
    assertThat(words(files)).contains("sea", "storm", "bread");
    assertThat(files.manifest().at("/input/format").asText())
        .isEqualTo("6 text files; 6 words, each in 2 documents or more, stop words: english");
    assertThat(files.manifest().at("/input/nonZeros").asInt()).isEqualTo(14);
    assertThat(files.table("weighting")).hasSize(6);

    List<PublishedResult> others =
        List.of(
            named("--input", directory.resolve("texts.jsonl").toString()),
            named("--input", directory.resolve("texts.parquet").toString()),
            named("--table", "formats_texts"));
    assertThat(others).extracting(PublishedResult::sha256).containsOnly(files.sha256());
    assertThat(others).extracting(other -> ids(other, "H")).containsOnly(ids(files, "H"));
  }

  /** And the answer for a document does not depend on the others. */
  @Test
  void newTextMeetsTheWordsOfTheModel() {
    text("--input", directory.resolve("texts").toString());
    Path model = directory.resolve("model" + (outputs - 1));
    List<Row> all = transformed(model, "texts/kitchen", "text");
    List<Row> one = transformed(model, "texts/kitchen/2.txt", "text");
    assertThat(all).hasSize(3);
    assertThat(one).hasSize(1);
    assertThat(all).containsAll(one);
    assertThat(Arrays.stream(PublishedResult.numbers(one.get(0))).sum()).isPositive();
  }

  private static List<Row> transformed(Path model, String input, String format) {
    Path output = directory.resolve("model" + outputs++);
    RecordedRun run =
        new RecordedRun(directory)
            .run(
                Commands.ALL,
                "transform",
                "--model",
                model.toString(),
                "--format",
                format,
                "--input",
                directory.resolve(input).toString(),
                "--output",
                output.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return new PublishedResult(output).table("W");
  }

  @Test
  void textWithoutIdsIsCounted() throws IOException {
    String lines =
        "{\"text\":\"one two two\"}\n\n{\"text\":\"three one\"}\n{\"text\":\"Two three\"}\n";
    String file = Files.writeString(directory.resolve("n.json"), lines).toString();
    PublishedResult json = text("--input", file, "--stop-words", "none", "--min-documents", "1");
    assertThat(ids(json, "W")).containsExactly(1L, 2L, 3L);
    assertThat(ids(json, "H")).containsExactly("one", "three", "two");

    String table = directory.resolve("n.parquet").toString();
    TestSpark.session()
        .sql("select text from json.`" + file + "`")
        .coalesce(1)
        .write()
        .parquet(table);
    PublishedResult parquet = text("--input", table, "--min-documents", "1", "--max-terms", "2");
    assertThat(ids(parquet, "W")).containsExactly(0L, 1L, 2L);
    // The most frequent; of the others the first by name.
    assertThat(ids(parquet, "H")).containsExactly("one", "two");
  }

  @Test
  void tablesGiveTheSameBitsAsFiles() {
    String file = directory.resolve("ratings.csv").toString();
    PublishedResult csv = fit("--input", file);
    List<PublishedResult> others =
        List.of(
            fit("--table", "formats_ratings"),
            fit("--sql", "select film as column, user as row, stars as value from formats_ratings"),
            fit(
                "--input",
                file,
                "--format-name",
                "csv",
                "--format-option",
                "header=true,inferSchema=true"));
    assertThat(others).extracting(PublishedResult::sha256).containsOnly(csv.sha256());
    assertThat(others)
        .extracting(other -> other.manifest().at("/input/path").asText())
        .containsExactly(
            "table formats_ratings",
            "query select film as column, user as row, stars as value from formats_ratings",
            file + " as csv {header=true, inferSchema=true}");
    assertThat(others.get(0).manifest().at("/input/format").asText())
        .isEqualTo("triples from a table; row: user, column: film, value: stars");
  }

  @Test
  void aFormatFromOutsideGivesTheSameBitsInEveryPlan() throws IOException {
    String cells = "ann -> alien * 5\nann -> brazil * 4\nbob -> alien * 4\nbob -> casablanca * 1\n";
    String file = Files.writeString(directory.resolve("ratings.txt"), cells).toString();
    PublishedResult csv = fit("--input", directory.resolve("ratings.csv").toString());
    for (String plan : List.of("driver", "broadcast", "scatter", "shuffle")) {
      PublishedResult toy = fit("--input", file, "--format", "toy", "--plan", plan);
      assertThat(toy.sha256()).as(plan).isEqualTo(csv.sha256());
      assertThat(toy.manifest().at("/input/format").asText()).isEqualTo("toy");
    }
  }

  /** New rows in it meet the model as those of a known format do; its report names it. */
  @Test
  void aFormatFromOutsideServesTransformAndReport() throws IOException {
    String cells = "ann -> alien * 5\nann -> brazil * 4\nbob -> alien * 4\nbob -> casablanca * 1\n";
    String file = Files.writeString(directory.resolve("model.txt"), cells).toString();
    fit("--input", file, "--format", "toy");
    Path model = directory.resolve("model" + (outputs - 1));

    Files.writeString(directory.resolve("new.txt"), "eve -> casablanca * 3\neve -> brazil * 1\n");
    Files.writeString(
        directory.resolve("new.csv"), "user,film,stars\neve,casablanca,3\neve,brazil,1\n");
    List<Row> toy = transformed(model, "new.txt", "toy");
    assertThat(toy).hasSize(1).isEqualTo(transformed(model, "new.csv", "auto"));
    assertThat(toy.get(0).<String>getAs("id")).isEqualTo("eve");
    assertThat(Arrays.stream(PublishedResult.numbers(toy.get(0))).sum()).isPositive();

    Path page = directory.resolve("toy.html");
    RecordedRun report =
        new RecordedRun(directory)
            .run(Commands.ALL, "report", model.toString(), "--html", page.toString());
    assertThat(report.code()).as(report.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(page)).contains("model.txt", "toy", "casablanca");
  }

  @Test
  void aResultNeverReplacesTheTableThatItComesFrom() {
    PublishedResult result = fit("--input", directory.resolve("ratings.csv").toString());
    Path output = directory.resolve("model" + (outputs - 1));
    TestSpark.session()
        .read()
        .parquet(output.resolve("W").toString())
        .createOrReplaceTempView("formats_own");
    RecordedRun run =
        FitRun.run(
            directory,
            "--table",
            "formats_own",
            "--rank",
            "1",
            "--output",
            output.toString(),
            "--if-exists",
            "overwrite");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.lastLine()).contains("/W/part-", "lies in output '" + output + "'");
    assertThat(result.table("W")).hasSize(2);
  }

  private static PublishedResult named(String option, String place) {
    return text(option, place, "--text-column", "body", "--id-column", "name");
  }

  private static PublishedResult text(String... options) {
    List<String> words = new ArrayList<>(List.of("--format", "text", "--weighting", "tf-idf"));
    words.addAll(Arrays.asList(options));
    return fit(words.toArray(String[]::new));
  }

  private static PublishedResult fit(String... options) {
    Path output = directory.resolve("model" + outputs++);
    List<String> words = new ArrayList<>(List.of("--output", output.toString()));
    words.addAll(Arrays.asList(OPTIONS.split(" ", -1)));
    words.addAll(Arrays.asList(options));
    RecordedRun run = FitRun.run(directory, words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return new PublishedResult(output);
  }

  private static List<Object> ids(PublishedResult result, String factor) {
    return result.table(factor).stream().map(row -> row.getAs("id")).toList();
  }

  /** The words of all components. */
  private static List<Object> words(PublishedResult result) {
    return result.table("components").stream()
        .flatMap(row -> row.<Row>getList(row.fieldIndex("columns")).stream())
        .<Object>map(column -> column.getAs("id"))
        .toList();
  }
}
