package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.Factor;
import java.util.BitSet;
import java.util.Locale;

/** From settings to rules: the only place that knows which algorithms there are. */
public final class UpdateRules {
  /** The least fitted value in parts of the mean of X: scikit-learn's constant, made relative. */
  private static final double FLOOR = 0x1.0p-23;

  private final NmfSettings settings;
  private final Objective objective;
  private final MatrixSummary x;
  private final HeldSets held;

  private UpdateRules(NmfSettings settings, MatrixSummary x, HeldSets held) {
    this.settings = settings;
    this.objective = settings.objective();
    this.x = x;
    this.held = held;
  }

  /**
   * The rules for a matrix.
   *
   * @param x as it is held: its rows are W's
   * @throws InvalidMatrixException if the loss is infinite at a zero of X
   */
  public static Rules of(NmfSettings settings, MatrixSummary x) {
    return of(settings, x, HeldSets.none());
  }

  /**
   * The rules for a matrix where some components do not move.
   *
   * @param x as it is held: its rows are W's
   * @param held components by factor; turned where X is
   * @throws InvalidSettingException if the solver moves all components or none
   * @throws InvalidMatrixException if the loss is infinite at a zero of X
   */
  public static Rules of(NmfSettings settings, MatrixSummary x, HeldSets held) {
    requireHolding(settings.solver(), held);
    requireNoZeros(settings.objective().beta(), x);
    return new UpdateRules(settings, x, held).rules();
  }

  /** Refuses a solver that cannot leave components as they are. */
  public static void requireHolding(Solver solver, HeldSets held) {
    if (solver == Solver.BPP && !held.isNone()) {
      throw new InvalidSettingException(
          "solver bpp solves for all components of a row at once and cannot hold some of them; say"
              + " --solver mu or hals, or leave --fix-w, --fix-h and --consensus out");
    }
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

  /**
   * How H' is improved after each batch of rows.
   *
   * @param start H' where it starts, not modified
   */
  static OnlineUpdate online(Objective objective, Factor start) {
    double beta = objective.beta();
    OnlineUpdate.Denominators denominators = OnlineUpdate.Denominators.TERMS;
    if (!objective.isMissing() && beta == Objective.FROBENIUS) {
      denominators = OnlineUpdate.Denominators.GRAM;
    } else if (!objective.isMissing() && beta == Objective.KULLBACK_LEIBLER) {
      denominators = OnlineUpdate.Denominators.COLUMN_SUMS;
    }
    return new OnlineUpdate(denominators, beta, start);
  }

  private Rules rules() {
    Penalty w = objective.ofW(x.columns());
    Penalty h = objective.ofH(x.rows());
    return new Rules(loss(), rule(w, held.w()), rule(h, held.h()), w, h);
  }

  private Loss loss() {
    double beta = objective.beta();
    if (objective.isMissing()) {
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
    if (objective.beta() == Objective.KULLBACK_LEIBLER) {
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

  private UpdateRule rule(Penalty penalty, BitSet fixed) {
    return switch (settings.solver()) {
      case MU -> multiplicative(penalty, fixed);
      case HALS -> hals(penalty, fixed);
      case BPP -> new BlockPivotingUpdate(penalty);
    };
  }

  private UpdateRule multiplicative(Penalty penalty, BitSet fixed) {
    double beta = objective.beta();
    if (beta == Objective.FROBENIUS && !objective.isMissing()) {
      return RepeatedUpdate.of(
          HeldComponents.of(new MultiplicativeUpdate(penalty), fixed), settings.sweeps());
    }
    boolean sums = beta == Objective.KULLBACK_LEIBLER && !objective.isMissing();
    RatioUpdate ratio =
        new RatioUpdate(
            step(penalty),
            sums ? RatioUpdate.Denominators.COLUMN_SUMS : RatioUpdate.Denominators.TERMS);
    return HeldComponents.of(ratio, fixed);
  }

  /** For beta = 2 the ratio itself minimises a majorizer. */
  private RatioStep step(Penalty penalty) {
    boolean plain =
        penalty.isNone()
            || objective.beta() == Objective.FROBENIUS
            || objective.penaltyUpdate() == PenaltyUpdate.RATIO;
    return plain
        ? new PlainRatio(objective.beta(), penalty)
        : new MajorizedRatio(objective.beta(), penalty);
  }

  private UpdateRule hals(Penalty penalty, BitSet fixed) {
    return objective.isMissing()
        ? new ImputedUpdate(penalty, x.largestWeight(), settings.sweeps(), fixed)
        : new CoordinateUpdate(penalty, settings.sweeps(), fixed);
  }
}
