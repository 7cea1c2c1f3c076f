package org.sparknmf.linalg;

/** Passes over every cell of a block, on factors of either precision. */
final class DensePasses {
  private DensePasses() {}

  static void addRowTerms(
      MatrixBlock x, CellTerms cells, Factor w, int wRow, Factor ht, Factor terms, int termsRow) {
    WideRows sums = WideRows.of(terms, termsRow, 0, x.rows());
    pass(x, cells, w, wRow, WideRows.of(ht, 0, 0, x.columns())).addRowTerms(sums);
    sums.writeBack(terms, termsRow, 0, x.rows());
  }

  static void addColumnTerms(
      MatrixBlock x,
      CellTerms cells,
      Factor w,
      int wRow,
      Factor ht,
      int fromColumn,
      int toColumn,
      Factor terms) {
    WideRows sums = WideRows.of(terms, -fromColumn, fromColumn, toColumn);
    pass(x, cells, w, wRow, WideRows.of(ht, 0, fromColumn, toColumn))
        .addColumnTerms(fromColumn, toColumn, sums);
    sums.writeBack(terms, -fromColumn, fromColumn, toColumn);
  }

  static double loss(MatrixBlock x, CellTerms cells, Factor w, int wRow, Factor ht) {
    return pass(x, cells, w, wRow, WideRows.of(ht, 0, 0, x.columns())).loss();
  }

  private static DensePass pass(MatrixBlock x, CellTerms cells, Factor w, int wRow, WideRows ht) {
    return new DensePass(x, cells, WideRows.of(w, wRow, 0, x.rows()), ht);
  }
}
