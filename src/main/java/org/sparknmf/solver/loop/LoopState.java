package org.sparknmf.solver.loop;

import java.io.Serializable;
import java.util.List;

/**
 * What a loop knows beside the factors: with them, enough to go on as if it had never stopped.
 *
 * @param history one entry for the start values and one for each iteration
 * @param yardstick the loss that counts as 1
 * @param startGradient the sum of |projected gradient| of the start values
 * @param firstViolation what the first iteration met of it; 0 before
 * @param revivals the iterations after which dead components were revived
 */
public record LoopState(
    List<Iteration> history,
    double yardstick,
    double startGradient,
    double firstViolation,
    List<Integer> revivals)
    implements Serializable {

  /** Copies the lists. */
  public LoopState {
    history = List.copyOf(history);
    revivals = List.copyOf(revivals);
  }

  /** How many iterations were run. */
  public int iterations() {
    return history.size() - 1;
  }

  /** The last entry of the history. */
  Iteration latest() {
    return history.get(history.size() - 1);
  }
}
