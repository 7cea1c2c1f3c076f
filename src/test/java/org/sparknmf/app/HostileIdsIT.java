package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.TestSpark;

/**
 * Ids and paths that programs have stumbled over come through reading, fitting and every output as
 * they are, and do no harm on the way.
 */
class HostileIdsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> ON_A_LINE =
      List.of(
          "two words",
          " blanks around ",
          "\t",
          "\"quoted\" 'twice' `thrice`",
          "comma,semi;colon|pipe",
          "../../etc/passwd",
          "/",
          "%41%0a %s %n {0} ${x} $1 \\1 \\N \\",
          "=1+1",
          "=cmd|' /C calc'!A0",
          "+1",
          "-1",
          "@SUM(A1:A2)",
          "<script>alert(\"x\")</script>&amp;",
          "'; drop table w; --",
          "\u001b[2J\u001b[31mred\u0007",
          "\u202Eknil",
          "\u0000nul",
          "東京 🐦 Zürich",
          "\u00E9",
          "e\u0301",
          "null",
          "NaN",
          "1e3",
          "00",
          "id",
          "row",
          "s3a://user:word@bucket/x",
          "password=secret",
          "x".repeat(5000));

  private static final List<String> OF_LINES = List.of("line\nbreak", "\r\n", "a\rb\u2028c");

  @TempDir private static Path directory;
  private static List<String> ids;
  private static Path input;
  private static Path model;

  @BeforeAll
  static void fit() throws IOException {
    TestSpark.session();
    ids = new ArrayList<>(ON_A_LINE);
    ids.addAll(OF_LINES);
    input = write("in put 'a' \"b\" é東 [x]{y}*?%41 =1.jsonl", ids);
    model = directory.resolve("out put 'a' \"b\" é東 [x]{y}%41 =1");
    String asGiven = directory + "/sub/../" + model.getFileName();
    RecordedRun fit =
        run(
            "fit",
            "--input",
            input,
            "--output",
            asGiven,
            "--rank",
            3,
            "--max-iterations",
            5,
            "--plan",
            "broadcast",
            "--checkpoint-interval",
            2);
    assertThat(fit.code()).as(fit.err()).isEqualTo(ExitCode.DONE);
    assertHarmless(fit.out());
    assertHarmless(fit.err());
    assertThat(fit.err()).contains("5 cells given more than once");
  }

  /** Each id is a row and a column; some cells are given twice, so that they are reported. */
  private static Path write(String name, List<String> some) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < some.size(); i++) {
      for (int j : new int[] {i, (i * 7 + 3) % some.size()}) {
        Map<String, Object> cell =
            Map.of("row", some.get(i), "column", some.get(j), "value", 1 + (i + j) % 5);
        text.append(JSON.writeValueAsString(cell)).append('\n');
        if (i % 12 == 5 && i == j) {
          text.append(JSON.writeValueAsString(cell)).append('\n');
        }
      }
    }
    return Files.writeString(directory.resolve(name), text.toString());
  }

  private static RecordedRun run(Object... words) {
    String[] args = List.of(words).stream().map(Object::toString).toArray(String[]::new);
    return new RecordedRun(directory).run(Commands.ALL, args);
  }

  private static void assertHarmless(String printed) {
    assertThat(printed.chars().filter(c -> c != '\n' && Character.isISOControl(c))).isEmpty();
    assertThat(printed).doesNotContain("\u202E", "\u2028");
  }

  private static Set<String> idsOf(String table, Path result) {
    Set<String> found = new HashSet<>();
    new PublishedResult(result).table(table).forEach(row -> found.add(row.getString(0)));
    return found;
  }

  @Test
  void factorsBearThem() {
    assertThat(idsOf("W", model)).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(idsOf("H", model)).containsExactlyInAnyOrderElementsOf(ids);
    JsonNode manifest = new PublishedResult(model).manifest();
    assertThat(manifest.at("/input/path").asText()).isEqualTo(input.toString());
    for (JsonNode cell : manifest.at("/input/quality/firstDuplicateCells")) {
      assertThat(ids).contains(cell.get("row").asText(), cell.get("column").asText());
    }
    assertThat(directory.toFile().list())
        .as("nothing is written beside the result")
        .contains(model.getFileName().toString())
        .noneMatch(name -> name.contains("passwd") || name.startsWith("."));
  }

  @Test
  void componentsShowThem() throws IOException {
    RecordedRun text = run("describe", model);
    assertThat(text.code()).as(text.err()).isEqualTo(ExitCode.DONE);
    assertHarmless(text.out());
    assertThat(text.out().lines())
        .as("a line each, one above them, and three of the outcome")
        .hasSize(3 + 1 + 3);
    JsonNode json = JSON.readTree(run("describe", model, "--json").out());
    Set<String> shown = new HashSet<>();
    for (JsonNode component : json.get("components")) {
      component.get("columns").forEach(column -> shown.add(column.get("id").asText()));
    }
    assertThat(ids).containsAll(shown);
    Set<String> stored = new HashSet<>();
    for (Row component : new PublishedResult(model).table("components")) {
      component
          .<Row>getList(component.fieldIndex("columns"))
          .forEach(column -> stored.add(column.getString(0)));
    }
    assertThat(shown).isEqualTo(stored);
    RecordedRun evaluated = run("evaluate", "--model", model, "--input", input);
    assertThat(evaluated.code()).as(evaluated.err()).isEqualTo(ExitCode.DONE);
    assertHarmless(evaluated.out());
  }

  @Test
  void recommendationsAndWeightsBearThem() {
    Path recommended = directory.resolve("recommended");
    RecordedRun run =
        run("recommend", "--model", model, "--input", input, "--output", recommended, "--top", 2);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(idsOf("recommendations", recommended)).containsExactlyInAnyOrderElementsOf(ids);
    for (Row row : new PublishedResult(recommended).table("recommendations")) {
      row.<Row>getList(1).forEach(column -> assertThat(ids).contains(column.getString(0)));
    }
    Path transformed = directory.resolve("transformed");
    RecordedRun transform =
        run("transform", "--model", model, "--input", input, "--output", transformed);
    assertThat(transform.code()).as(transform.err()).isEqualTo(ExitCode.DONE);
    assertThat(idsOf("W", transformed)).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void csvHasThemAsTheyAre() throws IOException {
    Path exported = directory.resolve("exported");
    RecordedRun run = run("export", "--model", model, "--output", exported);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    List<List<String>> records = rfc4180(Files.readString(exported.resolve("W.csv")));
    assertThat(records).hasSize(1 + ids.size()).allMatch(fields -> fields.size() == 4);
    assertThat(records.stream().skip(1).map(fields -> fields.get(0)))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  /** Fields of records that end with LF, by the grammar of RFC 4180. */
  private static List<List<String>> rfc4180(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        assertThat(quoted || field.isEmpty()).as("a quote within a plain field").isTrue();
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\n')) {
        field.append(c);
      } else {
        record.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          records.add(record);
          record = new ArrayList<>();
        }
      }
    }
    return records;
  }

  /** One a line: ids of several lines are refused rather than torn. */
  @Test
  void labelFilesHaveThemAsTheyAreOrNotAtAll() throws IOException {
    RecordedRun torn =
        run("export", "--model", model, "--output", directory.resolve("t"), "--file-format", "mtx");
    assertThat(torn.code()).isEqualTo(ExitCode.INVALID_MATRIX);
    assertThat(torn.lastLine()).contains("has a line break").contains("export csv");
    assertHarmless(torn.err());
    assertThat(directory.resolve("t")).doesNotExist();
    Path tame = directory.resolve("tame");
    RecordedRun fit =
        run("fit", "--input", write("tame.jsonl", ON_A_LINE), "--output", tame, "--rank", 2);
    assertThat(fit.code()).as(fit.err()).isEqualTo(ExitCode.DONE);
    Path exported = directory.resolve("labels");
    RecordedRun run = run("export", "--model", tame, "--output", exported, "--file-format", "mtx");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    String labels = Files.readString(exported.resolve("H-ids.txt"));
    assertThat(List.of(labels.split("\n", -1)))
        .endsWith("")
        .hasSize(ON_A_LINE.size() + 1)
        .containsAll(ON_A_LINE);
  }
}
