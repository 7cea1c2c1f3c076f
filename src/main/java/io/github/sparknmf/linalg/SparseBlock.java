package io.github.sparknmf.linalg;

/** A block kept twice, by rows and by columns, so that neither product scatters. */
public final class SparseBlock implements MatrixBlock {
  private static final long serialVersionUID = 1L;

  private final CsrMatrix byRows;
  private final CsrMatrix byColumns;

  /** A block of these rows; every row of the matrix must be stored. */
  public SparseBlock(CsrMatrix byRows) {
    this.byRows = byRows;
    this.byColumns = byRows.transpose();
  }

  @Override
  public int rows() {
    return byRows.rows;
  }

  @Override
  public int columns() {
    return byRows.columns;
  }

  @Override
  public long nonZeros() {
    return byRows.nonZeros();
  }

  @Override
  public int copyRow(int row, int[] columns, double[] values) {
    int start = byRows.offsets[row];
    int count = byRows.offsets[row + 1] - start;
    System.arraycopy(byRows.columnIds, start, columns, 0, count);
    System.arraycopy(byRows.values, start, values, 0, count);
    return count;
  }

  @Override
  public void addTimes(double[] factor, int rank, double[] product, int productRow) {
    SparseProduct.add(byRows, factor, 0, rank, product, productRow);
  }

  @Override
  public void addTransposedTimes(double[] factor, int factorRow, int rank, double[] product) {
    SparseProduct.add(byColumns, factor, factorRow, rank, product, 0);
  }
}
