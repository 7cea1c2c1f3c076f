package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.solver.FactorUpdate;
import io.github.sparknmf.solver.UpdateRule;
import java.io.Serializable;

/** Consecutive rows of a factor: those of a segment of X, or of a stripe of its columns. */
public final class FactorPart implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int index;
  private final long firstRow;
  private final Factor rows;

  FactorPart(int index, long firstRow, Factor rows) {
    this.index = index;
    this.firstRow = firstRow;
    this.rows = rows;
  }

  /** Number of the segment or stripe. */
  int index() {
    return index;
  }

  /** Global number of the first row. */
  public long firstRow() {
    return firstRow;
  }

  /** The rows, not to be modified. */
  public Factor rows() {
    return rows;
  }

  /** These rows improved once; this part is not modified. */
  FactorPart improved(FactorPart product, double[] gram, UpdateRule rule) {
    Factor next = rows.copy();
    FactorUpdate.apply(rule, next, 0, next.rows(), product.rows, 0, gram);
    return new FactorPart(index, firstRow, next);
  }

  /** The sum of products of entries with those of a part of the same rows. */
  double dot(FactorPart other) {
    return rows.dot(0, rows.rows(), other.rows, 0);
  }
}
