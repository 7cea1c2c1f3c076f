package org.sparknmf.solver.update;

import java.util.BitSet;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.NmfSettings;
import org.sparknmf.solver.Objective;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.PenaltyUpdate;
import org.sparknmf.solver.Solver;
import org.sparknmf.solver.loss.Losses;

/** From settings to rules: the only place that knows which algorithms there are. */
public final class UpdateRules {
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

  /**
   * How H' is improved after each batch of rows.
   *
   * @param start H' where it starts, not modified
   */
  public static OnlineUpdate online(Objective objective, Factor start) {
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
    return new Rules(Losses.of(settings, x), rule(w, held.w()), rule(h, held.h()), w, h);
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
