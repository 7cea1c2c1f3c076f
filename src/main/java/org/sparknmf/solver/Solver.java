package org.sparknmf.solver;

/** A family of update rules. */
public enum Solver {
  /** Multiplicative updates: every loss. */
  MU,
  /** Hierarchical alternating least squares, scikit-learn's coordinate descent: Frobenius. */
  HALS,
  /** Exact non-negative least squares by block principal pivoting: Frobenius. */
  BPP
}
