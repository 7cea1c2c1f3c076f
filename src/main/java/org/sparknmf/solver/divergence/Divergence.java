package org.sparknmf.solver.divergence;

import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.fold.RowFolding;
import org.sparknmf.solver.loss.Loss;

/**
 * A loss by its name: how far WH is from X, and all that follows from it for update rules, for new
 * rows and for messages. Those that are built in stand in {@link Divergences}; others are found as
 * services of this type. An instance must equal another of the same loss; it travels by Kryo, which
 * cannot read the components of a record.
 */
public interface Divergence extends RowFolding {

  /** The loss as users write it, such as {@code frobenius} or {@code 1.5}. */
  String name();

  /** The loss as a message calls what does not fit, such as {@code beta 1.0}. */
  default String phrase() {
    return name();
  }

  /** The loss as the report calls it. */
  default String words() {
    return name();
  }

  /**
   * What a manifest records of the loss: its name, or a number where that is all there is to it.
   */
  default Object recorded() {
    return name();
  }

  /** Whether cells of X may be unknown. */
  boolean servesMissingCells();

  /** Whether a cell that is zero costs a finite amount. */
  boolean servesZeros();

  /**
   * Whether the loss is least squares, which rules that want {@link TermForm#PRODUCT} or {@link
   * TermForm#NORMAL_EQUATIONS} need: its terms are then those of a product with X and Gram
   * matrices.
   */
  default boolean isLeastSquares() {
    return false;
  }

  /**
   * Whether {@link #of} serves {@link TermForm#RATIO_AND_LOSS}, which multiplicative updates need
   * for momentum.
   */
  default boolean tellsLoss() {
    return false;
  }

  /**
   * The loss for one matrix.
   *
   * @param x as it is held: its rows are W's
   * @param knownOnly whether X is known at its stored cells only
   * @param form how an update rule wants the terms; not {@code RATIO} of least squares only
   * @throws InvalidMatrixException if the loss is infinite at a zero of X
   */
  Loss of(MatrixSummary x, Precision precision, boolean knownOnly, TermForm form);

  /** The source of D for the rules of {@link TermForm#RATIO}. */
  Denominators denominators(boolean knownOnly);

  /**
   * The power of N / D by which multiplicative updates go, so that the loss does not rise: gamma of
   * Fevotte and Idier (Neural Computation 23, 2011).
   */
  double exponent();

  /** How multiplicative updates see the penalties of a factor. */
  default RatioStep step(Penalty penalty, PenaltyUpdate update) {
    return new PlainRatio(exponent(), penalty);
  }
}
