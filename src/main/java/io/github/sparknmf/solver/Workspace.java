package io.github.sparknmf.solver;

/** Scratch memory of one thread, so that no update allocates. */
public final class Workspace {
  private final double[] row;

  /** Memory for rows of {@code rank} numbers. */
  public Workspace(int rank) {
    this.row = new double[rank];
  }

  /** A row of rank numbers with arbitrary content. */
  double[] row() {
    return row;
  }

  /** The rank it was made for. */
  int rank() {
    return row.length;
  }
}
