package org.sparknmf.solver.update;

import org.sparknmf.solver.nnls.PivotRows;
import org.sparknmf.solver.nnls.RowDescent;
import org.sparknmf.solver.nnls.RowLanes;

/** Scratch memory of one thread, so that no update allocates. */
public final class Workspace {
  /** Rows that are improved together: enough for the kernels, few enough for the first cache. */
  private static final int MOST_ROWS = 64;

  private final int rank;
  private final double[] rows;
  private double[] heldEntries;
  private RowLanes lanes;
  private PivotRows pivots;
  private RowDescent.Memory descent;

  /** Memory for rows of {@code rank} numbers. */
  public Workspace(int rank) {
    this.rank = rank;
    this.rows = new double[MOST_ROWS * rank];
  }

  /** Memory for components that are held: as many numbers as {@link #rows}. */
  double[] heldEntries() {
    if (heldEntries == null) {
      heldEntries = new double[rows.length];
    }
    return heldEntries;
  }

  /** The lanes for coordinate descent. */
  RowLanes lanes() {
    if (lanes == null) {
      lanes = new RowLanes(rank);
    }
    return lanes;
  }

  /** The memory for block pivoting. */
  PivotRows pivots() {
    if (pivots == null) {
      pivots = new PivotRows(rank);
    }
    return pivots;
  }

  /** The memory for coordinate descent on a Gram matrix of each row's own. */
  RowDescent.Memory descent() {
    if (descent == null) {
      descent = new RowDescent.Memory(rank);
    }
    return descent;
  }

  /** Memory for some rows of rank numbers with arbitrary content. */
  public double[] rows() {
    return rows;
  }

  /** How many rows {@link #rows} holds. */
  public int mostRows() {
    return MOST_ROWS;
  }

  /** The rank it was made for. */
  public int rank() {
    return rank;
  }
}
