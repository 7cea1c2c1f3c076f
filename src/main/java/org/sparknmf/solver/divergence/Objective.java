package org.sparknmf.solver.divergence;

import java.io.Serializable;
import java.util.Optional;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.TfIdf;
import org.sparknmf.solver.fold.FoldIn;
import org.sparknmf.solver.loss.Loss;

/**
 * What is minimised: D(X, WH) + l1_W sum(W) + l1_H sum(H) + l2_W/2 ||W||^2 + l2_H/2 ||H||^2 with
 * l1_W = alphaW l1Ratio n, l2_W = alphaW (1 - l1Ratio) n, l1_H = alphaH l1Ratio m, l2_H = alphaH (1
 * - l1Ratio) m, as in scikit-learn.
 *
 * @param divergence D
 * @param emptyCells what cells are that are not stored
 * @param alphaW strength of W's penalties
 * @param alphaH strength of H's penalties
 * @param l1Ratio part of the strength that goes to the sums, from 0 to 1
 * @param penaltyUpdate how multiplicative updates see penalties
 */
public record Objective(
    Divergence divergence,
    EmptyCells emptyCells,
    double alphaW,
    double alphaH,
    double l1Ratio,
    PenaltyUpdate penaltyUpdate)
    implements Serializable {

  /** Validates every value. */
  public Objective {
    requireStrength("alpha-w", alphaW);
    requireStrength("alpha-h", alphaH);
    if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
      throw new InvalidSettingException(
          "l1-ratio must be from 0 to 1, got " + l1Ratio + "; change --l1-ratio");
    }
    if (emptyCells == EmptyCells.MISSING && !divergence.servesMissingCells()) {
      throw new InvalidSettingException(
          "empty-cells missing works with loss frobenius or kullback-leibler, got "
              + divergence.phrase()
              + "; change --loss, or say --empty-cells zero");
    }
  }

  private static void requireStrength(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new InvalidSettingException(
          name + " must be a finite number of at least 0, got " + value + "; change --" + name);
    }
  }

  /** Half the squared error over all cells, no penalties. */
  public static Objective frobenius() {
    return ofBeta(2);
  }

  /** A beta-divergence over all cells, no penalties. */
  public static Objective ofBeta(double beta) {
    return of(new BetaDivergence(beta));
  }

  /** A divergence over all cells, no penalties. */
  public static Objective of(Divergence divergence) {
    return new Objective(divergence, EmptyCells.ZERO, 0, 0, 0, PenaltyUpdate.MAJORIZE);
  }

  /** This objective with other penalties. */
  public Objective withPenalties(double newAlphaW, double newAlphaH, double newL1Ratio) {
    return new Objective(divergence, emptyCells, newAlphaW, newAlphaH, newL1Ratio, penaltyUpdate);
  }

  /** This objective with another view of cells that are not stored. */
  public Objective withEmptyCells(EmptyCells cells) {
    return new Objective(divergence, cells, alphaW, alphaH, l1Ratio, penaltyUpdate);
  }

  /** This objective with another way to update penalties. */
  public Objective withPenaltyUpdate(PenaltyUpdate update) {
    return new Objective(divergence, emptyCells, alphaW, alphaH, l1Ratio, update);
  }

  /** The same objective for the transpose of X, whose W is H'. */
  public Objective turned() {
    return new Objective(divergence, emptyCells, alphaH, alphaW, l1Ratio, penaltyUpdate);
  }

  /** Whether X is known at its stored cells only. */
  public boolean isMissing() {
    return emptyCells == EmptyCells.MISSING;
  }

  /** Whether this is least squares over all cells. */
  public boolean isPlainLeastSquares() {
    return divergence.isLeastSquares() && !isMissing();
  }

  /**
   * Whether multiplicative updates never let it rise; with penalties that depends on their view.
   */
  public boolean isNeverRaised() {
    return penaltyUpdate == PenaltyUpdate.MAJORIZE || (alphaW == 0 && alphaH == 0);
  }

  /** The loss for one matrix, see {@link Divergence#of}. */
  public Loss loss(MatrixSummary x, Precision precision, TermForm form) {
    return divergence.of(x, precision, isMissing(), form);
  }

  /** What W is charged where X has so many columns. */
  public Penalty ofW(long columns) {
    return new Penalty(alphaW * l1Ratio * columns, alphaW * (1 - l1Ratio) * columns);
  }

  /** What H is charged where X has so many rows. */
  public Penalty ofH(long rows) {
    return new Penalty(alphaH * l1Ratio * rows, alphaH * (1 - l1Ratio) * rows);
  }

  /**
   * Weights of new rows of a model that minimised this.
   *
   * @param ht H' (n x k), not modified from now on
   * @param weights what becomes of a row of counts first
   */
  public FoldIn foldIn(DoubleFactor ht, Optional<TfIdf> weights) {
    return new FoldIn(divergence, isMissing(), ofW(ht.rows()), ht, weights);
  }
}
