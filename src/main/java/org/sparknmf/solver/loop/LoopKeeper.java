package org.sparknmf.solver.loop;

import java.util.function.Supplier;

/** Has a chance to save a run between two iterations, or to end it by an exception. */
@FunctionalInterface
public interface LoopKeeper {
  /** Keeps nothing. */
  LoopKeeper NONE = (iteration, last, state) -> {};

  /**
   * An iteration is over and the factors stand as they will at the beginning of the next one.
   *
   * @param iteration its number
   * @param last whether there is no next one
   * @param state gives what the loop knows
   */
  void after(int iteration, boolean last, Supplier<LoopState> state);
}
