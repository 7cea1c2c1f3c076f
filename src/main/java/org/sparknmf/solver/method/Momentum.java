package org.sparknmf.solver.method;

/**
 * Whether a solver extrapolates the factor that travels, see {@code solver.loop.MomentumSchedule}.
 */
public enum Momentum {
  /** Where the solver serves it with the objective. */
  AUTO,
  /** It does. */
  YES,
  /** It does not. */
  NO
}
