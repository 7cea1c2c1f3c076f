package org.sparknmf.solver.loop;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.update.Extrapolation;

/**
 * Both factors, wherever they live, and the pass over X that improves them. The loop sees nothing
 * else of them.
 */
public interface Alternation {

  /** The progress at the start values. */
  FitProgress start();

  /** Improves both factors once; where the new ones stand. */
  FitProgress iterate();

  /**
   * Improves both factors once with momentum, see {@link Extrapolation}; where that leads. {@link
   * #keep} or {@link #takeBack} follows.
   *
   * @param weight 0 to go from the factors as they stand
   */
  FitProgress attempt(double weight);

  /** The factors are those that the latest attempt came to. */
  void keep();

  /** The factors are those before the latest attempt; the one after it has weight 0. */
  void takeBack();

  /** Why the latest iteration was the last, where that shows within an iteration. */
  default Optional<StopReason> finished() {
    return Optional.empty();
  }

  /** The loss that counts as 1 when errors are told relative to X. */
  double yardstick();

  /**
   * The loss summed cell by cell, without the cancellation of a shortcut; empty where that is
   * beyond reason.
   */
  OptionalDouble directLoss();

  /** The sum of |projected gradient| of both factors as they stand. */
  double projectedGradient();

  /** The components whose column of W or row of H is zero. */
  BitSet deadComponents();

  /** Puts other factors in the place of those that there are; what was known of them is renewed. */
  void remap(FactorMap rows, FactorMap columns);

  /** Bytes that the latest call moved between driver and workers; 0 where there are none. */
  long bytesMoved();
}
