package org.sparknmf.fit;

import java.util.Optional;
import org.sparknmf.engine.FitEngine;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.solver.loop.LoopKeeper;

/** Sees to it that a factorization may be interrupted and go on later. */
public interface RunKeeper {

  /** Keeps nothing. */
  RunKeeper NONE =
      new RunKeeper() {
        @Override
        public Optional<Savepoint> resumed() {
          return Optional.empty();
        }

        @Override
        public LoopKeeper during(int attempt, FitEngine engine) {
          return LoopKeeper.NONE;
        }

        @Override
        public void compare(SavedFactor ht) {
          // Nobody will ask.
        }

        @Override
        public void ended(double objective, boolean best) {
          // Nobody will ask.
        }
      };

  /** The savepoint to go on from; empty for a run from the start. */
  Optional<Savepoint> resumed();

  /** Keeps an attempt while it runs. */
  LoopKeeper during(int attempt, FitEngine engine);

  /** The H' of an attempt that is over; it will be compared with those of others. */
  void compare(SavedFactor ht);

  /**
   * The attempt kept last is over.
   *
   * @param objective what it came to
   * @param best whether it is the best so far
   */
  void ended(double objective, boolean best);
}
