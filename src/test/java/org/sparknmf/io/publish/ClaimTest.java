package org.sparknmf.io.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs that want one output at the same moment. */
class ClaimTest {
  private static final int ROUNDS = 6;
  private static final int RUNS = 4;

  @TempDir private Path root;
  private OutputOnDisk disk;

  @BeforeEach
  void place() {
    disk = new OutputOnDisk(root.resolve("model"));
  }

  @Test
  void ofRunsThatStartTogetherOneMayWriteAndTheOthersHearAtOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<OutputDirectory> winners = together(round);
      assertThat(winners).as("round " + round).hasSize(1);
      winners.get(0).abandon();
      assertThat(disk.besides()).isEmpty();
    }
  }

  /** As a scheduler does that tries again what died with its machine. */
  @Test
  void theClaimOfADeadRunGoesToOneOfThem() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Files.createDirectories(disk.work(""));
      RunOwner self = RunOwner.self();
      String dead =
          new RunOwner(self.host(), self.pid(), self.started().minusSeconds(900))
              .json()
              .put("token", UUID.randomUUID().toString())
              .toString();
      Files.writeString(disk.work(".claim"), dead);
      OutputOnDisk.age(disk.work(""), Heartbeat.DEAD_AFTER.plusSeconds(1));

      List<OutputDirectory> winners = together(round);

      assertThat(winners).as("round " + round).hasSize(1);
      winners.get(0).abandon();
      assertThat(disk.besides()).isEmpty();
    }
  }

  private List<OutputDirectory> together(int round) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(RUNS);
    try {
      CyclicBarrier start = new CyclicBarrier(RUNS);
      List<Callable<List<OutputDirectory>>> runs = new ArrayList<>();
      for (int r = 0; r < RUNS; r++) {
        String runId = "run-" + round + "-" + r;
        runs.add(
            () -> {
              start.await();
              try {
                return List.of(disk.open(IfExists.OVERWRITE, runId));
              } catch (OutputBusyException e) {
                return List.of();
              }
            });
      }
      List<OutputDirectory> winners = new ArrayList<>();
      for (Future<List<OutputDirectory>> run : threads.invokeAll(runs)) {
        winners.addAll(run.get());
      }
      return winners;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void whoLostTheClaimMeanwhileDoesNotPublish() throws Exception {
    OutputDirectory ours = disk.open(IfExists.ERROR, "run-1");
    ours.writeText("value", "ours");
    String theirs = RunOwner.self().json().put("token", UUID.randomUUID().toString()).toString();
    Files.writeString(disk.work(".claim"), theirs);

    assertThatThrownBy(ours::publish)
        .isInstanceOf(OutputBusyException.class)
        .hasMessageContaining("another run has taken over output")
        .hasMessageContaining("run-1/staging");
    ours.close();

    assertThat(disk.output()).doesNotExist();
    assertThat(disk.work("run-1").resolve("staging/value")).hasContent("ours");
    assertThat(disk.work(".claim")).hasContent(theirs);
  }

  /** Somebody has cleaned up by hand. */
  @Test
  void aClaimThatIsGoneIsTakenAgain() throws Exception {
    OutputDirectory ours = disk.open(IfExists.ERROR, "run-1");
    ours.writeText("value", "ours");
    Files.delete(disk.work(".claim"));

    ours.publish();

    assertThat(disk.result()).isEqualTo("ours");
    assertThat(disk.besides()).isEmpty();
  }

  @Test
  void aFailedPublicationLeavesNoThreadAndNoClaimAndTheNextRunGoesOn() throws Exception {
    OutputDirectory output = disk.open(FailingFileSystem.refusing("model"), IfExists.ERROR, "r-1");
    output.writeText("value", "ours");
    assertThatThrownBy(output::publish).isInstanceOf(OutputException.class);

    assertThat(heartbeats()).isEmpty();
    assertThat(disk.work("r-1").resolve("staging/value")).hasContent("ours");
    disk.publish("next");
    assertThat(disk.result()).isEqualTo("next");
    assertThat(disk.besides()).isEmpty();
  }

  @Test
  void nothingLivesOnAfterARefusalOrAnEnd() throws Exception {
    disk.publish("old");
    assertThatThrownBy(() -> disk.open(IfExists.ERROR, "run-2")).hasMessageContaining("exists");
    OutputDirectory third = disk.open(IfExists.OVERWRITE, "run-3");
    assertThatThrownBy(() -> disk.open(IfExists.OVERWRITE, "run-4"))
        .isInstanceOf(OutputBusyException.class);
    third.abandon();

    assertThat(heartbeats()).isEmpty();
    assertThat(disk.besides()).isEmpty();
  }

  private static List<String> heartbeats() throws IOException {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter("spark-nmf-heartbeat"::equals)
        .toList();
  }
}
