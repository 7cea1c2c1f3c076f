package io.github.sparknmf.linalg;

/** A block of all its cells, for data so full that zeros cost less than column numbers. */
public final class DenseBlock implements MatrixBlock {
  private static final long serialVersionUID = 1L;

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
    for (int i = 0; i < rows; i++) {
      int out = (productRow + i) * rank;
      for (int j = 0; j < columns; j++) {
        addScaled(cells[i * columns + j], factor, j * rank, product, out, rank);
      }
    }
  }

  @Override
  public void addTransposedTimes(double[] factor, int factorRow, int rank, double[] product) {
    Shapes.requireDistinct(factor, product);
    for (int i = 0; i < rows; i++) {
      int from = (factorRow + i) * rank;
      for (int j = 0; j < columns; j++) {
        addScaled(cells[i * columns + j], factor, from, product, j * rank, rank);
      }
    }
  }

  private static void addScaled(
      double x, double[] source, int from, double[] target, int to, int length) {
    for (int c = 0; c < length; c++) {
      target[to + c] = Math.fma(x, source[from + c], target[to + c]);
    }
  }
}
