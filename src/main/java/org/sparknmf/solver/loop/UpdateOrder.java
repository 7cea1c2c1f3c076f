package org.sparknmf.solver.loop;

/** Which factor an iteration improves first. */
public enum UpdateOrder {
  /** W, then H: scikit-learn's order. */
  ROWS_FIRST,
  /** H, then W: what W, then H is for the transpose of X. */
  COLUMNS_FIRST
}
