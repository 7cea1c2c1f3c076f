package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.TestSpark;

/** Ids of a new batch that the model does not have, and that change how all of them look. */
class GuestIdsIT {
  @TempDir private static Path directory;
  private static Path numbers;
  private static Path words;

  @BeforeAll
  static void fit() throws IOException {
    numbers = fitted("numbers", "user,item,stars\n1,7,3\n1,12,2\n2,9,4\n3,7,1\n3,9,5\n");
    words = fitted("words", "user,item,stars\nu1,7,3\nu1,X1,2\nu2,9,4\nu3,7,1\nu3,9,5\n");
  }

  private static Path fitted(String name, String triples) throws IOException {
    Path model = directory.resolve(name);
    FitRun.published(
        file(name + ".csv", triples), model, "--rank 2 --max-iterations 20 --plan driver");
    return model;
  }

  private static Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static PublishedResult published(String command, Path model, Path input, String output) {
    Path place = directory.resolve(output);
    String line = "%s --model %s --input %s --output %s".formatted(command, model, input, place);
    RecordedRun run = run(line);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return new PublishedResult(place);
  }

  private static RecordedRun run(String line) {
    TestSpark.session();
    return new RecordedRun(directory).run(Commands.ALL, line.split(" ", -1));
  }

  private static List<String> rows(PublishedResult result, String table) {
    return result.table(table).stream().map(row -> String.valueOf(row.get(0))).toList();
  }

  @Test
  void oneWordAmongIntegersIsAnUnknownRow() throws IOException {
    Path batch = file("guest.csv", "user,item,stars\nguest,7,3\n3,9,2\n");
    PublishedResult predicted = published("predict", numbers, batch, "predicted");
    assertThat(predicted.table("predictions"))
        .extracting(row -> row.get(0) + " " + row.isNullAt(2))
        .containsExactly("3 false", "guest true");
    assertThat(predicted.manifest().at("/outcome/unknownCells").asLong()).isEqualTo(1);

    assertThat(rows(published("recommend --top 1", numbers, batch, "best"), "recommendations"))
        .containsExactly("1", "2", "3");
    assertThat(rows(published("transform", numbers, batch, "weights"), "W"))
        .containsExactly("3", "guest");

    RecordedRun run = run("evaluate --held-out --json --model " + numbers + " --input " + batch);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    JsonNode found = new ObjectMapper().readTree(run.out());
    assertThat(found.findValue("cells").asLong()).isEqualTo(1);
    assertThat(found.findValue("unknownCells").asLong()).isEqualTo(1);
  }

  @Test
  void oneWordAmongIntegersIsAnUnknownColumn() throws IOException {
    Path batch = file("columns.csv", "user,item,stars\n8,7,3\n8,Y12,2\n9,12,4\n");
    PublishedResult weights = published("transform", numbers, batch, "columns");
    assertThat(weights.manifest().at("/outcome/unknownColumns").asLong()).isEqualTo(1);
    assertThat(rows(weights, "W")).containsExactly("8", "9");
  }

  @Test
  void integersAreWordsWhereTheModelHasWords() throws IOException {
    Path batch = file("integers.csv", "user,item,stars\n8,7,3\n9,9,4\n");
    PublishedResult weights = published("transform", words, batch, "integers");
    assertThat(weights.manifest().at("/outcome/unknownColumns").asLong()).isZero();
    assertThat(weights.table("W").get(0).get(0)).isEqualTo("8");
  }
}
