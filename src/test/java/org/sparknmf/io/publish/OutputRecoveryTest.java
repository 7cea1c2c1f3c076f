package org.sparknmf.io.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
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
    disk.kill("run-2", deadProcess());

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
    Files.writeString(disk.output().resolve("manifest.json"), OutputOnDisk.manifest("run-2"));
    disk.kill("run-2", deadProcess());

    disk.open(IfExists.OVERWRITE, "run-3").abandon();

    assertThat(disk.result()).isEqualTo("new");
    assertThat(disk.besides()).isEmpty();
  }

  @Test
  void theLeftoverOfADeadRunIsCleaned() throws Exception {
    disk.open(IfExists.OVERWRITE, "run-2").writeText("value", "half");
    disk.kill("run-2", deadProcess());

    disk.open(IfExists.OVERWRITE, "run-3");

    assertThat(
            OutputOnDisk.names(disk.work("").normalize()).stream()
                .filter(name -> !name.startsWith(".")))
        .containsExactly("run-3");
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
  void aLaterProcessOfTheSameNumberIsNotTheOwner() throws Exception {
    disk.open(IfExists.OVERWRITE, "run-2");
    RunOwner self = RunOwner.self();
    disk.kill("run-2", new RunOwner(self.host(), self.pid(), self.started().minusSeconds(60)));

    disk.open(IfExists.OVERWRITE, "run-3");

    assertThat(disk.work("run-2")).doesNotExist();
  }

  @Test
  void aRunElsewhereThatGivesSignsOfLifeIsNotDisturbed() throws Exception {
    disk.open(IfExists.OVERWRITE, "run-2");
    disk.disguise("run-2", elsewhere());
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> beating =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                touch(disk.work("run-2").resolve("heartbeat"));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
              }
            });
    try {
      assertThatThrownBy(() -> disk.open(IfExists.OVERWRITE, "run-3"))
          .isInstanceOf(OutputBusyException.class)
          .hasMessageContaining("another run (pid 1 on another-host) is writing");
    } finally {
      over.set(true);
    }
    beating.get();
    assertThat(disk.work("run-2")).exists();
  }

  @Test
  void aRunElsewhereWithoutASignOfLifeIsDead() throws Exception {
    disk.open(IfExists.OVERWRITE, "run-2");
    disk.kill("run-2", elsewhere());
    OutputOnDisk.age(disk.work(""), Heartbeat.DEAD_AFTER.plusSeconds(1));

    disk.open(IfExists.OVERWRITE, "run-3").abandon();

    assertThat(disk.work("run-2")).doesNotExist();
  }

  /** As versions before this one left it. */
  @Test
  void aRunElsewhereThatNeverGaveASignIsLeftAloneForADay() throws Exception {
    disk.open(IfExists.OVERWRITE, "run-2");
    disk.kill("run-2", elsewhere());
    Files.delete(disk.work(".claim"));
    Files.delete(disk.work("run-2").resolve("heartbeat"));
    OutputOnDisk.age(disk.work("run-2"), Duration.ofHours(23));

    disk.open(IfExists.OVERWRITE, "run-3").abandon();
    assertThat(disk.work("run-2")).exists();

    OutputOnDisk.age(disk.work("run-2"), Duration.ofHours(25));
    disk.open(IfExists.OVERWRITE, "run-4").abandon();
    assertThat(disk.work("run-2")).doesNotExist();
  }

  @Test
  void anEarlierTryOfTheSameRunIsTakenOver() throws Exception {
    disk.open(IfExists.OVERWRITE, "run-2").writeText("value", "first try");
    disk.kill("run-2", deadProcess());

    OutputDirectory second = disk.open(IfExists.OVERWRITE, "run-2");
    assertThat(disk.work("run-2").resolve("staging")).isEmptyDirectory();
    second.writeText("value", "second try");
    second.publish();

    assertThat(disk.result()).isEqualTo("second try");
  }

  @Test
  void whatADeadRunHasSavedIsHandedToTheNext() throws Exception {
    OutputDirectory first = disk.open(IfExists.OVERWRITE, "run-2");
    save(first);
    disk.kill("run-2", deadProcess());

    OutputDirectory second = disk.open(IfExists.RESUME, "run-3");
    assertThat(saved(second)).hasContent("state");
    second.abandon();
    assertThat(disk.work("checkpoint").resolve("saved")).hasContent("state");

    OutputDirectory third = disk.open(IfExists.OVERWRITE, "run-4");
    assertThat(saved(third)).hasContent("state");
    third.writeText("value", "third");
    third.publish();
    assertThat(disk.result()).isEqualTo("third");
    assertThat(disk.besides()).isEmpty();
  }

  /** Killed between publishing and cleaning up: there is nothing to go on with. */
  @Test
  void whatAPublishedRunHadSavedIsForgotten() throws Exception {
    save(disk.open(IfExists.OVERWRITE, "run-2"));
    Files.move(disk.output(), disk.work("run-2").resolve("previous"));
    Files.move(disk.work("run-2").resolve("staging"), disk.output());
    Files.writeString(disk.output().resolve("_SUCCESS"), "");
    Files.writeString(disk.output().resolve("manifest.json"), OutputOnDisk.manifest("run-2"));
    disk.kill("run-2", deadProcess());

    OutputDirectory next = disk.open(IfExists.RESUME, "run-3");

    assertThat(saved(next)).doesNotExist();
    next.abandon();
    assertThat(disk.besides()).isEmpty();
  }

  @Test
  void aRunThatWasCutShortKeepsItsCheckpoint() throws IOException {
    OutputDirectory output = disk.open(IfExists.OVERWRITE, "run-2");
    save(output);
    output.keepCheckpoint();
    output.writeText("value", "part");
    output.publish();

    assertThat(disk.result()).isEqualTo("part");
    assertThat(disk.work("checkpoint").resolve("saved")).hasContent("state");
  }

  private static void save(OutputDirectory output) throws IOException {
    Files.createDirectories(saved(output).getParent());
    Files.writeString(saved(output), "state");
  }

  private static Path saved(OutputDirectory output) {
    return Path.of(URI.create(output.checkpointPath())).resolve("saved");
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anOwnerFileThatCannotBeReadCountsAsElsewhere() throws Exception {
    disk.open(IfExists.OVERWRITE, "run-2");
    OutputOnDisk.stopHeartbeats();
    Files.delete(disk.work(".claim"));
    Files.delete(disk.work("run-2").resolve("heartbeat"));
    for (String damaged : List.of("", "{", "{}", "[1]", "{\"started\":\"yesterday\"}")) {
      Files.writeString(disk.work("run-2").resolve("owner.json"), damaged);
      disk.open(IfExists.OVERWRITE, "run-3").abandon();
      assertThat(disk.work("run-2")).as(damaged).exists();
    }
    OutputOnDisk.age(disk.work("run-2"), Duration.ofHours(25));
    disk.open(new Configuration(), IfExists.OVERWRITE, "run-3").abandon();
    assertThat(disk.work("run-2")).doesNotExist();
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
}
