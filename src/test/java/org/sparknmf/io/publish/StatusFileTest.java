package org.sparknmf.io.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFileTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant END = Instant.parse("2026-11-21T11:00:00Z");

  @TempDir private Path root;

  @Test
  void itLiesBesideTheOutputAndHasEveryField() throws IOException {
    StatusFile file = file("my model");

    file.write(RunStatus.running("run-1", START));

    assertThat(file.path()).isEqualTo("file:" + root + "/my model.status.json");
    assertThat(read("my model"))
        .isEqualTo(
            json(
                "{'schemaVersion':1,'runId':'run-1','state':'RUNNING','exitCode':null,"
                    + "'errorCode':null,'cause':null,'remedy':null,"
                    + "'started':'2026-11-21T10:00:00Z','ended':null}"));
  }

  @Test
  void aLaterStatusReplacesItWhole() throws IOException {
    StatusFile file = file("model");
    RunStatus running = RunStatus.running("run-1", START);
    file.write(running);

    file.write(
        running
            .ended(RunStatus.State.FAILED, 6, END)
            .because("OUTPUT_EXISTS", "output \"x\" exists", "--if-exists overwrite"));

    assertThat(read("model"))
        .isEqualTo(
            json(
                "{'schemaVersion':1,'runId':'run-1','state':'FAILED','exitCode':6,"
                    + "'errorCode':'OUTPUT_EXISTS','cause':'output \\\"x\\\" exists',"
                    + "'remedy':'--if-exists overwrite',"
                    + "'started':'2026-11-21T10:00:00Z','ended':'2026-11-21T11:00:00Z'}"));
    assertThat(OutputOnDisk.names(root)).isEqualTo(List.of("model.status.json"));
  }

  @Test
  void aStatusThatCannotBeWrittenDoesNotEndTheRun() throws IOException {
    Files.writeString(root.resolve("parent"), "a file");

    file("parent/model").write(RunStatus.running("run-1", START));

    assertThat(root.resolve("parent")).hasContent("a file");
  }

  private StatusFile file(String name) {
    return StatusFile.beside(new Configuration(), root.resolve(name).toString());
  }

  private JsonNode read(String name) throws IOException {
    return new ObjectMapper().readTree(Files.readString(root.resolve(name + ".status.json")));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
