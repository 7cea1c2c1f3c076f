package org.sparknmf.solver.loss;

import org.sparknmf.solver.FactorStatistics;

/**
 * Some rows of a tall factor F, and what is known of the other factor A and of X for them.
 *
 * @param factor holds F (row-major, rank columns)
 * @param first the first of the rows
 * @param count how many they are
 * @param terms what a pass over X has brought for the same rows (see {@link Loss}), not modified
 * @param termsFirst row of the terms that belongs to {@code first}
 * @param statistics of A, see {@link FactorStatistics}: its first rank x rank numbers are A'A; not
 *     modified
 */
@SuppressWarnings("ArrayRecordComponent") // A view of arrays where they are, never compared.
public record FactorRows(
    double[] factor, int first, int count, double[] terms, int termsFirst, double[] statistics) {

  /** All rows of a factor, whose terms begin at the beginning. */
  public static FactorRows all(double[] factor, int count, double[] terms, double[] statistics) {
    return new FactorRows(factor, 0, count, terms, 0, statistics);
  }

  /** A view of at most {@code most} of these rows, from the {@code from}-th on. */
  public FactorRows window(int from, int most) {
    int rows = Math.min(most, count - from);
    return new FactorRows(factor, first + from, rows, terms, termsFirst + from, statistics);
  }

  /** A view of the same rows with other terms, from their beginning on. */
  public FactorRows with(double[] others) {
    return new FactorRows(factor, first, count, others, 0, statistics);
  }
}
