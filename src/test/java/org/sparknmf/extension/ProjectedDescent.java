package org.sparknmf.extension;

import java.util.Optional;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.TermForm;
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
    public double update(
        double[] factor,
        int firstRow,
        int rows,
        double[] terms,
        int termsRow,
        double[] statistics,
        Workspace workspace) {
      int rank = workspace.rank();
      double trace = 0;
      for (int c = 0; c < rank; c++) {
        trace += statistics[c * rank + c];
      }
      double[] product = new double[rank];
      for (int i = 0; i < rows; i++) {
        TallFactor.timesSquare(factor, firstRow + i, 1, rank, statistics, product);
        for (int c = 0; c < rank && trace > 0; c++) {
          int f = (firstRow + i) * rank + c;
          double slope = product[c] - terms[(termsRow + i) * rank + c];
          factor[f] = Math.max(0, factor[f] - slope / trace);
        }
      }
      return 0;
    }
  }
}
