package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.TestSpark;

/** Commands over an input some lines of which are no part of a matrix. */
class SkippedRowsIT {
  private static final String OPTIONS = "--rank 2 --max-iterations 5 --plan driver";
  private static final String GOOD =
      "user,item,rating\nann,x,1\nann,y,2\nbob,x,3\nbob,y,4\nbob,x,0.5\ncid,y,0\n";
  private static final String BAD =
      GOOD.replace("bob,x,3\n", "bob,x,-3\nbob,x,3\nbob\n") + "dan,z,NaN\n";

  @TempDir private static Path directory;
  private static Path good;
  private static Path bad;
  private static PublishedResult expected;

  @BeforeAll
  static void fitWithoutBadLines() throws IOException {
    good = Files.writeString(directory.resolve("good.csv"), GOOD);
    bad = Files.writeString(directory.resolve("bad.csv"), BAD);
    expected = FitRun.published(good, directory.resolve("expected"), OPTIONS);
  }

  private static RecordedRun run(String line) {
    TestSpark.session();
    return new RecordedRun(directory).run(Commands.ALL, line.split(" ", -1));
  }

  private static List<String> rejected(Path output) throws IOException {
    try (Stream<Path> files = Files.list(output.resolve("rejected"))) {
      List<Path> json = files.filter(file -> file.toString().endsWith(".json")).toList();
      assertThat(json).hasSize(1);
      return Files.readAllLines(json.get(0));
    }
  }

  @Test
  void theRestIsFittedAndTheBadLinesAreListed() throws IOException {
    Path output = directory.resolve("skipped");
    RecordedRun run =
        run("fit --input " + bad + " --output " + output + " --on-bad-rows skip " + OPTIONS);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    PublishedResult result = new PublishedResult(output);
    assertThat(result.sha256()).isEqualTo(expected.sha256());
    assertThat(result.table("W")).isEqualTo(expected.table("W"));
    assertThat(result.manifest().at("/input/rejectedRows").asInt()).isEqualTo(3);
    assertThat(expected.manifest().at("/input/rejectedRows").asInt()).isZero();
    String warning = "3 bad rows of the input were left out; see to them in rejected/";
    assertThat(run.err()).contains("warning: " + warning);
    assertThat(result.manifest().at("/warnings/0").asText()).startsWith(warning);
    assertThat(run.out()).contains("model/ rejected/ history.jsonl");
    List<String> lines = rejected(output);
    assertThat(lines).hasSize(3);
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.get("file").asText()).isEqualTo(bad.toString());
    assertThat(first.get("line").asInt()).isEqualTo(4);
    assertThat(first.get("reason").asText()).startsWith("value -3.0 is negative");
    assertThat(first.has("place")).isFalse();
    assertThat(lines.get(1)).contains("\"line\":6").contains("1 fields");
    assertThat(lines.get(2)).contains("\"line\":10").contains("NaN");
    assertThat(directory.resolve("expected/rejected")).doesNotExist();
  }

  @Test
  void whatTheDataIsLikeIsTold() {
    JsonNode quality = expected.manifest().at("/input/quality");
    assertThat(quality.at("/zeroRows").asInt()).isEqualTo(1);
    assertThat(quality.at("/firstZeroRows/0").asText()).isEqualTo("cid");
    assertThat(quality.at("/zeroColumns").asInt()).isZero();
    assertThat(quality.at("/duplicateCells").asInt()).isEqualTo(1);
    assertThat(quality.at("/firstDuplicateCells/0/row").asText()).isEqualTo("bob");
    assertThat(quality.at("/firstDuplicateCells/0/column").asText()).isEqualTo("x");
    assertThat(quality.at("/explicitZeros").asInt()).isEqualTo(1);
    assertThat(quality.at("/smallest").asDouble()).isEqualTo(1);
    assertThat(quality.at("/largest").asDouble()).isEqualTo(4);
  }

  @Test
  void commandsForModelsLeaveThemOut() throws IOException {
    Path output = directory.resolve("transformed");
    String input = " --model " + directory.resolve("expected") + " --input " + bad;
    RecordedRun transform =
        run("transform" + input + " --output " + output + " --on-bad-rows skip");
    assertThat(transform.code()).as(transform.err()).isEqualTo(ExitCode.DONE);
    assertThat(transform.err()).contains("warning: 3 bad rows of the input were left out");
    PublishedResult result = new PublishedResult(output);
    assertThat(result.table("W")).extracting(row -> row.get(0)).containsExactly("ann", "bob");
    assertThat(result.manifest().at("/outcome/rejectedRows").asInt()).isEqualTo(3);
    assertThat(result.manifest().at("/settings/on-bad-rows").asText()).isEqualTo("skip");
    assertThat(rejected(output)).hasSize(3);
    RecordedRun evaluate = run("evaluate" + input + " --on-bad-rows skip");
    assertThat(evaluate.code()).as(evaluate.err()).isEqualTo(ExitCode.DONE);
    assertThat(evaluate.out()).containsPattern("rejectedRows +3");
    RecordedRun refused = run("evaluate" + input);
    assertThat(refused.code()).isEqualTo(ExitCode.INVALID_MATRIX);
    assertThat(refused.lastLine()).contains("bad.csv:4: value -3.0 is negative");
  }

  @Test
  void nothingIsPublishedWhereNothingIsLeft() throws IOException {
    Path none = Files.writeString(directory.resolve("none.csv"), "r,c,v\na,x,-1\nb,x,-2\n");
    Path output = directory.resolve("none");
    RecordedRun run = run("fit --input " + none + " --output " + output + " --on-bad-rows skip");
    assertThat(run.code()).isEqualTo(ExitCode.INVALID_MATRIX);
    assertThat(run.lastLine())
        .contains("all 2 rows of the input are bad")
        .contains("none.csv:2: value -1.0 is negative");
    assertThat(output).doesNotExist();
  }
}
