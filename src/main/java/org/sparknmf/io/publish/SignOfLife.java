package org.sparknmf.io.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** What a run shows of itself to those that would write to the same output. */
interface SignOfLife {
  /** Whether it has said that it is over, though its process may go on. */
  boolean hasEnded() throws IOException;

  /** The process; empty if that cannot be read. */
  Optional<RunOwner> owner() throws IOException;

  /** The time of its last sign, by the clock of the file system; empty if it never gave one. */
  Optional<Instant> lastBeat() throws IOException;

  /** Whether nothing of it has changed for a day. */
  boolean isAbandoned() throws IOException;
}
