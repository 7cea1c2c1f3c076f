package org.sparknmf.solver.divergence;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.PenaltyScale;
import org.sparknmf.solver.TfIdf;
import org.sparknmf.solver.fold.FoldIn;
import org.sparknmf.solver.loss.Loss;

/**
 * What is minimised: D(X, WH) + l1_W sum(W) + l1_H sum(H) + l2_W/2 ||W||^2 + l2_H/2 ||H||^2 with
 * l1_W = alphaW l1Ratio n, l2_W = alphaW (1 - l1Ratio) n, l1_H = alphaH l1Ratio m, l2_H = alphaH (1
 * - l1Ratio) m, as in scikit-learn; or with the known cells of each row and column in the place of
 * n and m.
 *
 * @param divergence D
 * @param emptyCells what cells are that are not stored
 * @param penalties of both factors
 */
public record Objective(Divergence divergence, EmptyCells emptyCells, Penalties penalties)
    implements Serializable {

  /**
   * The strength of penalties by count where none is given, in parts of the root mean square of the
   * known cells: a row's error grows with the square of X, its penalty with X. Measured on ratings,
   * see the page on losses and solvers.
   */
  private static final double STRENGTH = 0.035;

  /** Validates what goes together. */
  public Objective {
    if (emptyCells == EmptyCells.MISSING && !divergence.servesMissingCells()) {
      throw new InvalidSettingException(
          "empty-cells missing works with loss frobenius or kullback-leibler, got "
              + divergence.phrase()
              + "; change --loss, or say --empty-cells zero");
    }
    if (penalties.scale() == PenaltyScale.COUNT
        && !(emptyCells == EmptyCells.MISSING && divergence.isLeastSquares())) {
      throw new InvalidSettingException(
          "penalty-scale count works with empty-cells missing and loss frobenius, got empty-cells %s and loss %s; say --penalty-scale cells"
              .formatted(
                  emptyCells == EmptyCells.MISSING ? "missing" : "zero", divergence.words()));
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
    return new Objective(divergence, EmptyCells.ZERO, Penalties.NONE);
  }

  /** This objective with other penalties, on the scale of all cells. */
  public Objective withPenalties(double alphaW, double alphaH, double l1Ratio) {
    return with(new Penalties(alphaW, alphaH, l1Ratio, PenaltyScale.CELLS, penalties.update()));
  }

  /** This objective with other penalties. */
  public Objective with(Penalties others) {
    return new Objective(divergence, emptyCells, others);
  }

  /** This objective with another view of cells that are not stored. */
  public Objective withEmptyCells(EmptyCells cells) {
    return new Objective(divergence, cells, penalties);
  }

  /** This objective with another way to update penalties. */
  public Objective withPenaltyUpdate(PenaltyUpdate update) {
    return with(penalties.with(update));
  }

  /** The same objective for the transpose of X, whose W is H'. */
  public Objective turned() {
    return with(penalties.turned());
  }

  /** Whether penalties are left to the scale of X, and there may be some. */
  private boolean isAutomatic() {
    return penalties.scale() == PenaltyScale.AUTO
        && penalties.l1Ratio() == 0
        && isMissing()
        && divergence.isLeastSquares();
  }

  /** Whether a row's penalty may depend on the number of its known cells. */
  public boolean isCounted() {
    return isAutomatic() || (penalties.scale() == PenaltyScale.COUNT && !penalties.isNone());
  }

  /**
   * This objective where its penalties are what they are for one matrix.
   *
   * @param canCount whether known cells are counted
   * @throws InvalidSettingException if they must be and are not
   */
  public Objective on(MatrixSummary x, boolean canCount) {
    if (penalties.scale() == PenaltyScale.COUNT && isCounted() && !canCount) {
      throw new InvalidSettingException(
          "penalty-scale count works with solver mu or hals without mini-batches, and only where the normal equations of all columns are not too many numbers for the rank; say --penalty-scale cells, or lower --rank");
    }
    if (penalties.scale() != PenaltyScale.AUTO) {
      return this;
    }
    if (!isAutomatic() || !canCount) {
      return with(penalties.with(PenaltyScale.CELLS));
    }
    return with(
        penalties.isNone()
            ? penalties.counted(STRENGTH * x.rootMeanSquare())
            : penalties.with(PenaltyScale.COUNT));
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
    return penalties.update() == PenaltyUpdate.MAJORIZE || penalties.isNone();
  }

  /** The loss for one matrix, see {@link Divergence#of}. */
  public Loss loss(MatrixSummary x, Precision precision, TermForm form) {
    return divergence.of(x, precision, isMissing(), form);
  }

  /**
   * What users should know of penalties that they did not ask for; empty if there are none.
   *
   * @param asked this objective before it was that of one matrix
   */
  public Optional<String> unaskedPenalties(Objective asked) {
    return asked.penalties.isNone() && !penalties.isNone()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "penalties by count: alpha-w and alpha-h are %.4g, %s times the root mean square of"
                    + " the known cells; --penalty-scale cells charges none",
                penalties.alphaW(),
                STRENGTH))
        : Optional.empty();
  }

  /** What W is charged where X has so many columns. */
  public Penalty ofW(long columns) {
    return penalties.ofW(columns);
  }

  /** What H is charged where X has so many rows. */
  public Penalty ofH(long rows) {
    return penalties.ofH(rows);
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
