package io.github.sparknmf.linalg;

import java.io.Serializable;

/**
 * Consecutive rows of X, held so that both products that an iteration needs are gathers.
 *
 * <p>Sums run over a row's columns, or a column's rows, in ascending order with fused
 * multiply-adds; a zero adds nothing, so a dense and a sparse block of the same cells give the same
 * bits.
 */
public sealed interface MatrixBlock extends Serializable permits SparseBlock, DenseBlock {

  /** Number of rows held. */
  int rows();

  /** Number of columns of X. */
  int columns();

  /** Number of cells that are not zero. */
  long nonZeros();

  /**
   * Copies the non-zero cells of one row, columns ascending.
   *
   * @param row local row, from 0
   * @param columnIds modified: column numbers; at least {@link #columns()} long
   * @param values modified: values; at least {@link #columns()} long
   * @return how many cells were copied
   */
  int copyRow(int row, int[] columnIds, double[] values);

  /**
   * P += X F for a tall factor of the columns.
   *
   * @param factor F (columns x rank), row-major, not modified
   * @param rank k
   * @param product P (rows x rank), row-major, modified
   * @param productRow row of P where this block begins
   */
  void addTimes(double[] factor, int rank, double[] product, int productRow);

  /**
   * P += X' F for a tall factor of the rows.
   *
   * @param factor F, row-major, not modified
   * @param factorRow row of F where this block begins
   * @param rank k
   * @param product P (columns x rank), row-major, modified
   */
  void addTransposedTimes(double[] factor, int factorRow, int rank, double[] product);

  /** Bytes of the arrays that hold the block. */
  long bytes();
}
