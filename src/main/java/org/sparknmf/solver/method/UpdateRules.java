package org.sparknmf.solver.method;

import java.util.BitSet;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.update.HeldSets;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.solver.update.UpdateRule;

/** Turns settings into the rules for a matrix. */
public final class UpdateRules {
  private UpdateRules() {}

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
  public static Rules of(NmfSettings asked, MatrixSummary x, HeldSets held) {
    Methods.requireHolding(asked.method(), held);
    NmfSettings settings = asked.on(x);
    Objective objective = settings.objective();
    Penalty w = objective.ofW(x.columns());
    Penalty h = objective.ofH(x.rows());
    Loss loss = settings.loss(x);
    int width = loss.width(settings.rank());
    return new Rules(
        loss,
        rule(settings, x, w, held.w(), width),
        rule(settings, x, h, held.h(), width),
        w,
        h,
        settings.extrapolation());
  }

  private static UpdateRule rule(
      NmfSettings settings, MatrixSummary x, Penalty penalty, BitSet held, int width) {
    return settings
        .method()
        .rule(
            new RuleRequest(
                settings.objective(),
                x,
                settings.terms(x),
                penalty,
                held,
                settings.sweeps(),
                width));
  }
}
