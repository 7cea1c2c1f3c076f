package io.github.sparknmf.io.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the next run makes of a world that an earlier run left in the middle of something. */
class OutputRecoveryTest {
  @TempDir private Path root;
  private OutputOnDisk disk;

  @BeforeEach
  void aResultThatIsPublished() {
    disk = new OutputOnDisk(root.resolve("model"));
    disk.publish("old");
  }

  @Test
  void aSecondRenameThatFailsPutsThePreviousBack() throws IOException {
    OutputDirectory output =
        disk.open(FailingFileSystem.refusing("model"), IfExists.OVERWRITE, "run-2");
    output.writeText("value", "new");

    assertThatThrownBy(output::publish)
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("refused by the test")
        .hasMessageContaining(output.stagingPath());
    output.close();

    assertThat(disk.work("run-2").resolve("staging/value")).hasContent("new");
    assertThat(disk.result()).isEqualTo("old");
  }

  @Test
  void deathBetweenTheRenamesIsUndoneByTheNextRun() throws Exception {
    OutputDirectory output =
        disk.open(FailingFileSystem.dyingBefore("model"), IfExists.OVERWRITE, "run-2");
    output.writeText("value", "new");
    assertThatThrownBy(output::publish).isInstanceOf(FailingFileSystem.Killed.class);
    assertThat(disk.output()).doesNotExist();
    claim("run-2", deadProcess());

    assertThatThrownBy(() -> disk.open(IfExists.ERROR, "run-3")).hasMessageContaining("exists");

    assertThat(disk.result()).isEqualTo("old");
    assertThat(disk.besides()).isEmpty();
  }

  @Test
  void deathBeforeThePreviousIsDeletedLeavesTheNew() throws Exception {
    disk.open(IfExists.OVERWRITE, "run-2");
    Files.move(disk.output(), disk.work("run-2").resolve("previous"));
    Files.move(disk.work("run-2").resolve("staging"), disk.output());
    Files.writeString(disk.output().resolve("value"), "new");
    Files.writeString(disk.output().resolve("_SUCCESS"), "");
    claim("run-2", deadProcess());

    disk.open(IfExists.OVERWRITE, "run-3").abandon();

    assertThat(disk.result()).isEqualTo("new");
    assertThat(disk.besides()).isEmpty();
  }

  @Test
  void theLeftoverOfADeadRunIsCleaned() throws Exception {
    disk.open(IfExists.OVERWRITE, "run-2").writeText("value", "half");
    claim("run-2", deadProcess());

    disk.open(IfExists.OVERWRITE, "run-3");

    assertThat(OutputOnDisk.names(disk.work("").normalize())).containsExactly("run-3");
    assertThat(disk.result()).isEqualTo("old");
  }

  @Test
  void aRunThatLivesIsNotDisturbed() throws IOException {
    OutputDirectory first = disk.open(IfExists.OVERWRITE, "run-2");

    assertThatThrownBy(() -> disk.open(IfExists.OVERWRITE, "run-3"))
        .isInstanceOf(OutputBusyException.class)
        .hasMessageContaining("another run (pid " + ProcessHandle.current().pid() + " on ")
        .hasMessageContaining("wait for its end");

    first.writeText("value", "new");
    first.publish();
    assertThat(disk.result()).isEqualTo("new");
  }

  @Test
  void aLaterProcessOfTheSameNumberIsNotTheOwner() throws IOException {
    disk.open(IfExists.OVERWRITE, "run-2");
    RunOwner self = RunOwner.self();
    claim("run-2", new RunOwner(self.host(), self.pid(), self.started().minusSeconds(60)));

    disk.open(IfExists.OVERWRITE, "run-3");

    assertThat(disk.work("run-2")).doesNotExist();
  }

  @Test
  void aRunElsewhereIsLeftAloneForADay() throws IOException {
    disk.open(IfExists.OVERWRITE, "run-2");
    claim("run-2", elsewhere());
    age(disk.work("run-2"), Duration.ofHours(23));

    disk.open(IfExists.OVERWRITE, "run-3").abandon();
    assertThat(disk.work("run-2")).exists();

    age(disk.work("run-2"), Duration.ofHours(25));
    disk.open(IfExists.OVERWRITE, "run-4").abandon();
    assertThat(disk.work("run-2")).doesNotExist();
  }

  @Test
  void aRunElsewhereThatStillWritesIsNotOld() throws IOException {
    OutputDirectory elsewhere = disk.open(IfExists.OVERWRITE, "run-2");
    claim("run-2", elsewhere());
    age(disk.work("run-2"), Duration.ofHours(25));
    elsewhere.writeText("fresh", "");

    disk.open(IfExists.OVERWRITE, "run-3").abandon();

    assertThat(disk.work("run-2")).exists();
  }

  @Test
  void anEarlierTryOfTheSameRunIsTakenOver() throws IOException {
    disk.open(IfExists.OVERWRITE, "run-2").writeText("value", "first try");
    claim("run-2", elsewhere());

    OutputDirectory second = disk.open(IfExists.OVERWRITE, "run-2");
    assertThat(disk.work("run-2").resolve("staging")).isEmptyDirectory();
    second.writeText("value", "second try");
    second.publish();

    assertThat(disk.result()).isEqualTo("second try");
  }

  @Test
  void anOwnerFileThatCannotBeReadCountsAsElsewhere() throws IOException {
    disk.open(IfExists.OVERWRITE, "run-2");
    for (String damaged : List.of("", "{", "{}", "[1]", "{\"started\":\"yesterday\"}")) {
      Files.writeString(disk.work("run-2").resolve("owner.json"), damaged);
      disk.open(IfExists.OVERWRITE, "run-3").abandon();
      assertThat(disk.work("run-2")).as(damaged).exists();
    }
    age(disk.work("run-2"), Duration.ofHours(25));
    disk.open(new Configuration(), IfExists.OVERWRITE, "run-3").abandon();
    assertThat(disk.work("run-2")).doesNotExist();
  }

  private void claim(String runId, RunOwner owner) throws IOException {
    Files.writeString(disk.work(runId).resolve("owner.json"), owner.toJson());
  }

  private static RunOwner elsewhere() {
    return new RunOwner("another-host", 1, Instant.now());
  }

  private static RunOwner deadProcess() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("true").start();
    Instant started = process.info().startInstant().orElse(Instant.now());
    process.waitFor();
    return new RunOwner(RunOwner.self().host(), process.pid(), started);
  }

  private static void age(Path directory, Duration age) throws IOException {
    FileTime time = FileTime.from(Instant.now().minus(age));
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
  }
}
