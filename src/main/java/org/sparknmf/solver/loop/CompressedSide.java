package org.sparknmf.solver.loop;

import org.sparknmf.solver.FactorSums;

/**
 * One factor F and the basis A of its side of a compressed matrix X^ = A B', wherever they are: of
 * the rows W and A (m x l), of the columns H' and B (n x l). The sides tell each other sums of l x
 * k numbers, F's product with its own basis, from which the terms of the other factor follow:
 *
 * <pre>
 *   X^ H' = A (B'H')        X^'W = B (A'W)
 * </pre>
 */
public interface CompressedSide {

  /**
   * The product of the basis with a point beyond the factor, and the statistics of that point.
   *
   * @param weight of the momentum; 0 for the factor as it stands
   */
  FactorSums sums(double weight);

  /**
   * Improves the factor once, from a point beyond it; the one before is there until {@link #keep}
   * or {@link #takeBack}.
   *
   * @param weight of the momentum; 0 for the factor as it stands
   * @param other sums of the other side, not modified
   * @return the sums of the improved factor
   */
  FactorSums attempt(double weight, FactorSums other);

  /** The factor is what the latest attempt made of it. */
  void keep();

  /** The factor is what it was before the latest attempt. */
  void takeBack();
}
