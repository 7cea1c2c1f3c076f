package org.sparknmf.fit;

import java.util.Optional;
import org.sparknmf.engine.FitEngine;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.solver.loop.LoopKeeper;

/**
 * Sees to it that a factorization may be interrupted and go on later; by default, keeps nothing.
 */
public interface RunKeeper {

  /** Keeps nothing. */
  RunKeeper NONE = new RunKeeper() {};

  /** The savepoint to go on from; empty for a run from the start. */
  default Optional<Savepoint> resumed() {
    return Optional.empty();
  }

  /** Keeps an attempt while it runs. */
  default LoopKeeper during(int attempt, FitEngine engine) {
    return LoopKeeper.NONE;
  }

  /** The H' of an attempt that is over; it will be compared with those of others. */
  default void compare(SavedFactor ht) {}

  /**
   * The attempt kept last is over.
   *
   * @param objective what it came to
   * @param best whether it is the best so far
   */
  default void ended(double objective, boolean best) {}
}
