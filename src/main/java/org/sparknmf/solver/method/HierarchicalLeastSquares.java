package org.sparknmf.solver.method;

import java.util.Optional;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.TermForm;
import org.sparknmf.solver.update.CoordinateUpdate;
import org.sparknmf.solver.update.ImputedUpdate;
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

  @Override
  public UpdateRule rule(RuleRequest request) {
    return request.objective().isMissing()
        ? new ImputedUpdate(
            request.penalty(), request.x().largestWeight(), request.sweeps(), request.held())
        : new CoordinateUpdate(request.penalty(), request.sweeps(), request.held());
  }

  /** With unknown cells the objective is that of the stored ones, which the sums do not tell. */
  @Override
  public boolean servesMomentum(Objective objective) {
    return objective.isPlainLeastSquares();
  }

  @Override
  public boolean stopsByGradient() {
    return true;
  }
}
