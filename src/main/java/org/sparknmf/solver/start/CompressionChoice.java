package org.sparknmf.solver.start;

import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.update.Extrapolation;

/**
 * Whether iterations on a compressed X are worth more than they cost. That must follow from data
 * and settings alone, since the factors do; what a pass costs in one plan or another must not
 * count. So it goes by multiplications alone: an iteration on X^ (rank l) has (m + n)(4 l k + 7
 * k^2), a pass over X 4 k for each cell that its kernels visit.
 */
public final class CompressionChoice {
  /** What is visited in a dense block while one cell is gathered in a sparse one. */
  private static final double DENSE_RATE = 2.7;

  /** Passes that a compressed start saves on the way to a gap of 0.1 %: 3 to 11 were measured. */
  private static final double SAVED_PASSES = 4;

  private static final double ITERATIONS = 12;

  private CompressionChoice() {}

  /**
   * The start in place of singular vectors as they are.
   *
   * @param start that was found
   * @param settings of the fit
   * @return {@link StartKind#COMPRESSED} where the solver is the one that the compressed iterations
   *     are of, and these pay; else the start as it is
   */
  public static StartKind of(StartKind start, NmfSettings settings, MatrixSummary x) {
    boolean isServed =
        start.isSingular()
            && settings.extrapolation() == Extrapolation.DIFFERENCE
            && settings.objective().isPlainLeastSquares();
    return isServed && pays(x, settings.rank()) ? StartKind.COMPRESSED : start;
  }

  private static boolean pays(MatrixSummary x, int rank) {
    double columns = SubspaceIteration.columns(rank, x.rows(), x.columns());
    double sides = (double) x.rows() + x.columns();
    double iteration = sides * rank * (4 * columns + 7.0 * rank);
    double cells = Math.min(DENSE_RATE * x.nonZeros(), (double) x.rows() * x.columns());
    return ITERATIONS * iteration <= SAVED_PASSES * 4 * rank * cells;
  }
}
