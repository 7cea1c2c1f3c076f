package org.sparknmf.linalg;

/** Chooses how a block is held. */
public final class MatrixBlocks {
  private MatrixBlocks() {}

  /** A block of the matrix's rows, dense where that takes less memory. */
  public static MatrixBlock of(CsrMatrix matrix) {
    boolean floats = CompactNumbers.areFloats(matrix.values(), matrix.nonZeros());
    long dense = (long) matrix.rows() * matrix.columns() * (floats ? Float.BYTES : Double.BYTES);
    SparseBlock sparse = new SparseBlock(matrix);
    return dense < sparse.bytes() && dense <= Integer.MAX_VALUE ? new DenseBlock(matrix) : sparse;
  }

  /** A block of the matrix's rows that knows which cells are stored, and keeps stored zeros. */
  public static MatrixBlock observed(CsrMatrix matrix) {
    return new SparseBlock(matrix);
  }
}
