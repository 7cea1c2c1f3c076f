package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.SubmitProcess;

/** What happens to drivers, and to the disks that they write to. */
@Timeout(value = Patience.MINUTES_OF_MANY, unit = TimeUnit.MINUTES)
class DriverFaultsIT {

  @TempDir private static Path directory;
  private static FaultedFit fit;
  private static long undisturbedMillis;

  @BeforeAll
  static void undisturbed() {
    fit = new FaultedFit(directory).on("--master", "local[1]");
    long began = System.nanoTime();
    fit.finish(directory.resolve("first").toString(), "error");
    undisturbedMillis = (System.nanoTime() - began) / 1_000_000;
  }

  /** Killed again and again at random moments, as a scheduler would start it again and again. */
  @Test
  @Tag("onRequest")
  void killedAtRandomMoments() throws Exception {
    Random random = new Random(1);
    Path output = directory.resolve("killed");
    fit.finish(output.toString(), "error");
    int tries = Tries.of(30);
    int killed = 0;
    for (int t = 0; t < tries; t++) {
      rewind(output);
      try (PollingReader reader = PollingReader.of(output, fit.expected());
          SubmitProcess.Running running = fit.start(output.toString(), "resume")) {
        Thread.sleep(random.nextInt(Math.toIntExact(undisturbedMillis)));
        killed += running.process().isAlive() ? 1 : 0;
        running.process().destroyForcibly().waitFor();
        fit.finish(output.toString(), "resume");
        reader.assertNeverHalf();
      }
      fit.assertWhole(output);
      assertNothingLeft(output);
    }
    report("driver killed at a random moment, %d of %d before its end".formatted(killed, tries));
  }

  /** So that there is something to do again: the result there is one of other settings. */
  private static void rewind(Path output) throws IOException {
    Path manifest = output.resolve("manifest.json");
    String before = Files.readString(manifest);
    String after = before.replaceFirst("(\"seed\"\\s*:\\s*)\"3\"", "$1\"4\"");
    assertThat(after).isNotEqualTo(before);
    Files.writeString(manifest, after);
  }

  @Test
  @Tag("onRequest")
  void terminatedInMidRun() throws Exception {
    Random random = new Random(2);
    for (int t = 0; t < Tries.of(10); t++) {
      Path output = directory.resolve("terminated-" + t);
      int iteration = 1 + random.nextInt(100);
      try (SubmitProcess.Running running = fit.start(output.toString(), "resume")) {
        assertThat(FaultedFit.says(running, "iteration %d of at most".formatted(iteration)))
            .as(running.stderr())
            .isTrue();
        long began = System.nanoTime();
        running.process().destroy();
        assertThat(running.process().waitFor()).isEqualTo(143);
        // On a busy machine all takes longer.
        assertThat((System.nanoTime() - began) / 1_000_000)
            .as("milliseconds to the end")
            .isLessThan(15_000 + undisturbedMillis);
        assertThat(running.stderr().strip()).endsWith("run it again to go on from there");
      }
      SubmitProcess.Result end = fit.finish(output.toString(), "resume");
      assertThat(end.stderr()).contains("going on after iteration ");
      fit.assertWhole(output);
      assertNothingLeft(output);
    }
  }

  @Test
  void twoRunsToOneOutput() throws Exception {
    for (int t = 0; t < Tries.of(10); t++) {
      Path output = directory.resolve("two-" + t);
      try (SubmitProcess.Running one = fit.start(output.toString(), "error");
          SubmitProcess.Running other = fit.start(output.toString(), "error")) {
        List<Integer> codes = List.of(one.process().waitFor(), other.process().waitFor());
        assertThat(codes).as(one.stderr() + other.stderr()).containsExactlyInAnyOrder(0, 6);
      }
      fit.assertWhole(output);
      // What the other one computed is kept until the next run.
      fit.finish(output.toString(), "resume");
      fit.assertWhole(output);
      assertNothingLeft(output);
    }
  }

  /** A disk with room for a checkpoint or two, and then for none. */
  @Test
  @Tag("onRequest")
  void aFullDisk() throws Exception {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString()) == 0);
    try {
      for (int t = 0; t < Tries.of(10); t++) {
        Path output = disk.resolve("model-" + t);
        // With little room it fails at a checkpoint, with more when the result is written.
        fill(disk.resolve("ballast"), t % 2 == 0 ? 400 : 1_700);
        SubmitProcess.Result failed = fit.start(output.toString(), "resume").await();
        assertThat(failed.exitCode()).as(failed.stderr()).isEqualTo(6);
        assertThat(failed.lastErrorLine()).contains("No space left on device").contains("space");
        Files.delete(disk.resolve("ballast"));
        fit.finish(output.toString(), "resume");
        fit.assertWhole(output);
        assertNothingLeft(output);
        run("rm", "-r", output.toString(), output + ".status.json");
      }
    } finally {
      run("umount", disk.toString());
    }
  }

  /** Leaves so many kilobytes. */
  private static void fill(Path file, int left) throws IOException {
    long free = file.getParent().toFile().getUsableSpace();
    Files.write(file, new byte[Math.toIntExact(free - 1024L * left)]);
  }

  private static int run(String... words) throws IOException, InterruptedException {
    return new ProcessBuilder(words).inheritIO().start().waitFor();
  }

  private static void assertNothingLeft(Path output) {
    assertThat(output.resolveSibling("." + output.getFileName() + ".spark-nmf")).doesNotExist();
  }

  private static void report(String words) {
    System.err.println("faults: " + words);
  }
}
