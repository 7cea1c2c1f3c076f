package io.github.sparknmf.linalg;

/** A block kept twice, by rows and by columns, so that neither product scatters. */
public final class SparseBlock implements MatrixBlock {
  private static final long serialVersionUID = 1L;

  private final int rows;
  private final int columns;
  private final CompactRows byRows;
  private final CompactRows byColumns;

  /** A block of these rows; every row of the matrix must be stored. */
  public SparseBlock(CsrMatrix matrix) {
    this.rows = matrix.rows;
    this.columns = matrix.columns;
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

  @Override
  public int copyRow(int row, int[] columnIds, double[] values) {
    return byRows.copyRow(row, columnIds, values);
  }

  @Override
  public void addTimes(double[] factor, int rank, double[] product, int productRow) {
    byRows.addTimes(factor, 0, rank, product, productRow);
  }

  @Override
  public void addTransposedTimes(double[] factor, int factorRow, int rank, double[] product) {
    byColumns.addTimes(factor, factorRow, rank, product, 0);
  }

  @Override
  public long bytes() {
    return byRows.bytes() + byColumns.bytes();
  }
}
