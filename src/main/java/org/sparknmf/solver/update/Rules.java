package org.sparknmf.solver.update;

import java.io.Serializable;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.loss.Loss;

/**
 * What is minimised and how: all that an engine needs to know of an algorithm.
 *
 * @param loss how far WH is from X
 * @param rows how the factor of X's rows is improved
 * @param columns how the factor of X's columns is improved
 * @param rowPenalty what the rows' factor is charged
 * @param columnPenalty what the columns' factor is charged
 * @param extrapolation how momentum goes beyond a factor, if there is momentum
 */
public record Rules(
    Loss loss,
    UpdateRule rows,
    UpdateRule columns,
    Penalty rowPenalty,
    Penalty columnPenalty,
    Extrapolation extrapolation)
    implements Serializable {

  /** The projected gradient of the rows' factor. */
  public ProjectedGradient rowGradient() {
    return new ProjectedGradient(loss, rowPenalty);
  }

  /** The projected gradient of the columns' factor. */
  public ProjectedGradient columnGradient() {
    return new ProjectedGradient(loss, columnPenalty);
  }

  /**
   * The progress of a fit, from statistics of its factors.
   *
   * @param lost their loss
   */
  public FitProgress progress(
      double lost, double[] rowStatistics, double[] columnStatistics, int rank) {
    return new FitProgress(
        lost,
        rowPenalty.of(rowStatistics, rank) + columnPenalty.of(columnStatistics, rank),
        FactorStatistics.violation(rowStatistics, rank)
            + FactorStatistics.violation(columnStatistics, rank));
  }
}
