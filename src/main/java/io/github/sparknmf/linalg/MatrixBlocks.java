package io.github.sparknmf.linalg;

/** Chooses how a block is held. */
public final class MatrixBlocks {
  /** Bytes of a cell kept by rows and by columns: an index and a value each. */
  private static final long SPARSE_BYTES_PER_CELL = 2L * (Integer.BYTES + Double.BYTES);

  private MatrixBlocks() {}

  /** A block of the matrix's rows, dense where that takes less memory. */
  public static MatrixBlock of(CsrMatrix matrix) {
    long dense = (long) matrix.rows * matrix.columns * Double.BYTES;
    long sparse = matrix.nonZeros() * SPARSE_BYTES_PER_CELL;
    return dense < sparse && dense <= Integer.MAX_VALUE
        ? new DenseBlock(matrix)
        : new SparseBlock(matrix);
  }
}
