package org.sparknmf.solver.update;

import java.io.Serializable;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.NormalEquations;
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

  /** These rules for another loss with the same terms. */
  public Rules with(Loss other) {
    return new Rules(other, rows, columns, rowPenalty, columnPenalty, extrapolation);
  }

  /** The projected gradient of the rows' factor. */
  public ProjectedGradient rowGradient() {
    return new ProjectedGradient(loss, rowPenalty);
  }

  /** The projected gradient of the columns' factor. */
  public ProjectedGradient columnGradient() {
    return new ProjectedGradient(loss, columnPenalty);
  }

  /** Whether only the terms of H tell what the factors are charged. */
  public boolean isChargedByTerms() {
    return rowPenalty.isCounted() || columnPenalty.isCounted();
  }

  /**
   * What both factors are charged for the known cells of some columns, columns in order, where it
   * is counted.
   *
   * @param terms of H, from row {@code termsRow} on, not modified
   * @param count how many columns
   * @param ht holds H' from row {@code row} on, not modified
   */
  public double charged(Factor terms, int termsRow, int count, Factor ht, int row) {
    return NormalEquations.charged(
        terms, termsRow, count, ht, row, rowPenalty.l2(), columnPenalty.l2());
  }

  /** What both factors are charged, from their statistics, where no cell is counted. */
  public double charged(double[] rowStatistics, double[] columnStatistics, int rank) {
    return rowPenalty.of(rowStatistics, rank) + columnPenalty.of(columnStatistics, rank);
  }

  /**
   * The progress of a fit, from statistics of its factors.
   *
   * @param lost their loss
   * @param charged their penalties
   */
  public FitProgress progress(
      double lost, double charged, double[] rowStatistics, double[] columnStatistics, int rank) {
    return new FitProgress(
        lost,
        charged,
        FactorStatistics.violation(rowStatistics, rank)
            + FactorStatistics.violation(columnStatistics, rank));
  }
}
