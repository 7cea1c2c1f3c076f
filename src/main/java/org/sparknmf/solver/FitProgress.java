package org.sparknmf.solver;

/**
 * The state of a fit in numbers.
 *
 * @param loss how far WH is from X, without penalties
 * @param penalty what both factors are charged
 * @param violation the sum of |projected gradient| met by the last update of each factor; 0 where
 *     the rules do not tell
 */
public record FitProgress(double loss, double penalty, double violation) {

  /** What is minimised: loss and penalty. */
  public double total() {
    return loss + penalty;
  }
}
