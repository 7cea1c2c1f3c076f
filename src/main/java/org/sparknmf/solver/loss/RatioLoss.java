package org.sparknmf.solver.loss;

import java.util.OptionalDouble;
import org.sparknmf.linalg.CellTerms;

/**
 * A loss whose gradient is D - N with D, N not negative, where a row of terms is N (rank numbers),
 * then D (rank numbers).
 */
public final class RatioLoss extends CellwiseLoss {
  private static final long serialVersionUID = 1L;

  private final double yardstick;

  /** A loss told relative to the best constant fit. */
  public RatioLoss(CellTerms cells) {
    this(cells, Double.NaN);
  }

  /**
   * A loss told relative to the best constant fit.
   *
   * @param tells whether the terms of H end with the loss
   */
  public RatioLoss(CellTerms cells, boolean tells) {
    this(cells(cells, tells), Double.NaN);
  }

  /** A loss told relative to a yardstick. */
  public RatioLoss(CellTerms cells, double yardstick) {
    super(cells);
    this.yardstick = yardstick;
  }

  @Override
  public OptionalDouble yardstick() {
    return Double.isNaN(yardstick) ? OptionalDouble.empty() : OptionalDouble.of(yardstick);
  }

  @Override
  public void gradient(FactorRows rows, int rank, double[] gradient) {
    double[] terms = rows.terms();
    int width = width(rank);
    for (int i = 0; i < rows.count(); i++) {
      int from = (rows.termsFirst() + i) * width;
      for (int c = 0; c < rank; c++) {
        gradient[i * rank + c] = terms[from + rank + c] - terms[from + c];
      }
    }
  }
}
