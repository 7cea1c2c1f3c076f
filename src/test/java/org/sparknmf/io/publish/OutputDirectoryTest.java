package org.sparknmf.io.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.solver.InvalidSettingException;

/** The life of an output, seen through the local files that a reader sees. */
class OutputDirectoryTest {
  @TempDir private Path root;
  private OutputOnDisk disk;

  @BeforeEach
  void aParentThatIsNotThereYet() {
    disk = new OutputOnDisk(root.resolve("parent/model"));
  }

  @Test
  void theResultAppearsWholeAndNothingIsLeftBesideIt() throws IOException {
    OutputDirectory output = disk.open(IfExists.ERROR, "run-1");
    output.writeText("manifest.json", "{}");
    assertThat(disk.output()).doesNotExist();

    output.publish();
    output.close();

    assertThat(OutputOnDisk.names(disk.output())).containsExactly("_SUCCESS", "manifest.json");
    assertThat(disk.output().resolve("manifest.json")).hasContent("{}");
    assertThat(disk.besides()).isEmpty();
  }

  @Test
  void thePathsAreHiddenSiblingsOnTheSameFileSystem() throws IOException {
    OutputDirectory output = disk.open(IfExists.ERROR, "run-1");

    String work = "file:" + root + "/parent/.model.spark-nmf/run-1";
    assertThat(output.stagingPath()).isEqualTo(work + "/staging");
    assertThat(output.checkpointPath()).isEqualTo(work + "/checkpoint");
    assertThat(output.outputPath()).isEqualTo("file:" + disk.output());
    assertThat(root.resolve("parent/.model.spark-nmf/run-1/staging")).isDirectory();
    output.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "Grüße 数据", "dt=2026-11-21T10:00", "50% #1?", "a+b&c;d"})
  void anyNameWillDo(String name) throws IOException {
    OutputOnDisk odd = new OutputOnDisk(root.resolve(name).resolve(name));

    OutputDirectory output = odd.open(IfExists.ERROR, "run-1");
    output.writeText("x", "1");
    output.publish();

    assertThat(OutputOnDisk.names(odd.output())).containsExactly("_SUCCESS", "x");
    assertThat(odd.besides()).isEmpty();
  }

  @Test
  void anOutputThatExistsIsRefusedWithTheRemedyAndUntouched() throws IOException {
    disk.publish("old");

    assertThatThrownBy(() -> disk.open(IfExists.ERROR, "run-2"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("'file:" + disk.output() + "' exists")
        .hasMessageContaining("--if-exists overwrite")
        .hasMessageContaining("--if-exists skip");
    assertThat(disk.result()).isEqualTo("old");
    assertThat(disk.besides()).isEmpty();
  }

  @Test
  void skippingLeavesACompleteResultAndSaysSo() throws IOException {
    disk.publish("old");

    assertThat(
            OutputDirectory.open(
                new Configuration(),
                disk.output().toString(),
                PublishBy.AUTO,
                IfExists.SKIP,
                "run-2"))
        .isEmpty();
    assertThat(disk.result()).isEqualTo("old");
    assertThat(disk.besides()).isEmpty();
  }

  @Test
  void skippingWritesWhereNothingIsYet() throws IOException {
    OutputDirectory output = disk.open(IfExists.SKIP, "run-1");
    output.writeText("value", "new");
    output.publish();

    assertThat(disk.result()).isEqualTo("new");
  }

  @ParameterizedTest
  @EnumSource(names = {"OVERWRITE", "SKIP"})
  void whatIsNoResultOfARunIsNeverReplacedOrTakenForOne(IfExists ifExists) throws IOException {
    Files.createDirectories(disk.output());
    Files.writeString(disk.output().resolve("thesis.tex"), "years of work");

    assertThatThrownBy(() -> disk.open(ifExists, "run-1"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("holds no _SUCCESS")
        .hasMessageContaining("remove it by hand");
    assertThat(OutputOnDisk.names(disk.output())).containsExactly("thesis.tex");
    assertThat(disk.besides()).isEmpty();
  }

  @Test
  void overwritingKeepsTheOldUntilTheNewIsPublished() throws IOException {
    disk.publish("old");
    Files.writeString(disk.output().resolve("extra"), "");

    OutputDirectory output = disk.open(IfExists.OVERWRITE, "run-2");
    output.writeText("manifest.json", OutputOnDisk.manifest("run-2"));
    output.writeText("value", "new");
    assertThat(disk.result()).isEqualTo("old");

    output.publish();

    assertThat(disk.result()).isEqualTo("new");
    assertThat(OutputOnDisk.names(disk.output()))
        .containsExactly("_SUCCESS", "manifest.json", "value");
    assertThat(disk.besides()).isEmpty();
  }

  @Test
  void aRunThatIsGivenUpLeavesTheOldAndNothingElse() throws IOException {
    disk.publish("old");

    OutputDirectory abandoned = disk.open(IfExists.OVERWRITE, "run-2");
    abandoned.writeText("value", "new");
    abandoned.abandon();
    try (OutputDirectory closed = disk.open(IfExists.OVERWRITE, "run-3")) {
      closed.writeText("value", "new");
    }

    assertThat(disk.result()).isEqualTo("old");
    assertThat(disk.besides()).isEmpty();
  }

  @Test
  void anOutputThatAppearsDuringTheRunIsNotReplaced() throws IOException {
    OutputDirectory output = disk.open(IfExists.ERROR, "run-1");
    output.writeText("value", "ours");
    Files.createDirectories(disk.output());
    Files.writeString(disk.output().resolve("value"), "theirs");

    assertThatThrownBy(output::publish)
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("exists");
    output.close();

    assertThat(disk.result()).isEqualTo("theirs");
    assertThat(root.resolve("parent/.model.spark-nmf/run-1/staging/value")).hasContent("ours");
  }

  @Test
  void aParentThatIsAFileIsRefusedBeforeTheRun() throws IOException {
    Files.writeString(root.resolve("parent"), "a file");

    assertThatThrownBy(() -> disk.open(IfExists.ERROR, "run-1"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("'file:" + disk.output() + "' cannot be written")
        .hasMessageContaining("name another --output");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "no-such-scheme://x/y"})
  void whatNamesNoPlaceIsRefused(String output) {
    assertThatThrownBy(
            () ->
                OutputDirectory.open(
                    new Configuration(), output, PublishBy.AUTO, IfExists.ERROR, "run-1"))
        .isInstanceOf(OutputException.class)
        .hasMessageStartingWith("output '" + output + "' ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "-x", "a b"})
  void aRunIdThatIsNoPlainNameIsRefused(String runId) {
    assertThatThrownBy(() -> disk.open(IfExists.ERROR, runId))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("'" + runId + "'")
        .hasMessageContaining("--run-id");
    assertThat(disk.output().getParent()).doesNotExist();
  }
}
