package org.sparknmf.linalg;

import java.util.BitSet;

/** A block kept twice, by rows and by columns, so that neither product scatters. */
public final class SparseBlock implements MatrixBlock {
  private static final long serialVersionUID = 1L;

  private final int rows;
  private final int columns;
  private final CompactRows byRows;
  private final CompactRows byColumns;

  /** A block of these rows; every row of the matrix must be stored. */
  public SparseBlock(CsrMatrix matrix) {
    this.rows = matrix.rows();
    this.columns = matrix.columns();
    this.byRows = new CompactRows(matrix);
    this.byColumns = new CompactRows(matrix.transpose());
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public long nonZeros() {
    return byRows.nonZeros();
  }

  /** Whether some cell has a weight of its own. */
  public boolean hasWeights() {
    return byRows.hasWeights();
  }

  @Override
  public int copyRow(int row, int[] columnIds, double[] values) {
    return byRows.copyRow(row, columnIds, values);
  }

  @Override
  public void markColumns(BitSet marked) {
    byColumns.markRows(marked);
  }

  @Override
  public void addTimes(Factor factor, Factor product, int productRow) {
    byRows.addTimes(factor, 0, 0, rows, product, productRow);
  }

  @Override
  public void addTransposedTimes(
      Factor factor, int factorRow, int fromColumn, int toColumn, Factor product) {
    byColumns.addTimes(factor, factorRow, fromColumn, toColumn, product, -fromColumn);
  }

  @Override
  public void addRowTerms(
      CellTerms cells, Factor w, int wRow, Factor ht, Factor terms, int termsRow) {
    if (cells.everyCell()) {
      MatrixBlock.super.addRowTerms(cells, w, wRow, ht, terms, termsRow);
      return;
    }
    WideRows own = WideRows.of(w, wRow, 0, rows);
    WideRows other = WideRows.of(ht, 0, 0, columns);
    WideRows sums = WideRows.of(terms, termsRow, 0, rows);
    new CellPass(byRows, cells).addRowTerms(0, rows, own, other, sums);
    sums.writeBack(terms, termsRow, 0, rows);
  }

  @Override
  public void addColumnTerms(
      CellTerms cells, Factor w, int wRow, Factor ht, int fromColumn, int toColumn, Factor terms) {
    if (cells.everyCell()) {
      MatrixBlock.super.addColumnTerms(cells, w, wRow, ht, fromColumn, toColumn, terms);
      return;
    }
    WideRows own = WideRows.of(ht, 0, fromColumn, toColumn);
    WideRows other = WideRows.of(w, wRow, 0, rows);
    WideRows sums = WideRows.of(terms, -fromColumn, fromColumn, toColumn);
    new CellPass(byColumns, cells).addColumnTerms(fromColumn, toColumn, own, other, sums);
    sums.writeBack(terms, -fromColumn, fromColumn, toColumn);
  }

  @Override
  public void addRowEquations(Factor ht, Factor terms, int termsRow) {
    WideRows sums = WideRows.of(terms, termsRow, 0, rows);
    NormalEquations.add(byRows, 0, rows, WideRows.of(ht, 0, 0, columns), sums);
    sums.writeBack(terms, termsRow, 0, rows);
  }

  @Override
  public void addColumnEquations(Factor w, int wRow, int fromColumn, int toColumn, Factor terms) {
    WideRows sums = WideRows.of(terms, -fromColumn, fromColumn, toColumn);
    WideRows factor = WideRows.of(w, wRow, 0, rows);
    NormalEquations.add(byColumns, fromColumn, toColumn, factor, sums);
    sums.writeBack(terms, -fromColumn, fromColumn, toColumn);
  }

  @Override
  public double loss(CellTerms cells, Factor w, int wRow, Factor ht) {
    if (cells.everyCell()) {
      return MatrixBlock.super.loss(cells, w, wRow, ht);
    }
    WideRows own = WideRows.of(w, wRow, 0, rows);
    return new CellPass(byRows, cells).loss(rows, own, WideRows.of(ht, 0, 0, columns));
  }

  @Override
  public MatrixBlock ofSameKind(CsrMatrix cells) {
    return new SparseBlock(cells);
  }

  @Override
  public CsrMatrix toCsr() {
    return byRows.toCsr(rows, columns);
  }

  @Override
  public long bytes() {
    return byRows.bytes() + byColumns.bytes();
  }
}
