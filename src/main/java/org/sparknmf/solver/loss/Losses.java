package org.sparknmf.solver.loss;

import java.util.Locale;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.NmfSettings;
import org.sparknmf.solver.Objective;
import org.sparknmf.solver.Solver;

/** From settings to the loss: the only place that knows which losses there are. */
public final class Losses {
  /** The least fitted value in parts of the mean of X: scikit-learn's constant, made relative. */
  private static final double FLOOR = 0x1.0p-23;

  private final NmfSettings settings;
  private final MatrixSummary x;

  private Losses(NmfSettings settings, MatrixSummary x) {
    this.settings = settings;
    this.x = x;
  }

  /**
   * The loss for a matrix.
   *
   * @param x as it is held: its rows are W's
   * @throws InvalidMatrixException if the loss is infinite at a zero of X
   */
  public static Loss of(NmfSettings settings, MatrixSummary x) {
    requireNoZeros(settings.objective().beta(), x);
    return new Losses(settings, x).loss();
  }

  /**
   * Half the squared error over all cells.
   *
   * @param squaredNorm ||X||^2
   */
  public static Loss frobenius(double squaredNorm, Precision precision) {
    return new FrobeniusLoss(squaredNorm, precision);
  }

  /** D_beta(0, y) is infinite, whatever y, where beta is not above 0. */
  private static void requireNoZeros(double beta, MatrixSummary x) {
    double zeros = (double) x.rows() * x.columns() - x.nonZeros();
    if (beta <= 0 && zeros > 0) {
      throw new InvalidMatrixException(
          String.format(
              Locale.ROOT,
              "%.0f of the %d x %d cells are zero, at which the loss of beta %s is infinite: beta"
                  + " must be above 0, or every cell; change --loss",
              zeros,
              x.rows(),
              x.columns(),
              beta));
    }
  }

  private Loss loss() {
    double beta = settings.objective().beta();
    if (settings.objective().isMissing()) {
      return observedLoss();
    }
    if (beta == Objective.FROBENIUS) {
      return new FrobeniusLoss(x.squaredNorm(), settings.precision());
    }
    return beta == Objective.KULLBACK_LEIBLER
        ? new KullbackLeiblerLoss(floor())
        : new RatioLoss(new BetaCells(beta, FLOOR * x.mean()));
  }

  private Loss observedLoss() {
    if (settings.objective().beta() == Objective.KULLBACK_LEIBLER) {
      return new RatioLoss(new ObservedKullbackLeibler(floor()));
    }
    double yardstick = x.squaredNorm() / 2;
    return settings.solver() == Solver.MU
        ? new RatioLoss(new ObservedSquares(), yardstick)
        : new ImputedLoss(x.largestWeight(), yardstick);
  }

  /** X without any cell above zero has no scale; nothing is then divided by it. */
  private double floor() {
    return Math.max(FLOOR * x.mean(), Double.MIN_NORMAL);
  }
}
