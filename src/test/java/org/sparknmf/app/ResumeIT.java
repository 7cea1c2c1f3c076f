package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.engine.savepoint.SavepointFolder;
import org.sparknmf.fit.Savepoint;
import org.sparknmf.testing.NewestSavepoint;
import org.sparknmf.testing.SampleMatrix;

/** Runs that end before their end, and runs that go on from there: as if there had been one. */
class ResumeIT {
  @TempDir private static Path directory;
  private static Path digits;

  @BeforeAll
  static void unpack() {
    digits = SampleMatrix.copy("digits", directory.resolve("digits"));
  }

  /** The first run has time for one iteration; the second one has other partitions. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "driver   | broadcast | --precision single --solver bpp",
        "broadcast| driver    | --loss kullback-leibler",
        "broadcast| broadcast | --solver hals --orientation columns",
        "shuffle  | driver    | --solver hals --momentum yes --alpha-h 0.001",
        "shuffle  | broadcast | --solver hals --init compressed",
        "scatter  | shuffle   | --alpha-w 0.1 --l1-ratio 0.5",
        "shuffle  | scatter   | --loss kullback-leibler --orientation columns",
        "driver   | broadcast | --mini-batch 300 --loss kullback-leibler",
        "broadcast| broadcast | --restarts 2 --init random",
        "shuffle  | broadcast | --consensus 3 --consensus-threshold 2",
      })
  void goesOnWithTheSameBits(String first, String second, String problem) {
    String options = problem == null ? "" : " " + problem;
    String name = (first + second + options).replaceAll("[^a-z0-9]", "-");
    String common = "--rank 5 --tolerance 0 --max-iterations 13 --seed 7" + options;
    PublishedResult whole =
        FitRun.published(digits, directory.resolve(name + "-whole"), common + " --plan driver");
    Path output = directory.resolve(name);
    PublishedResult part =
        FitRun.published(
            digits, output, common + " --max-runtime 0.001s --partitions 3 --plan " + first);
    assertThat(part.manifest().at("/result/iterations").asInt()).isEqualTo(1);

    RecordedRun run = fit(output, common + " --partitions 2 --if-exists resume --plan " + second);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("going on after iteration 1 of at most 13");
    PublishedResult resumed = new PublishedResult(output);
    assertThat(resumed.sha256()).isEqualTo(whole.sha256());
    assertThat(told(resumed)).isEqualTo(told(whole));
    assertThat(resumed.history().stream().map(ResumeIT::numbers).toList())
        .isEqualTo(whole.history().stream().map(ResumeIT::numbers).toList());
    assertThat(hidden(output)).doesNotExist();
  }

  @Test
  void aCompleteResultOfTheSameRunIsLeftAlone() {
    Path output = directory.resolve("complete");
    String options = "--rank 3 --tolerance 0 --max-iterations 2 --if-exists resume";
    PublishedResult result = FitRun.published(digits, output, options);
    String started = result.manifest().get("started").asText();

    assertThat(fit(output, options).err()).contains("is complete already: nothing to do");
    assertThat(result.manifest().get("started").asText()).isEqualTo(started);
    assertThat(result.status().get("state").asText()).isEqualTo("SKIPPED");

    FitRun.published(digits, output, options.replace("--rank 3", "--rank 4"));
    assertThat(result.manifest().at("/factors/W/rank").asInt()).isEqualTo(4);
  }

  @Test
  void aCheckpointOfOtherSettingsIsRefusedOnlyIfAskedFor() throws IOException {
    Path output = directory.resolve("other");
    String options = "--rank 3 --tolerance 0 --max-iterations 3";
    FitRun.published(digits, output, options + " --max-runtime 0.001s");
    List<String> kept = checkpoint(output);

    RecordedRun refused =
        fit(output, "--rank 4 --tolerance 0 --max-iterations 3 --if-exists resume");
    assertThat(refused.code()).isEqualTo(ExitCode.OUTPUT);
    assertThat(refused.lastLine())
        .contains("rank 3 there, 4 here")
        .contains("start anew by --if-exists overwrite");
    assertThat(checkpoint(output)).isEqualTo(kept);

    RecordedRun shorter =
        fit(output, "--rank 3 --tolerance 0.9 --max-iterations 1 --if-exists resume");
    assertThat(shorter.code()).as(shorter.err()).isEqualTo(ExitCode.DONE);
    FitRun.published(digits, output, options + " --max-runtime 0.001s --if-exists overwrite");

    RecordedRun anew =
        fit(output, "--rank 4 --tolerance 0 --max-iterations 3 --if-exists overwrite");
    assertThat(anew.code()).as(anew.err()).isEqualTo(ExitCode.DONE);
    assertThat(anew.err()).contains("rank 3 there, 4 here): starting anew");
    assertThat(hidden(output)).doesNotExist();
  }

  /** Versions whose mu had one update in an iteration wrote a word in the place of the number. */
  @Test
  void aCheckpointOfAnEarlierVersionGoesOnAsItBegan() throws IOException {
    Path output = directory.resolve("earlier");
    String options = "--rank 3 --tolerance 0 --max-iterations 6 --plan driver";
    PublishedResult whole =
        FitRun.published(digits, directory.resolve("one-update"), options + " --inner-updates 1");
    FitRun.published(digits, output, options + " --inner-updates 1 --max-runtime 0.001s");
    rewrite(output, "inner-updates", "auto");

    RecordedRun refused = fit(output, options + " --inner-updates 5 --if-exists resume");
    assertThat(refused.code()).isEqualTo(ExitCode.OUTPUT);
    assertThat(refused.lastLine()).contains("(inner-updates 1 there, 5 here)");

    RecordedRun run = fit(output, options + " --if-exists resume");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .contains("going on after iteration 1 of at most 6")
        .contains("inner-updates 1, as the interrupted run had it; a new one would have 5");
    PublishedResult resumed = new PublishedResult(output);
    assertThat(resumed.sha256()).isEqualTo(whole.sha256());
    assertThat(resumed.manifest().at("/identity/inner-updates").asText()).isEqualTo("1");
  }

