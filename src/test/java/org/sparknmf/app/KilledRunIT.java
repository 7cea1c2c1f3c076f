package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.FileTree;
import org.sparknmf.testing.IgnoredSignals;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.SubmitProcess;

/** Signals to the driver in mid-run, and the run after it. */
@Timeout(value = Patience.MINUTES, unit = TimeUnit.MINUTES)
class KilledRunIT {
  private static final String OPTIONS = "--rank 3 --plan broadcast --tolerance 0 --max-iterations ";

  /** So many that a run is not over before this JVM has seen twelve of them. */
  private static final String ITERATIONS = "400";

  private static final int CHECKPOINT_INTERVAL = 10;
  private static final Pattern GOING_ON =
      Pattern.compile("going on after iteration (\\d+) of at most " + ITERATIONS);

  @TempDir private Path directory;
  private Path input;
  private Path output;

  @BeforeEach
  void unpack() throws IOException {
    input = SampleMatrix.copy("bible-kjv", directory.resolve("in"));
    output = Files.createDirectory(directory.resolve("out")).resolve("model");
  }

  @Test
  void theEarlierResultStaysAndTheNextRunCleansUp() throws Exception {
    PublishedResult result = FitRun.published(input, output, "--rank 3 --max-iterations 2");
    FileTree published = FileTree.of(output);

    try (SubmitProcess.Running running = inMidRun("100000 --if-exists overwrite")) {
      running.process().destroyForcibly().waitFor();
      assertThat(running.process().exitValue()).isEqualTo(128 + 9);
    }

    assertThat(FileTree.of(output)).isEqualTo(published);
    assertThat(PublishedResult.sha256(result.table("W"))).isEqualTo(result.sha256().get(0));
    assertThat(output.getParent().toFile().list())
        .containsExactlyInAnyOrder("model", "model.status.json", ".model.spark-nmf");
    assertThat(result.status().get("state").asText()).isEqualTo("RUNNING");

    FitRun.published(input, output, "--rank 4 --max-iterations 2 --if-exists overwrite");

    assertThat(result.manifest().at("/factors/W/rank").asInt()).isEqualTo(4);
    assertThat(PublishedResult.sha256(result.table("H"))).isEqualTo(result.sha256().get(1));
    assertThat(output.getParent().toFile().list())
        .containsExactlyInAnyOrder("model", "model.status.json");
    assertThat(result.status().get("state").asText()).isEqualTo("DONE");
  }

  /** Momentum goes on where it was: on H with squares, on both factors with Kullback-Leibler. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", " --solver auto", " --solver auto --loss kullback-leibler --init nndsvda"})
  void afterAKillTheNextRunGoesOnWithTheSameBits(String solver) throws Exception {
    try (SubmitProcess.Running running = inMidRun(ITERATIONS + solver)) {
      running.process().destroyForcibly().waitFor();
    }
    assertThat(goesOn(solver) % CHECKPOINT_INTERVAL).isZero();
  }

  /** SIGHUP comes from a terminal that closes. */
  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP"})
  void aTerminatedRunSavesItsFactorsAndTheNextOneGoesOn(String signal) throws Exception {
    assumeThat(IgnoredSignals.contain(signal)).as("signal is ignored here").isFalse();
    int iterations;
    try (SubmitProcess.Running running = inMidRun(ITERATIONS)) {
      String pid = String.valueOf(running.process().pid());
      new ProcessBuilder("kill", "-s", signal, pid).start().waitFor();
      assertThat(running.process().waitFor()).isEqualTo(ExitCode.TERMINATED.number());
      List<String> lines = running.stderr().lines().toList();
      String last = lines.get(lines.size() - 1);
      assertThat(last)
          .matches(
              "spark-nmf: error \\[INTERRUPTED\\] stopped after iteration \\d+, which is saved; .*");
      iterations = Integer.parseInt(last.replaceAll(".*iteration (\\d+),.*", "$1"));
    }
    PublishedResult result = new PublishedResult(output);
    assertThat(result.status().get("state").asText()).isEqualTo("INTERRUPTED");
    assertThat(result.status().get("exitCode").asInt()).isEqualTo(143);
    assertThat(goesOn("")).isEqualTo(iterations).isGreaterThanOrEqualTo(12);
  }

  /** The iteration after which the next run goes on, to the end and with the same bits. */
  private int goesOn(String solver) throws IOException {
    SubmitProcess.Result end = start(ITERATIONS + solver + " --if-exists resume").await();
    assertThat(end.exitCode()).as(end.stderr()).isZero();
    Matcher goingOn = GOING_ON.matcher(end.stderr());
    assertThat(goingOn.find()).as(end.stderr()).isTrue();
    PublishedResult whole =
        FitRun.published(input, directory.resolve("whole"), OPTIONS + ITERATIONS + solver);
    assertThat(new PublishedResult(output).sha256()).isEqualTo(whole.sha256());
    assertThat(output.getParent().toFile().list())
        .containsExactlyInAnyOrder("model", "model.status.json");
    return Integer.parseInt(goingOn.group(1));
  }

  private SubmitProcess.Running inMidRun(String options) throws IOException {
    SubmitProcess.Running running = start(options);
    Patience.until(
        "iteration 12",
        () -> {
          assertThat(running.process().isAlive()).as(running.stderr()).isTrue();
          return running.stderr().contains("iteration 12 of at most");
        });
    return running;
  }

  /** The killed driver cannot remove its temporary files, so they go where the test's go. */
  private SubmitProcess.Running start(String options) throws IOException {
    Path temporary = Files.createDirectories(directory.resolve("tmp"));
    String words =
        "fit %s%s --input %s --output %s --spark --master local[1] --driver-memory 1g --driver-java-options -Djava.io.tmpdir=%s --conf spark.local.dir=%5$s"
            .formatted(OPTIONS, options, input, output, temporary);
    return SubmitProcess.entrance(words.split(" ", -1)).start();
  }
}
