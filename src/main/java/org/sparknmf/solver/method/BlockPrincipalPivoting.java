package org.sparknmf.solver.method;

import java.util.Optional;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.TermForm;
import org.sparknmf.solver.update.BlockPivotingUpdate;
import org.sparknmf.solver.update.UpdateRule;

/**
 * Exact alternating non-negative least squares by block principal pivoting (Kim and Park, SIAM J.
 * Sci. Comput. 33, 2011).
 */
record BlockPrincipalPivoting() implements Method {

  @Override
  public String name() {
    return "bpp";
  }

  @Override
  public String words() {
    return "block pivoting (bpp)";
  }

  @Override
  public String help() {
    return "bpp (exact least squares) for frobenius";
  }

  @Override
  public Optional<String> refusal(Objective objective) {
    return Methods.leastSquaresRefusal(this, objective)
        .or(
            () ->
                objective.isMissing()
                    ? Optional.of(
                        "solver bpp needs every cell, got empty-cells missing; say --solver hals"
                            + " or mu")
                    : Optional.empty());
  }

  @Override
  public TermForm terms() {
    return TermForm.PRODUCT;
  }

  @Override
  public Optional<String> repeatRefusal(Objective objective, int wanted) {
    return Optional.of(
        "inner-updates above 1 have no meaning for solver bpp, whose update is exact, got "
            + wanted
            + "; leave --inner-updates out");
  }

  @Override
  public UpdateRule rule(RuleRequest request) {
    return new BlockPivotingUpdate(request.penalty());
  }

  @Override
  public boolean stopsByGradient() {
    return true;
  }

  @Override
  public Optional<String> holdingRefusal() {
    return Optional.of("solves for all components of a row at once and cannot hold some of them");
  }

  @Override
  public boolean servesHeldOutCells() {
    return false;
  }
}
