package org.sparknmf.io.publish;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Tells whether runs to one output live, wherever they are. */
record LifeSigns(FileSystem files, Path root) {
  private static final long LOOK_EVERY_MILLIS = 500;

  /** What can be told of a run. */
  enum State {
    ALIVE,
    DEAD,
    /** It never gave a sign of life, and may yet. */
    UNKNOWN
  }

  /** Waits, if it must, until a run elsewhere has shown that it lives or had time enough to. */
  State of(WorkDirectory run) throws IOException {
    if (run.isOnThisHost()) {
      return run.isAliveHere() ? State.ALIVE : State.DEAD;
    }
    Optional<Instant> beat = run.lastBeat();
    if (beat.isEmpty()) {
      return run.isAbandoned() ? State.DEAD : State.UNKNOWN;
    }
    Instant last = beat.get();
    while (Duration.between(last, now()).compareTo(Heartbeat.DEAD_AFTER) < 0) {
      pause();
      Optional<Instant> next = run.lastBeat();
      if (next.isEmpty()) {
        // It has ended and cleaned up meanwhile.
        return State.UNKNOWN;
      }
      if (next.get().isAfter(last)) {
        return State.ALIVE;
      }
    }
    return State.DEAD;
  }

  /** The time by the clock that dates files. */
  private Instant now() throws IOException {
    Path clock = new Path(root, ".clock-" + UUID.randomUUID());
    files.create(clock, true).close();
    try {
      return Instant.ofEpochMilli(files.getFileStatus(clock).getModificationTime());
    } finally {
      files.delete(clock, false);
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a sign of another run", e);
    }
  }
}
