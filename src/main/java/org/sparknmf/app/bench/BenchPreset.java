package org.sparknmf.app.bench;

/** Shapes that have a name. */
enum BenchPreset {
  /** Counts, the main one. */
  S1(new BenchShape(100_000, 20_000, 100, Cells.COUNTS)),
  /** Counts, small. */
  S2(new BenchShape(20_000, 5_000, 50, Cells.COUNTS)),
  /** Dense, of rank 20. */
  D1(new BenchShape(20_000, 2_000, 2_000, Cells.DENSE));

  /** What the cells are. */
  enum Cells {
    /** Small whole numbers here and there, in topics. */
    COUNTS,
    /** No zeros. */
    DENSE
  }

  @SuppressWarnings("ImmutableEnumChecker") // A record of numbers.
  private final BenchShape shape;

  BenchPreset(BenchShape shape) {
    this.shape = shape;
  }

  BenchShape shape() {
    return shape;
  }
}
