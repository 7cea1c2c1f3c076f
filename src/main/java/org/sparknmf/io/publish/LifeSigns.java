package org.sparknmf.io.publish;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Tells whether runs to one output live, wherever they are. A process that is seen lives. One that
 * is not seen may be in another container, or have another date since a clock was set: it is dead
 * only if no sign of it came for long enough.
 *
 * @param missed the time in which a run that lives gives a sign, whatever clocks say
 * @param deadAfter the time without a sign after which a run elsewhere is dead
 */
record LifeSigns(FileSystem files, Path root, Duration missed, Duration deadAfter) {
  private static final long LOOK_EVERY_MILLIS = 200;

  /** By the times of {@link Heartbeat}. */
  LifeSigns(FileSystem files, Path root) {
    this(files, root, Heartbeat.MISSED, Heartbeat.DEAD_AFTER);
  }

  /** What can be told of a run. */
  enum State {
    ALIVE,
    DEAD,
    /** It never gave a sign of life, and may yet. */
    UNKNOWN
  }

  /** Waits, if it must, until a run has shown that it lives or had time enough to. */
  State of(SignOfLife run) throws IOException {
    if (run.hasEnded()) {
      return State.DEAD;
    }
    Optional<RunOwner> owner = run.owner();
    boolean isHere = owner.filter(RunOwner::isOnThisHost).isPresent();
    if (isHere && owner.filter(RunOwner::isAlive).isPresent()) {
      return State.ALIVE;
    }
    Optional<Instant> beat = run.lastBeat();
    if (beat.isEmpty()) {
      return isHere || run.isAbandoned() ? State.DEAD : State.UNKNOWN;
    }
    return watched(run, beat.get(), patience(beat.get(), isHere));
  }

  /** How long a next sign is to be waited for. */
  private Duration patience(Instant last, boolean isHere) throws IOException {
    Duration most = isHere ? missed : deadAfter;
    Duration age = Duration.between(last, now());
    Duration rest = age.isNegative() ? most : most.minus(age);
    // Elsewhere the age is the only evidence, and a clock may have been set.
    return isHere || rest.compareTo(missed) > 0 ? rest : missed;
  }

  private State watched(SignOfLife run, Instant last, Duration patience) throws IOException {
    long began = System.nanoTime();
    while (System.nanoTime() - began < patience.toNanos()) {
      pause();
      Optional<Instant> next = run.lastBeat();
      if (next.isEmpty()) {
        // It has ended and cleaned up meanwhile.
        return State.UNKNOWN;
      }
      if (!next.get().equals(last)) {
        return State.ALIVE;
      }
    }
    return State.DEAD;
  }

  /** Whether a file has not changed for so long that its writer is dead. */
  boolean isOld(Path file) throws IOException {
    Optional<Instant> changed = Entries.changed(files, file);
    return changed.isPresent() && Duration.between(changed.get(), now()).compareTo(deadAfter) > 0;
  }

  /** The time by the clock that dates files. */
  private Instant now() throws IOException {
    Path clock = new Path(root, ".clock-" + UUID.randomUUID());
    Entries.touch(files, clock);
    try {
      return Instant.ofEpochMilli(files.getFileStatus(clock).getModificationTime());
    } finally {
      files.delete(clock, false);
    }
  }

  /** A moment between two looks. */
  static void pause() throws IOException {
    try {
      Thread.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a sign of another run", e);
    }
  }
}
