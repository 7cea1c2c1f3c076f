package org.sparknmf.solver.divergence;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.Decimal;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.fold.DivergenceFolder;
import org.sparknmf.solver.fold.FoldIn;
import org.sparknmf.solver.fold.KnownSquaresFolder;
import org.sparknmf.solver.fold.RatioFolder;
import org.sparknmf.solver.fold.RowFolder;
import org.sparknmf.solver.fold.SquaresFolder;
import org.sparknmf.solver.loss.BetaCells;
import org.sparknmf.solver.loss.FrobeniusLoss;
import org.sparknmf.solver.loss.ImputedLoss;
import org.sparknmf.solver.loss.KnownSquaresLoss;
import org.sparknmf.solver.loss.KullbackLeiblerLoss;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.loss.ObservedKullbackLeibler;
import org.sparknmf.solver.loss.ObservedSquares;
import org.sparknmf.solver.loss.RatioLoss;

/**
 * The family of beta-divergences (Fevotte and Idier, Neural Computation 23, 2011), Frobenius' norm,
 * Kullback-Leibler's and Itakura and Saito's divergence among them.
 */
public final class BetaDivergence implements Divergence {
  private static final long serialVersionUID = 1L;
  private static final double SQUARES = 2;
  private static final double KULLBACK_LEIBLER = 1;

  private static final Map<String, Double> NAMES =
      Map.of("frobenius", SQUARES, "kullback-leibler", KULLBACK_LEIBLER, "itakura-saito", 0.0);

  /** The largest beta, and the negative of the least, that users may ask for. */
  private static final double LARGEST_BETA = 100;

  /** The least fitted value in parts of the mean of X: scikit-learn's constant, made relative. */
  private static final double FLOOR = 0x1.0p-23;

  private final double beta;

  /**
   * One of the family.
   *
   * @param beta 2 for half the squared error, 1 for Kullback-Leibler, 0 for Itakura-Saito; finite
   */
  public BetaDivergence(double beta) {
    if (Double.isNaN(beta) || Double.isInfinite(beta)) {
      throw new InvalidSettingException(
          "loss must be frobenius, kullback-leibler, itakura-saito or a finite beta, got %s; change --loss"
              .formatted(beta));
    }
    this.beta = beta;
  }

  /** The parameter beta of the divergence. */
  public double beta() {
    return beta;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BetaDivergence one && one.beta == beta;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(beta);
  }

  /** The divergence of a name or of a beta as text; empty where it is neither. */
  static Optional<BetaDivergence> named(String text) {
    if (NAMES.containsKey(text)) {
      return Optional.of(new BetaDivergence(NAMES.get(text)));
    }
    return Decimal.number(text)
        .filter(beta -> Math.abs(beta) <= LARGEST_BETA)
        .map(BetaDivergence::new);
  }

  @Override
  public String name() {
    return NAMES.entrySet().stream()
        .filter(name -> name.getValue() == beta)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(String.valueOf(beta));
  }

  @Override
  public String phrase() {
    return "beta " + beta;
  }

  @Override
  public String words() {
    return NAMES.containsKey(name()) ? name() : phrase();
  }

  @Override
  public Object recorded() {
    return beta;
  }

  @Override
  public boolean servesMissingCells() {
    return beta == SQUARES || beta == KULLBACK_LEIBLER;
  }

  /** D_beta(0, y) is infinite, whatever y, where beta is not above 0. */
  @Override
  public boolean servesZeros() {
    return beta > 0;
  }

  @Override
  public boolean isLeastSquares() {
    return beta == SQUARES;
  }

  @Override
  public boolean tellsLoss() {
    return beta == KULLBACK_LEIBLER;
  }

  @Override
  public Loss of(MatrixSummary x, Precision precision, boolean knownOnly, TermForm form) {
    requireNoZeros(x);
    if (knownOnly) {
      return observed(x, precision, form);
    }
    if (beta == SQUARES) {
      return new FrobeniusLoss(x.squaredNorm(), precision);
    }
    return beta == KULLBACK_LEIBLER
        ? new KullbackLeiblerLoss(floor(x), form == TermForm.RATIO_AND_LOSS)
        : new RatioLoss(new BetaCells(beta, FLOOR * x.mean()));
  }

  private Loss observed(MatrixSummary x, Precision precision, TermForm form) {
    if (beta == KULLBACK_LEIBLER) {
      return new RatioLoss(new ObservedKullbackLeibler(floor(x)), form == TermForm.RATIO_AND_LOSS);
    }
    double yardstick = x.squaredNorm() / 2;
    return switch (form) {
      case RATIO, RATIO_AND_LOSS -> new RatioLoss(new ObservedSquares(), yardstick);
      case PRODUCT -> new ImputedLoss(x.largestWeight(), yardstick);
      case NORMAL_EQUATIONS -> new KnownSquaresLoss(x.squaredNorm(), precision);
    };
  }

  /** X without any cell above zero has no scale; nothing is then divided by it. */
  private static double floor(MatrixSummary x) {
    return Math.max(FLOOR * x.mean(), Double.MIN_NORMAL);
  }

  private void requireNoZeros(MatrixSummary x) {
    double zeros = (double) x.rows() * x.columns() - x.nonZeros();
    if (!servesZeros() && zeros > 0) {
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

  @Override
  public Denominators denominators(boolean knownOnly) {
    if (knownOnly) {
      return Denominators.TERMS;
    }
    if (beta == SQUARES) {
      return Denominators.GRAM;
    }
    return beta == KULLBACK_LEIBLER ? Denominators.COLUMN_SUMS : Denominators.TERMS;
  }

  @Override
  public double exponent() {
    if (beta < 1) {
      return 1 / (2 - beta);
    }
    return beta > 2 ? 1 / (beta - 1) : 1;
  }

  /** The step from N and D to a factor; for beta = 2 the ratio itself minimises a majorizer. */
  @Override
  public RatioStep step(Penalty penalty, PenaltyUpdate update) {
    boolean plain = penalty.isNone() || beta == SQUARES || update == PenaltyUpdate.RATIO;
    return plain ? new PlainRatio(exponent(), penalty) : new MajorizedRatio(beta, penalty);
  }

  @Override
  public RowFolder folder(FoldIn model, boolean knownOnly) {
    if (beta == SQUARES) {
      return knownOnly ? new KnownSquaresFolder(model) : new SquaresFolder(model);
    }
    return beta == KULLBACK_LEIBLER
        ? new DivergenceFolder(model, knownOnly)
        : new RatioFolder(model, (x, y) -> StrictMath.pow(y, beta - 2), exponent());
  }
}
