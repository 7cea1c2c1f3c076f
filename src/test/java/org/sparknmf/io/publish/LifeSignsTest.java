package org.sparknmf.io.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a run lives, by a heartbeat that is missed after a second and over after three. */
class LifeSignsTest {
  private static final Duration MISSED = Duration.ofSeconds(1);
  private static final Duration DEAD_AFTER = Duration.ofSeconds(3);
  private static final RunOwner SELF = RunOwner.self();
  private static final RunOwner UNSEEN = new RunOwner(SELF.host(), 1L << 40, SELF.started());
  private static final RunOwner OTHER_DATE =
      new RunOwner(SELF.host(), SELF.pid(), SELF.started().minusSeconds(3600));
  private static final RunOwner ELSEWHERE = new RunOwner("another-host", 1, SELF.started());

  @TempDir private Path root;

  /** As another container with this host's name shows, or this process after its clock was set. */
  @Test
  void aFreshHeartbeatBeatsAProcessThatIsNotSeen() throws IOException {
    for (RunOwner owner : List.of(UNSEEN, OTHER_DATE, ELSEWHERE)) {
      Instant last = Instant.now();
      assertThat(state(owner, last, last, last.plusMillis(400)))
          .as(owner.words())
          .isEqualTo(LifeSigns.State.ALIVE);
    }
  }

  @Test
  void aHeartbeatThatStopsIsDeadAfterItsTime() throws IOException {
    long began = System.nanoTime();
    assertThat(state(UNSEEN, Instant.now())).isEqualTo(LifeSigns.State.DEAD);
    assertThat(seconds(began)).isBetween(0.7, 2.5);

    began = System.nanoTime();
    assertThat(state(ELSEWHERE, Instant.now())).isEqualTo(LifeSigns.State.DEAD);
    assertThat(seconds(began)).isBetween(2.5, 5.0);
  }

  @Test
  void twoSignsOfDeathNeedNoWaiting() throws IOException {
    long began = System.nanoTime();
    assertThat(state(UNSEEN, Instant.now().minusSeconds(30))).isEqualTo(LifeSigns.State.DEAD);
    assertThat(seconds(began)).isLessThan(0.7);
  }

  /** The age of a heartbeat alone is the word of a clock. */
  @Test
  void aClockThatWasSetDoesNotKill() throws IOException {
    for (int hours : new int[] {-1, 1}) {
      Instant last = Instant.now().plus(Duration.ofHours(hours));
      assertThat(state(ELSEWHERE, last, last, last.plusMillis(400)))
          .isEqualTo(LifeSigns.State.ALIVE);
      // Its clock went back between two beats.
      assertThat(state(ELSEWHERE, last, last, last.minusSeconds(50)))
          .isEqualTo(LifeSigns.State.ALIVE);
      long began = System.nanoTime();
      assertThat(state(ELSEWHERE, last)).isEqualTo(LifeSigns.State.DEAD);
      assertThat(seconds(began)).isBetween(0.7, 5.0);
    }
  }

  @Test
  void whatSaysThatItIsOverIsOver() throws IOException {
    Run run = new Run(SELF, List.of(Instant.now()), true);
    assertThat(signs().of(run)).isEqualTo(LifeSigns.State.DEAD);
    assertThat(state(SELF, Instant.EPOCH)).isEqualTo(LifeSigns.State.ALIVE);
  }

  private LifeSigns.State state(RunOwner owner, Instant... beats) throws IOException {
    return signs().of(new Run(owner, List.of(beats), false));
  }

  private LifeSigns signs() throws IOException {
    FileSystem files = FileSystem.getLocal(new Configuration()).getRawFileSystem();
    Files.createDirectories(root);
    return new LifeSigns(files, new org.apache.hadoop.fs.Path(root.toString()), MISSED, DEAD_AFTER);
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  /** A run with some beats, of which the last stays. */
  private static final class Run implements SignOfLife {
    private final RunOwner owner;
    private final Deque<Instant> beats;
    private final boolean ended;

    Run(RunOwner owner, List<Instant> beats, boolean ended) {
      this.owner = owner;
      this.beats = new ArrayDeque<>(beats);
      this.ended = ended;
    }

    @Override
    public boolean hasEnded() {
      return ended;
    }

    @Override
    public Optional<RunOwner> owner() {
      return Optional.of(owner);
    }

    @Override
    public Optional<Instant> lastBeat() {
      return Optional.of(beats.size() > 1 ? beats.remove() : beats.element());
    }

    @Override
    public boolean isAbandoned() {
      return false;
    }
  }
}
