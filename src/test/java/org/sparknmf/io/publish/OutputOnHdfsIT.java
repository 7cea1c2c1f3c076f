package org.sparknmf.io.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.HdfsCluster;

/** Publishing on a real HDFS, whose renames answer false and move into directories. */
@Tag("everyBuild")
class OutputOnHdfsIT {
  @TempDir private static java.nio.file.Path blocks;
  private static HdfsCluster hdfs;

  @BeforeAll
  static void start() {
    hdfs = HdfsCluster.start(blocks);
  }

  @AfterAll
  static void stop() {
    hdfs.close();
  }

  @Test
  void theResultIsPublishedAndReplacedWhole() throws IOException {
    String output = hdfs.uri("/published/my model");
    publish(output, IfExists.ERROR, "run-1", "old");

    OutputDirectory second = open(output, IfExists.OVERWRITE, "run-2");
    second.writeText("manifest.json", OutputOnDisk.manifest("run-2"));
    second.writeText("value", "new");
    assertThat(read(output + "/value")).isEqualTo("old");
    second.publish();

    assertThat(read(output + "/value")).isEqualTo("new");
    assertThat(names(output)).containsExactly("_SUCCESS", "manifest.json", "value");
    assertThat(names(hdfs.uri("/published"))).containsExactly("my model");
  }

  @Test
  void anOutputThatExistsOrIsBeingWrittenIsRefused() throws IOException {
    String output = hdfs.uri("/refused/model");
    OutputDirectory first = open(output, IfExists.ERROR, "run-1");
    assertThatThrownBy(() -> open(output, IfExists.ERROR, "run-2"))
        .isInstanceOf(OutputBusyException.class)
        .hasMessageContaining("another run");
    first.publish();

    assertThatThrownBy(() -> open(output, IfExists.ERROR, "run-2"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("exists");
    assertThat(names(hdfs.uri("/refused"))).containsExactly("model");
  }

  @Test
  void aPreviousResultThatADeadRunSetAsideComesBack() throws Exception {
    String output = hdfs.uri("/crashed/model");
    publish(output, IfExists.ERROR, "run-1", "old");
    open(output, IfExists.OVERWRITE, "run-2");
    OutputOnDisk.stopHeartbeats();
    for (FileStatus sign :
        hdfs.fileSystem().globStatus(new Path(hdfs.uri("/crashed/.model.spark-nmf/.*")))) {
      hdfs.fileSystem().delete(sign.getPath(), false);
    }
    String work = hdfs.uri("/crashed/.model.spark-nmf/run-2");
    hdfs.fileSystem().rename(new Path(output), new Path(work, "previous"));
    hdfs.fileSystem().delete(new Path(work, "owner.json"), false);
    hdfs.fileSystem().delete(new Path(work, "heartbeat"), false);

    assertThat(
            OutputDirectory.open(
                new Configuration(), output, PublishBy.AUTO, IfExists.SKIP, "run-2"))
        .isEmpty();

    assertThat(read(output + "/value")).isEqualTo("old");
    assertThat(names(hdfs.uri("/crashed"))).containsExactly("model");
  }

  @Test
  void theStatusFileIsReplacedWhole() throws IOException {
    String output = hdfs.uri("/status/model");
    StatusFile status = StatusFile.beside(new Configuration(), output);
    RunStatus running = RunStatus.running("run-1", Instant.EPOCH);

    status.write(running);
    status.write(running.ended(RunStatus.State.DONE, 0, Instant.EPOCH.plusSeconds(1)));

    assertThat(read(status.path())).contains("\"DONE\"").doesNotContain("RUNNING");
    assertThat(names(hdfs.uri("/status"))).containsExactly("model.status.json");
  }

  private static void publish(String output, IfExists ifExists, String runId, String value) {
    try (OutputDirectory directory = open(output, ifExists, runId)) {
      directory.writeText("manifest.json", OutputOnDisk.manifest(runId));
      directory.writeText("value", value);
      directory.publish();
    }
  }

  private static OutputDirectory open(String output, IfExists ifExists, String runId) {
    return OutputDirectory.open(new Configuration(), output, PublishBy.AUTO, ifExists, runId)
        .orElseThrow();
  }

  private static String read(String uri) throws IOException {
    try (FSDataInputStream in = hdfs.fileSystem().open(new Path(uri))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> names(String uri) throws IOException {
    FileSystem files = hdfs.fileSystem();
    return Arrays.stream(files.listStatus(new Path(uri)))
        .map(status -> status.getPath().getName())
        .sorted()
        .toList();
  }
}
