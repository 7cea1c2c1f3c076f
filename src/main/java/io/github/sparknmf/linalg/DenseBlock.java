package io.github.sparknmf.linalg;

/** A block of all its cells, for data so full that zeros cost less than column numbers. */
public final class DenseBlock implements MatrixBlock {
  private static final long serialVersionUID = 1L;

  /** Rows and columns that a cache can hold together with the factor's part. */
  private static final int STRIP_ROWS = 64;

  private static final int STRIP_COLUMNS = 256;

  private final int rows;
  private final int columns;
  private final double[] cells;
  private final long nonZeros;

  /** Spreads out the rows of a matrix in which every row is stored. */
  public DenseBlock(CsrMatrix matrix) {
    this.rows = matrix.rows;
    this.columns = matrix.columns;
    this.cells = new double[Shapes.cells(rows, columns)];
    this.nonZeros = matrix.nonZeros();
    for (int i = 0; i < rows; i++) {
      for (int p = matrix.offsets[i]; p < matrix.offsets[i + 1]; p++) {
        cells[i * columns + matrix.columnIds[p]] = matrix.values[p];
      }
    }
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
    return nonZeros;
  }

  @Override
  public int copyRow(int row, int[] columnIds, double[] values) {
    int count = 0;
    for (int j = 0; j < columns; j++) {
      double x = cells[row * columns + j];
      if (x != 0) {
        columnIds[count] = j;
        values[count] = x;
        count++;
      }
    }
    return count;
  }

  @Override
  public void addTimes(double[] factor, int rank, double[] product, int productRow) {
    Shapes.requireDistinct(factor, product);
    for (int i = 0; i < rows; i += STRIP_ROWS) {
      int height = Math.min(STRIP_ROWS, rows - i);
      for (int j = 0; j < columns; j += STRIP_COLUMNS) {
        int width = Math.min(STRIP_COLUMNS, columns - j);
        KernelChoice.ACTIVE.denseTimes(
            cells,
            i * columns + j,
            columns,
            height,
            width,
            factor,
            j * rank,
            rank,
            product,
            (productRow + i) * rank);
      }
    }
  }

  @Override
  public void addTransposedTimes(double[] factor, int factorRow, int rank, double[] product) {
    Shapes.requireDistinct(factor, product);
    for (int i = 0; i < rows; i += STRIP_ROWS) {
      int height = Math.min(STRIP_ROWS, rows - i);
      KernelChoice.ACTIVE.denseTransposedTimes(
          cells,
          i * columns,
          columns,
          height,
          columns,
          factor,
          (factorRow + i) * rank,
          rank,
          product,
          0);
    }
  }

  @Override
  public long bytes() {
    return (long) cells.length * Double.BYTES;
  }
}
