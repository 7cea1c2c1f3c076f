package org.sparknmf.testing;

import org.sparknmf.solver.divergence.BetaDivergence;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.Methods;

/** The built-in solvers as an enum, which parameterized tests can name. */
@SuppressWarnings("ImmutableEnumChecker")
public enum Solver {
  MU(Methods.MU),
  HALS(Methods.HALS),
  BPP(Methods.BPP);

  private final Method method;

  Solver(Method method) {
    this.method = method;
  }

  /** The solver itself. */
  public Method method() {
    return method;
  }

  /** The beta of an objective. */
  public static double betaOf(Objective objective) {
    return ((BetaDivergence) objective.divergence()).beta();
  }
}
