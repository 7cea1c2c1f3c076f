package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.SubmitProcess;

/**
 * One fit, always the same, that things happen to: real processes of the packaged jar, by
 * spark-submit. Undisturbed it takes some seconds, half of them for its iterations.
 */
final class FaultedFit {
  private static final String PROBLEM =
      " --rank 8 --seed 3 --tolerance 0 --max-iterations 120 --checkpoint-interval 10 --plan broadcast";

  private final Path directory;
  private final Path input;
  private final List<String> spark = new ArrayList<>(List.of("--driver-memory", "1g"));
  private final List<String> expected;

  /** Finds out what it comes to undisturbed, in this JVM. */
  FaultedFit(Path directory) {
    this.directory = directory;
    this.input = SampleMatrix.copy("bible-kjv", directory.resolve("in"));
    this.expected =
        FitRun.published(input, directory.resolve("undisturbed"), PROBLEM.strip()).sha256();
    temporary("spark.local.dir");
  }

  private void temporary(String key) {
    spark.addAll(List.of("--conf", key + "=" + directory.resolve("tmp")));
    spark.addAll(List.of("--driver-java-options", "-Djava.io.tmpdir=" + directory));
  }

  /** More for spark-submit, such as a master. */
  FaultedFit on(String... options) {
    spark.addAll(Arrays.asList(options));
    return this;
  }

  Path input() {
    return input;
  }

  /** What it comes to. */
  List<String> expected() {
    return expected;
  }

  /** Starts it. */
  SubmitProcess.Running start(String output, String ifExists) {
    List<String> words = new ArrayList<>(List.of("--class", Main.class.getName()));
    words.addAll(List.of("--conf", "spark.ui.enabled=false"));
    words.addAll(spark);
    words.add(System.getProperty("nmf.jar"));
    String fit = "fit --input " + input + " --output " + output + " --if-exists " + ifExists;
    words.addAll(Arrays.asList((fit + PROBLEM).split(" ", -1)));
    return SubmitProcess.sparkSubmit(words.toArray(String[]::new)).start();
  }

  /** Runs it undisturbed to a good end. */
  SubmitProcess.Result finish(String output, String ifExists) {
    SubmitProcess.Result end = start(output, ifExists).await();
    assertThat(end.exitCode()).as(end.stderr()).isZero();
    return end;
  }

  /** Waits until it has said something; false if it ended before. */
  static boolean says(SubmitProcess.Running running, String words) {
    Patience.until(words, () -> running.stderr().contains(words) || !running.process().isAlive());
    return running.stderr().contains(words);
  }

  /** Asserts that a result on the local file system is the one of an undisturbed run. */
  void assertWhole(Path output) {
    PublishedResult result = new PublishedResult(output);
    assertThat(result.sha256()).isEqualTo(expected);
    assertThat(PublishedResult.sha256(result.table("W"))).isEqualTo(expected.get(0));
  }
}
