package org.sparknmf.app.bench;

/** Shapes that have a name. */
enum BenchPreset {
  /** Counts, the main one. */
  S1(100_000, 20_000, 10_000_000, Cells.COUNTS),
  /** Counts, small. */
  S2(20_000, 5_000, 1_000_000, Cells.COUNTS),
  /** Dense, of rank 20. */
  D1(20_000, 2_000, 40_000_000, Cells.DENSE);

  /** What the cells are. */
  enum Cells {
    /** Small whole numbers here and there, in topics. */
    COUNTS,
    /** No zeros. */
    DENSE
  }

  private final long rows;
  private final int columns;
  private final long nonZeros;
  private final Cells cells;

  BenchPreset(long rows, int columns, long nonZeros, Cells cells) {
    this.rows = rows;
    this.columns = columns;
    this.nonZeros = nonZeros;
    this.cells = cells;
  }

  long rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  long nonZeros() {
    return nonZeros;
  }

  Cells cells() {
    return cells;
  }
}
