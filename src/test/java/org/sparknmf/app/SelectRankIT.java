package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.TestSpark;

class SelectRankIT {
  @TempDir private Path directory;
  private Path input;

  @BeforeEach
  void copy() throws IOException {
    input = SampleMatrix.copy("digits", directory.resolve("in"));
  }

  private RecordedRun run(String options) {
    TestSpark.session();
    String line = "select-rank --input %s %s".formatted(input, options);
    return new RecordedRun(directory).run(Commands.ALL, line.split(" ", -1));
  }

  private RecordedRun good(String options) {
    RecordedRun run = run(options);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return run;
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file));
  }

  @Test
  void publishesATableAReasonAndAReport() throws IOException {
    Path output = directory.resolve("out");
    RecordedRun run =
        good("--output %s --ranks 2..5 --restarts 3 --max-iterations 20".formatted(output));
    JsonNode manifest = json(output.resolve("manifest.json"));
    int recommended = manifest.get("recommendedRank").asInt();
    assertThat(recommended).isBetween(2, 5);
    assertThat(manifest.get("input").get("rows").asInt()).isEqualTo(1797);
    assertThat(run.out())
        .contains("Recommended: rank " + recommended)
        .contains(manifest.get("outcome").get("reason").asText());
    Dataset<Row> table = TestSpark.session().read().parquet(output.resolve("ranks").toString());
    assertThat(table.select("rank").collectAsList().stream().map(row -> row.getInt(0)))
        .containsExactly(2, 3, 4, 5);
    assertThat(table.filter("recommended").head().<Integer>getAs("rank")).isEqualTo(recommended);
    // Five components of digits explain more than of shuffled pixels, and more than two do.
    assertThat(table.filter("relativeError >= nullError").count()).isZero();
    assertThat(Files.readString(output.resolve("report.html")))
        .contains("Choosing the rank")
        .contains("Error on held-out cells");
  }

  @Test
  void saysTheSameForAnyPartitions() throws IOException {
    String options = "--output %s --ranks 2,4 --restarts 2 --max-iterations 10 --partitions %d";
    good(options.formatted(directory.resolve("one"), 1));
    good(options.formatted(directory.resolve("seven"), 7));
    assertThat(json(directory.resolve("seven/selection.json")))
        .isEqualTo(json(directory.resolve("one/selection.json")));
  }

  /** The solver that is chosen is hals, without momentum as all trials; named, it has the bits. */
  @Test
  void theSolverOfTrialsIsTheOneThatServesTheLoss() throws IOException {
    String options = "--output %s --ranks 2,3 --restarts 2 --max-iterations 10";
    good(options.formatted(directory.resolve("chosen")));
    good(options.formatted(directory.resolve("named")) + " --solver hals");
    assertThat(json(directory.resolve("chosen/selection.json")))
        .isEqualTo(json(directory.resolve("named/selection.json")));
    String loss = " --loss kullback-leibler";
    good(options.formatted(directory.resolve("chosen-kl")) + loss);
    good(options.formatted(directory.resolve("named-kl")) + loss + " --solver mu");
    assertThat(json(directory.resolve("chosen-kl/selection.json")))
        .isEqualTo(json(directory.resolve("named-kl/selection.json")));
  }

  @Test
  void comparesByOtherLossesAndWhereCellsAreMissing() throws IOException {
    Path output = directory.resolve("out");
    good(
        "--output %s --ranks 2,3 --restarts 2 --max-iterations 10 --empty-cells missing"
                .formatted(output)
            + " --loss kullback-leibler --solver mu");
    JsonNode found = json(output.resolve("selection.json"));
    assertThat(found.get("heldOutShare").asDouble()).isCloseTo(0.1, within(0.001));
    found
        .get("ranks")
        .forEach(rank -> assertThat(rank.get("heldOutError").asDouble()).isBetween(0.3, 1.0));
  }

  @Test
  void bisectionTriesFewerRanks() throws IOException {
    Path output = directory.resolve("out");
    good(
        "--output %s --ranks 2..20 --restarts 2 --max-iterations 10 --search bisection"
            .formatted(output));
    assertThat(json(output.resolve("selection.json")).get("ranks").size()).isLessThan(14);
  }

  @Test
  void endsInTimeWithTheBestSoFar() throws IOException {
    Path output = directory.resolve("out");
    good(
        "--output %s --ranks 2..4 --restarts 2 --tolerance 0 --max-iterations 100000 --max-runtime 2s"
            .formatted(output));
    assertThat(json(output.resolve("manifest.json")).get("recommendedRank").asInt())
        .isBetween(2, 4);
  }

  /** A run that has no time is saved after its first pass. */
  @Test
  void goesOnWithTheSameFigures() throws IOException {
    String options = "--output %s --ranks 2,3 --restarts 2 --max-iterations 12";
    good(options.formatted(directory.resolve("whole")));
    Path output = directory.resolve("out");
    good(options.formatted(output) + " --max-runtime 0.001s");
    assertThat(json(output.resolve("manifest.json")).get("warnings").get(0).asText())
        .contains("the time given was over");
    RecordedRun other = run(options.formatted(output) + " --if-exists resume --seed 7");
    assertThat(other.code()).isEqualTo(ExitCode.OUTPUT);
    assertThat(other.err()).contains("seed 42 there, 7 here");

    RecordedRun resumed = good(options.formatted(output) + " --if-exists resume");

    assertThat(resumed.err()).contains("going on after 0 fits, and iteration 1 of others");
    assertThat(json(output.resolve("selection.json")))
        .isEqualTo(json(directory.resolve("whole/selection.json")));
    assertThat(directory.resolve(".out.spark-nmf")).doesNotExist();
    assertThat(good(options.formatted(output) + " --if-exists resume").err())
        .contains("is complete already: nothing to do");
  }

  @Test
  void refusesWhatCannotBeTried() {
    assertRefused("--ranks 5..2", "ranks must be two whole numbers of at least 1");
    assertRefused("--ranks 0..2", "ranks must be two whole numbers of at least 1");
    assertRefused("--restarts 1", "restarts must be at least 2");
    assertRefused("--held-out-share 0.7", "held-out-share must be above 0 and at most 0.5");
    assertRefused("--ranks 2..65", "ranks must be from 1 to min(rows, columns) = 64, got 65");
    assertRefused("--warm-start --search bisection", "warm-start must be off where search is");
    assertRefused("--solver bpp --ranks 2,3", "solver must be hals or mu");
    assertRefused("--loss 0 --solver mu", "loss must have a beta above 0 where cells are held out");
  }

  private void assertRefused(String options, String words) {
    RecordedRun run = run("--output %s ".formatted(directory.resolve("no")) + options);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(words);
  }
}
