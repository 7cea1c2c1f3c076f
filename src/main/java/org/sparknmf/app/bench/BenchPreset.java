package org.sparknmf.app.bench;

/** Shapes that have a name. */
enum BenchPreset {
  /** Counts, the main one. */
  S1(100_000, 20_000, 100, Cells.COUNTS),
  /** Counts, small. */
  S2(20_000, 5_000, 50, Cells.COUNTS),
  /** Dense, of rank 20. */
  D1(20_000, 2_000, 2_000, Cells.DENSE);

  /** What the cells are. */
  enum Cells {
    /** Small whole numbers here and there, in topics. */
    COUNTS,
    /** No zeros. */
    DENSE
  }

  private final long rows;
  private final int columns;
  private final int cellsPerRow;
  private final Cells cells;

  BenchPreset(long rows, int columns, int cellsPerRow, Cells cells) {
    this.rows = rows;
    this.columns = columns;
    this.cellsPerRow = cellsPerRow;
    this.cells = cells;
  }

  BenchShape shape() {
    return new BenchShape(rows, columns, cellsPerRow, cells);
  }
}
