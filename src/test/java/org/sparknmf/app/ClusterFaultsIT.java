package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.StandaloneCluster;
import org.sparknmf.testing.SubmitProcess;

/** What happens to executors and workers of a real standalone cluster: the run goes on. */
@Tag("onRequest")
@Timeout(value = Patience.MINUTES_OF_MANY, unit = TimeUnit.MINUTES)
class ClusterFaultsIT {
  private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

  @TempDir private static Path directory;
  private static StandaloneCluster cluster;
  private static FaultedFit fit;

  @BeforeAll
  static void start() {
    cluster = StandaloneCluster.start(2, directory.resolve("cluster"));
    fit =
        new FaultedFit(directory)
            .on("--master", cluster.masterUrl(), "--executor-memory", "512m")
            .on("--executor-cores", "1", "--total-executor-cores", "2");
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void executorsKilledAtRandomMoments() throws Exception {
    Random random = new Random(4);
    for (int t = 0; t < Tries.of(30); t++) {
      Path output = directory.resolve("killed-" + t);
      try (SubmitProcess.Running running = fit.start(output.toString(), "error")) {
        int iteration = 1 + random.nextInt(100);
        assertThat(FaultedFit.says(running, "iteration %d of at most".formatted(iteration)))
            .as(running.stderr())
            .isTrue();
        List<ProcessHandle> executors = executors();
        assertThat(executors).isNotEmpty();
        executors.get(random.nextInt(executors.size())).destroyForcibly();
        assertThat(running.await().exitCode()).isZero();
      }
      fit.assertWhole(output);
    }
  }

  /** For long enough that heartbeats are missed, not so long that it is taken for dead. */
  @Test
  void aStoppedWorker() throws Exception {
    for (int t = 0; t < Tries.of(5); t++) {
      Path output = directory.resolve("stopped-" + t);
      try (SubmitProcess.Running running = fit.start(output.toString(), "error")) {
        assertThat(FaultedFit.says(running, "iteration %d of at most".formatted(10 * t + 5)))
            .as(running.stderr())
            .isTrue();
        List<ProcessHandle> worker =
            cluster.daemons().get(1 + t % 2).toHandle().descendants().toList();
        signal("STOP", cluster.daemons().get(1 + t % 2).toHandle(), worker);
        Thread.sleep(20_000);
        signal("CONT", cluster.daemons().get(1 + t % 2).toHandle(), worker);
        assertThat(running.await().exitCode()).isZero();
      }
      fit.assertWhole(output);
    }
  }

  private static void signal(String name, ProcessHandle worker, List<ProcessHandle> children)
      throws IOException, InterruptedException {
    for (ProcessHandle process : Stream.concat(Stream.of(worker), children.stream()).toList()) {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    }
  }

  private static List<ProcessHandle> executors() {
    return cluster.daemons().stream()
        .flatMap(daemon -> daemon.toHandle().descendants())
        .filter(process -> process.info().commandLine().orElse("").contains(EXECUTOR))
        .toList();
  }
}
