package org.sparknmf.extension;

import java.util.Optional;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.TermForm;
import org.sparknmf.solver.loss.FactorRows;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.RuleRequest;
import org.sparknmf.solver.update.UpdateRule;
import org.sparknmf.solver.update.Workspace;

/**
 * F = max(0, F - (F G - P) / trace(G)): a step down the slope of least squares, no longer than the
 * inverse of the largest eigenvalue of G, which never lets the error rise.
 */
public record ProjectedDescent() implements Method {

  @Override
  public String name() {
    return "projected-descent";
  }

  @Override
  public String words() {
    return "projected gradient descent";
  }

  @Override
  public String help() {
    return "projected-descent for frobenius";
  }

  @Override
  public Optional<String> refusal(Objective objective) {
    return objective.isPlainLeastSquares()
        ? Optional.empty()
        : Optional.of("solver projected-descent works with loss frobenius; change --loss");
  }

  @Override
  public TermForm terms() {
    return TermForm.PRODUCT;
  }

  @Override
  public UpdateRule rule(RuleRequest request) {
    return new Descent();
  }

  /** The step for some rows. */
  private static final class Descent implements UpdateRule {
    private static final long serialVersionUID = 1L;

    @Override
    public double update(FactorRows rows, Workspace workspace) {
      int rank = workspace.rank();
      double trace = 0;
      for (int c = 0; c < rank; c++) {
        trace += rows.statistics()[c * rank + c];
      }
      double[] product = new double[rank];
      for (int i = 0; i < rows.count(); i++) {
        TallFactor.timesSquare(
            rows.factor(), rows.first() + i, 1, rank, rows.statistics(), product);
        for (int c = 0; c < rank && trace > 0; c++) {
          int f = (rows.first() + i) * rank + c;
          double slope = product[c] - rows.terms()[(rows.termsFirst() + i) * rank + c];
          rows.factor()[f] = Math.max(0, rows.factor()[f] - slope / trace);
        }
      }
      return 0;
    }
  }
}
