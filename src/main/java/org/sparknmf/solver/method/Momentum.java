package org.sparknmf.solver.method;

/** Whether a solver extrapolates a factor, see {@code solver.loop.MomentumSchedule}. */
public enum Momentum {
  /** Where the solver serves it with the objective, unless its iterations are known without. */
  AUTO,
  /** It does. */
  YES,
  /** It does not. */
  NO
}