  /** Changes what the newest savepoint tells of its run. */
  private static void rewrite(Path output, String key, String value) throws IOException {
    SavepointFolder<Savepoint> folder =
        new SavepointFolder<>(
            new Configuration(),
            hidden(output).resolve("checkpoint").toUri().toString(),
            Savepoint.class,
            Savepoint.SCHEMA_VERSION);
    SavepointFolder.Numbered<Savepoint> newest = folder.all().get(0);
    Savepoint left = newest.savepoint().orElseThrow();
    Map<String, String> identity = new LinkedHashMap<>(left.identity());
    identity.put(key, value);
    folder.write(
        newest.number() + 1,
        new Savepoint(
            left.schemaVersion(),
            identity,
            left.objectives(),
            left.best(),
            left.compared(),
            left.current()));
  }

  @Test
  void anotherModelInTheSamePlaceIsNoticed() {
    Path model = directory.resolve("given");
    Path output = directory.resolve("from-given");
    String options = "--rank 3 --tolerance 0 --max-iterations 3 --init-from " + model;
    FitRun.published(digits, model, "--rank 3 --max-iterations 1");
    FitRun.published(digits, output, options + " --max-runtime 0.001s");
    FitRun.published(digits, model, "--rank 3 --max-iterations 2 --if-exists overwrite");
    RecordedRun refused = fit(output, options + " --if-exists resume");
    assertThat(refused.code()).isEqualTo(ExitCode.OUTPUT);
    assertThat(refused.lastLine()).contains("init-from W ").contains(" there, ");
  }

  @Test
  void aDamagedCheckpointFallsBackToTheOneBefore() throws IOException {
    Path output = directory.resolve("damaged");
    String options = "--rank 3 --tolerance 0 --checkpoint-interval 2 --plan broadcast";
    PublishedResult whole =
        FitRun.published(digits, directory.resolve("undamaged"), options + " --max-iterations 9");
    // Each run has time for one iteration: the last two are saved.
    FitRun.published(digits, output, options + " --max-iterations 9 --max-runtime 0.001s");
    fit(output, options + " --max-iterations 9 --max-runtime 0.001s --if-exists resume");
    Path newest = NewestSavepoint.rows(hidden(output).resolve("checkpoint"));
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(newest, bytes);

    RecordedRun run = fit(output, options + " --max-iterations 9 --if-exists resume");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .contains("is damaged: there is no whole record of rows")
        .contains("going on after iteration 1 of at most 9");
    assertThat(new PublishedResult(output).sha256()).isEqualTo(whole.sha256());
  }

  @Test
  void aSavepointThatSaysNothingIsNotTaken() throws IOException {
    Path output = directory.resolve("silent");
    String options = "--rank 3 --tolerance 0 --max-iterations 4 --plan driver";
    PublishedResult whole = FitRun.published(digits, directory.resolve("loud"), options);
    FitRun.published(digits, output, options + " --max-runtime 0.001s");
    Path kept = hidden(output).resolve("checkpoint");
    Files.writeString(kept.resolve("savepoint-000007.json"), "{}");

    RecordedRun run = fit(output, options + " --if-exists resume");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("going on after iteration 1 of at most 4");
    assertThat(new PublishedResult(output).sha256()).isEqualTo(whole.sha256());
  }

  /** A limit of time is no end of a fit: without its checkpoint there is still work to do. */
  @Test
  void aResultThatWasCutShortIsNotCompleteWhenItsCheckpointIsGone() throws IOException {
    Path output = directory.resolve("cut");
    String options = "--rank 3 --tolerance 0 --max-iterations 4 --plan driver";
    FitRun.published(digits, output, options + " --max-runtime 0.001s");
    FileUtils.deleteDirectory(hidden(output).toFile());

    RecordedRun run = fit(output, options + " --if-exists resume");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .doesNotContain("complete already")
        .contains("was cut short by its time limit")
        .contains("starting anew");
    assertThat(new PublishedResult(output).manifest().at("/result/iterations").asInt())
        .isEqualTo(4);
    assertThat(fit(output, options + " --if-exists resume").err()).contains("complete already");
  }

  private static List<String> checkpoint(Path output) throws IOException {
    try (Stream<Path> files = Files.list(hidden(output).resolve("checkpoint"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Path hidden(Path output) {
    return output.resolveSibling("." + output.getFileName() + ".spark-nmf");
  }

  private static RecordedRun fit(Path output, String options) {
    return FitRun.run(
        directory,
        Stream.concat(
                Stream.of("--input", digits.toString(), "--output", output.toString()),
                Arrays.stream(options.trim().split(" +")))
            .toArray(String[]::new));
  }

  private static String told(PublishedResult result) {
    return result.manifest().get("result").toString();
  }

  private static List<String> numbers(JsonNode iteration) {
    return List.of(
        iteration.get("iteration").asText(),
        iteration.get("objective").asText(),
        iteration.get("relativeError").asText());
  }
}
