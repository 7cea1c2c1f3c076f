package org.sparknmf.linalg;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.sparknmf.linalg.kernel.KernelChoice;

/**
 * A block of all its cells, for data so full that zeros cost less than column numbers. Cells are
 * floats where that is exact; products run on strips of doubles that a cache holds.
 */
public final class DenseBlock implements MatrixBlock {
  private static final long serialVersionUID = 1L;

  /** Rows and columns that a cache can hold together with the factor's part. */
  private static final int STRIP_ROWS = 64;

  private static final int STRIP_COLUMNS = 256;

  private final int rows;
  private final int columns;
  private final double[] doubles;
  private final float[] floats;
  private final long nonZeros;

  /** Spreads out the rows of a matrix in which every row is stored. */
  public DenseBlock(CsrMatrix matrix) {
    this.rows = matrix.rows();
    this.columns = matrix.columns();
    this.nonZeros = matrix.nonZeros();
    boolean exact = CompactNumbers.areFloats(matrix.values(), matrix.nonZeros());
    int length = Shapes.cells(rows, columns);
    this.floats = exact ? new float[length] : null;
    this.doubles = exact ? null : new double[length];
    for (int i = 0; i < rows; i++) {
      for (int p = matrix.offsets()[i]; p < matrix.offsets()[i + 1]; p++) {
        int cell = i * columns + matrix.columnIds()[p];
        if (exact) {
          floats[cell] = (float) matrix.values()[p];
        } else {
          doubles[cell] = matrix.values()[p];
        }
      }
    }
  }

  private DenseBlock(DoubleFactor factor) {
    this.rows = factor.rows();
    this.columns = factor.rank();
    this.floats = null;
    this.doubles = factor.entries();
    this.nonZeros = Arrays.stream(doubles).filter(x -> x != 0).count();
  }

  /** A factor as a block, whose numbers it shares: they must not change any more. */
  public static DenseBlock of(DoubleFactor factor) {
    return new DenseBlock(factor);
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

  private double cell(int index) {
    return floats == null ? doubles[index] : floats[index];
  }

  @Override
  public int copyRow(int row, int[] columnIds, double[] values) {
    int count = 0;
    for (int j = 0; j < columns; j++) {
      double x = cell(row * columns + j);
      if (x != 0) {
        columnIds[count] = j;
        values[count] = x;
        count++;
      }
    }
    return count;
  }

  /** Row by row, until every column has its bit: in data so full that is soon. */
  @Override
  public void markColumns(BitSet marked) {
    for (int i = 0; i < rows; i++) {
      int j = marked.nextClearBit(0);
      if (j >= columns) {
        return;
      }
      for (; j < columns; j = marked.nextClearBit(j + 1)) {
        if (cell(i * columns + j) != 0) {
          marked.set(j);
        }
      }
    }
  }

  @Override
  public MatrixBlock ofSameKind(CsrMatrix cells) {
    return new DenseBlock(cells);
  }

  @Override
  public CsrMatrix toCsr() {
    int[] offsets = new int[rows + 1];
    int[] ids = new int[Math.toIntExact(nonZeros)];
    double[] values = new double[ids.length];
    int[] rowIds = new int[columns];
    double[] rowValues = new double[columns];
    for (int i = 0; i < rows; i++) {
      int count = copyRow(i, rowIds, rowValues);
      System.arraycopy(rowIds, 0, ids, offsets[i], count);
      System.arraycopy(rowValues, 0, values, offsets[i], count);
      offsets[i + 1] = offsets[i] + count;
    }
    return new CsrMatrix(rows, columns, IntStream.range(0, rows).toArray(), offsets, ids, values);
  }

  @Override
  public void addTimes(Factor factor, Factor product, int productRow) {
    Factor.requireDistinct(factor, product);
    int rank = factor.rank();
    Strip x = new Strip();
    Window sums = new Window(STRIP_ROWS, rank);
    Window factors = new Window(STRIP_COLUMNS, rank);
    for (int i = 0; i < rows; i += STRIP_ROWS) {
      int height = Math.min(STRIP_ROWS, rows - i);
      sums.open(product, productRow + i, height);
      for (int j = 0; j < columns; j += STRIP_COLUMNS) {
        int width = Math.min(STRIP_COLUMNS, columns - j);
        x.open(i, height, j, width);
        factors.open(factor, j, width);
        KernelChoice.ACTIVE.denseTimes(
            x.cells,
            x.from,
            x.stride,
            height,
            width,
            factors.entries,
            factors.from,
            rank,
            sums.entries,
            sums.from);
      }
      sums.writeBack(product, productRow + i, height);
    }
  }

  @Override
  public void addTransposedTimes(
      Factor factor, int factorRow, int fromColumn, int toColumn, Factor product) {
    Factor.requireDistinct(factor, product);
    int rank = factor.rank();
    Strip x = new Strip();
    Window sums = new Window(STRIP_COLUMNS, rank);
    Window factors = new Window(STRIP_ROWS, rank);
    for (int i = 0; i < rows; i += STRIP_ROWS) {
      int height = Math.min(STRIP_ROWS, rows - i);
      factors.open(factor, factorRow + i, height);
      for (int j = fromColumn; j < toColumn; j += STRIP_COLUMNS) {
        int width = Math.min(STRIP_COLUMNS, toColumn - j);
        x.open(i, height, j, width);
        sums.open(product, j - fromColumn, width);
        KernelChoice.ACTIVE.denseTransposedTimes(
            x.cells,
            x.from,
            x.stride,
            height,
            width,
            factors.entries,
            factors.from,
            rank,
            sums.entries,
            sums.from);
        sums.writeBack(product, j - fromColumn, width);
      }
    }
  }

  /** Some cells as doubles: where they are, or widened. */
  private final class Strip {
    private final double[] widened = floats == null ? null : new double[STRIP_ROWS * STRIP_COLUMNS];
    private double[] cells;
    private int from;
    private int stride;

    void open(int row, int height, int column, int width) {
      if (floats == null) {
        cells = doubles;
        from = row * columns + column;
        stride = columns;
        return;
      }
      for (int i = 0; i < height; i++) {
        int source = (row + i) * columns + column;
        for (int j = 0; j < width; j++) {
          widened[i * width + j] = floats[source + j];
        }
      }
      cells = widened;
      from = 0;
      stride = width;
    }
  }

  /** Some rows of a factor as doubles: where they are, or widened. */
  private static final class Window {
    private final int rows;
    private final int rank;
    private double[] widened;
    private double[] entries;
    private int from;

    Window(int rows, int rank) {
      this.rows = rows;
      this.rank = rank;
    }

    void open(Factor factor, int row, int count) {
      if (factor instanceof DoubleFactor doubles) {
        entries = doubles.entries();
        from = row * rank;
        return;
      }
      if (widened == null) {
        widened = new double[rows * rank];
      }
      factor.read(row, count, widened);
      entries = widened;
      from = 0;
    }

    void writeBack(Factor factor, int row, int count) {
      if (widened != null) {
        factor.write(row, count, widened);
      }
    }
  }

  @Override
  public long bytes() {
    return floats == null ? 8L * doubles.length : 4L * floats.length;
  }
}
