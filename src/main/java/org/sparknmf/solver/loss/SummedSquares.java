package org.sparknmf.solver.loss;

import java.util.OptionalDouble;
import org.sparknmf.linalg.CellTerms;
import org.sparknmf.linalg.Precision;

/** Least squares that follow from the terms of H alone, as the difference of sums. */
abstract class SummedSquares implements Loss {
  private static final long serialVersionUID = 1L;

  /** The part of ||X||^2 below which the sums cancel to fewer than eight digits. */
  private static final double CANCELLATION = 1e-8;

  /** The same where sums have seven digits to begin with. */
  private static final double SINGLE_CANCELLATION = 1e-3;

  private final double squaredNorm;
  private final double cancellation;

  /**
   * The loss for one X.
   *
   * @param squaredNorm ||X||^2, each cell as often as it weighs
   * @param precision of its terms
   */
  SummedSquares(double squaredNorm, Precision precision) {
    this.squaredNorm = squaredNorm;
    this.cancellation = precision == Precision.SINGLE ? SINGLE_CANCELLATION : CANCELLATION;
  }

  final double squaredNorm() {
    return squaredNorm;
  }

  @Override
  public final boolean needsBothFactors() {
    return false;
  }

  @Override
  public final boolean everyCell() {
    return false;
  }

  @Override
  public final CellTerms unseen() {
    return new UnseenCells(new SquaredCells(), new SquaredCells());
  }

  /** Below, the residual is worth a pass of its own. */
  @Override
  public final boolean isCancelled(double loss) {
    return squaredNorm > 0 && 2 * loss < cancellation * squaredNorm;
  }

  @Override
  public final OptionalDouble yardstick() {
    return OptionalDouble.of(squaredNorm / 2);
  }
}
