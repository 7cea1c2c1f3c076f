package org.sparknmf.solver.method;

import java.util.Optional;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.TermForm;
import org.sparknmf.solver.update.CoordinateUpdate;
import org.sparknmf.solver.update.Extrapolation;
import org.sparknmf.solver.update.ImputedUpdate;
import org.sparknmf.solver.update.KnownCellsUpdate;
import org.sparknmf.solver.update.UpdateRule;

/**
 * Hierarchical alternating least squares, scikit-learn's coordinate descent (Cichocki and Phan,
 * IEICE Transactions 2009).
 */
record HierarchicalLeastSquares() implements Method {
  /** More sweeps than one pay for one product with X. */
  private static final int SWEEPS = 3;

  @Override
  public String name() {
    return "hals";
  }

  @Override
  public String words() {
    return "coordinate descent (hals)";
  }

  @Override
  public String help() {
    return "hals (coordinate descent) for frobenius";
  }

  @Override
  public Optional<String> refusal(Objective objective) {
    return Methods.leastSquaresRefusal(this, objective);
  }

  @Override
  public TermForm terms() {
    return TermForm.PRODUCT;
  }

  @Override
  public int innerUpdates(Objective objective) {
    return SWEEPS;
  }

  /**
   * Where cells are unknown, each row's own normal equations, as long as those of the columns are
   * not too many; this must follow from what is asked for alone, since the iterations do.
   */
  @Override
  public TermForm terms(Objective objective, MatrixSummary x, int rank) {
    return objective.isMissing() && Methods.hasEquations(x, rank)
        ? TermForm.NORMAL_EQUATIONS
        : TermForm.PRODUCT;
  }

  @Override
  public Optional<String> remark(Objective objective, MatrixSummary x, int rank) {
    boolean isImputed = objective.isMissing() && terms(objective, x, rank) == TermForm.PRODUCT;
    return isImputed
        ? Optional.of(
            Methods.tooManyEquations(x, rank)
                + " unknown cells are filled in with what was last fitted to them, which takes more iterations"
                + (objective.isCounted() ? ", and " + Methods.uncounted(objective) : ""))
        : Optional.empty();
  }

  @Override
  public UpdateRule rule(RuleRequest request) {
    if (request.terms() == TermForm.NORMAL_EQUATIONS) {
      return new KnownCellsUpdate(request.penalty(), request.sweeps(), request.held());
    }
    return request.objective().isMissing()
        ? new ImputedUpdate(
            request.penalty(), request.x().largestWeight(), request.sweeps(), request.held())
        : new CoordinateUpdate(request.penalty(), request.sweeps(), request.held());
  }

  @Override
  public Extrapolation extrapolation(Objective objective) {
    return objective.divergence().isLeastSquares() ? Extrapolation.DIFFERENCE : Extrapolation.NONE;
  }

  @Override
  public boolean stopsByGradient() {
    return true;
  }
}
