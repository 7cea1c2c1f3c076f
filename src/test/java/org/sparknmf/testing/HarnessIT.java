package org.sparknmf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;
import org.apache.hadoop.fs.FSDataInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cluster harness itself: real jobs reach the executors, and nothing is left running. */
class HarnessIT {
  /** 1 + 4 + ... + 100^2. */
  private static final String SUM = "338350";

  @TempDir private Path directory;

  @Tag("onRequest")
  @Test
  void aJobOnTheClusterReachesHdfsAndItsExitCodeComesBack() throws IOException {
    List<ProcessHandle> started;
    try (StandaloneCluster cluster = StandaloneCluster.start(2, directory.resolve("cluster"));
        HdfsCluster hdfs = HdfsCluster.start(directory.resolve("hdfs"))) {
      started = daemons(cluster);
      String output = hdfs.uri("/out/sum");

      SubmitProcess.Result result = submit(cluster, "client", output, "7", "0").run();

      assertThat(result.exitCode()).as(result.stderr()).isEqualTo(7);
      assertThat(result.stdout()).isEqualTo("sum " + SUM + System.lineSeparator());
      try (FSDataInputStream in = hdfs.fileSystem().open(new org.apache.hadoop.fs.Path(output))) {
        assertThat(IOUtils.toString(in, StandardCharsets.UTF_8)).isEqualTo(SUM);
      }
      assertThat(workersWithExecutors()).containsExactly("worker-1", "worker-2");
    }
    assertThat(started).hasSize(3).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  @Timeout(value = Patience.MINUTES, unit = TimeUnit.MINUTES)
  void stoppingTheClusterTakesARunningDriverAndItsExecutorAlong() throws Exception {
    List<ProcessHandle> started = new ArrayList<>();
    Path output = directory.resolve("sum");
    try (StandaloneCluster cluster = StandaloneCluster.start(1, directory.resolve("cluster"))) {
      SubmitProcess.Result result =
          submit(cluster, "cluster", output.toUri().toString(), "0", "600").run();
      assertThat(result.exitCode()).as(result.stderr()).isZero();
      Patience.until("the output of the driver", () -> Files.exists(output));
      started.addAll(daemons(cluster));
      cluster.daemons().forEach(daemon -> javaBelow(daemon.toHandle()).forEach(started::add));
    }
    assertThat(started).as("master, worker, driver, executor").hasSize(4);
    assertThat(started).noneMatch(ProcessHandle::isAlive);
  }

  /** A Java process starts short-lived helpers of other kinds now and then. */
  private static Stream<ProcessHandle> javaBelow(ProcessHandle daemon) {
    return daemon
        .descendants()
        .filter(handle -> handle.info().command().orElse("").endsWith("/java"));
  }

  private SubmitProcess submit(StandaloneCluster cluster, String mode, String... arguments)
      throws IOException {
    List<String> words =
        new ArrayList<>(List.of("--master", cluster.masterUrl(), "--deploy-mode", mode, "--class"));
    words.addAll(List.of(TinyJob.class.getName(), "--driver-memory", "512m"));
    words.addAll(List.of("--executor-memory", "512m", "--executor-cores", "1"));
    words.add(TestClassJar.of(TinyJob.class, directory).toString());
    words.addAll(List.of(arguments));
    return SubmitProcess.sparkSubmit(words.toArray(String[]::new));
  }

  private Set<String> workersWithExecutors() throws IOException {
    Path root = directory.resolve("cluster");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.endsWith("stderr"))
          .map(file -> root.relativize(file).getName(0).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<ProcessHandle> daemons(StandaloneCluster cluster) {
    return cluster.daemons().stream().map(Process::toHandle).toList();
  }
}
