package org.sparknmf.io.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publication where a directory cannot be moved at once; here on a file system where it could. */
class PointedPublicationTest {
  @TempDir private Path root;
  private Path output;

  @BeforeEach
  void place() {
    output = root.resolve("model");
  }

  @Test
  void thePointerIsWrittenLastAndTheResultBeforeStaysForItsReaders() throws IOException {
    publish("run-1", "one");
    try (OutputDirectory second = open(IfExists.OVERWRITE, "run-2")) {
      second.writeText("manifest.json", OutputOnDisk.manifest("run-2"));
      second.writeText("value", "two");
      assertThat(current()).isEqualTo("one");
      second.publish();
    }
    assertThat(current()).isEqualTo("two");
    assertThat(OutputOnDisk.names(output.resolve("runs"))).containsExactly("run-1", "run-2");

    publish("run-3", "three");
    assertThat(current()).isEqualTo("three");
    assertThat(OutputOnDisk.names(output.resolve("runs"))).containsExactly("run-2", "run-3");
    assertThat(OutputOnDisk.names(root)).containsExactly("model");
  }

  @Test
  void anExistingResultIsAnsweredAsElsewhere() throws IOException {
    publish("run-1", "one");

    assertThatThrownBy(() -> open(IfExists.ERROR, "run-2"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("exists; choose --if-exists overwrite");
    assertThat(
            OutputDirectory.open(
                new Configuration(), output.toString(), PublishBy.POINTER, IfExists.SKIP, "run-2"))
        .isEmpty();
    assertThat(current()).isEqualTo("one");
  }

  @Test
  void aRunThatFailsLeavesNothing() throws IOException {
    open(IfExists.ERROR, "run-1").abandon();
    assertThat(OutputOnDisk.names(root)).isEmpty();

    publish("run-2", "two");
    open(IfExists.OVERWRITE, "run-3").abandon();
    assertThat(OutputOnDisk.names(output.resolve("runs"))).containsExactly("run-2");
    assertThat(current()).isEqualTo("two");
  }

  @Test
  void whatADeadRunLeftIsRemovedAndWhatItPublishedIsNot() throws Exception {
    publish("run-1", "one");
    open(IfExists.OVERWRITE, "run-2").writeText("value", "half");
    kill("run-2");
    open(IfExists.OVERWRITE, "run-3").abandon();
    assertThat(OutputOnDisk.names(output.resolve("runs"))).containsExactly("run-1");

    OutputDirectory fourth = open(IfExists.OVERWRITE, "run-4");
    fourth.writeText("manifest.json", OutputOnDisk.manifest("run-4"));
    fourth.writeText("value", "four");
    Files.writeString(output.resolve("runs/run-4/_SUCCESS"), "");
    Files.writeString(output.resolve("_current"), ResultPointer.toJson("run-4"));
    kill("run-4");
    open(IfExists.OVERWRITE, "run-5").abandon();

    assertThat(current()).isEqualTo("four");
    assertThat(OutputOnDisk.names(root)).containsExactly("model");
  }

  @Test
  void aGatedResultIsNotPointedAt() throws IOException {
    publish("run-1", "one");
    try (OutputDirectory second = open(IfExists.OVERWRITE, "run-2")) {
      second.writeText("value", "two");
      second.publishGated();
    }
    assertThat(current()).isEqualTo("one");
    assertThat(root.resolve("model.gated/value")).hasContent("two");
  }

  @Test
  void objectStoresArePointedAtUnlessOneSaysOtherwise() {
    assertThat(PublishBy.AUTO.on("s3a")).isEqualTo(PublishBy.POINTER);
    assertThat(PublishBy.AUTO.on("gs")).isEqualTo(PublishBy.POINTER);
    assertThat(PublishBy.AUTO.on("hdfs")).isEqualTo(PublishBy.RENAME);
    assertThat(PublishBy.AUTO.on("file")).isEqualTo(PublishBy.RENAME);
    assertThat(PublishBy.RENAME.on("s3a")).isEqualTo(PublishBy.RENAME);
  }

  private void publish(String run, String value) {
    try (OutputDirectory directory = open(IfExists.OVERWRITE, run)) {
      directory.writeText("manifest.json", OutputOnDisk.manifest(run));
      directory.writeText("value", value);
      directory.publish();
    }
  }

  private OutputDirectory open(IfExists ifExists, String run) {
    return OutputDirectory.open(
            new Configuration(), output.toString(), PublishBy.POINTER, ifExists, run)
        .orElseThrow();
  }

  /** What a reader finds by way of the pointer. */
  private String current() throws IOException {
    FileSystem files = FileSystem.getLocal(new Configuration()).getRawFileSystem();
    org.apache.hadoop.fs.Path place = new org.apache.hadoop.fs.Path(output.toString());
    String run = ResultPointer.run(files, place).orElseThrow();
    return Files.readString(output.resolve("runs").resolve(run).resolve("value"));
  }

  /** As if its process had ended without a word. */
  private void kill(String run) throws IOException, InterruptedException {
    RunOwner self = RunOwner.self();
    new OutputOnDisk(output).kill(run, new RunOwner(self.host(), self.pid(), Instant.EPOCH));
  }
}
