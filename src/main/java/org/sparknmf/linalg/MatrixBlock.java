package org.sparknmf.linalg;

import java.io.Serializable;
import java.util.BitSet;

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

  /** Number of cells that are not zero; of stored cells where the others are unknown. */
  long nonZeros();

  /**
   * Copies the cells of one row that {@link #nonZeros} counts, columns ascending.
   *
   * @param row local row, from 0
   * @param columnIds modified: column numbers; at least {@link #columns()} long
   * @param values modified: values; at least {@link #columns()} long
   * @return how many cells were copied
   */
  int copyRow(int row, int[] columnIds, double[] values);

  /** Sets the bit of each column that has a cell which {@link #nonZeros} counts. */
  void markColumns(BitSet marked);

  /**
   * P += X F for a tall factor of the columns.
   *
   * @param factor F (columns x rank), not modified
   * @param product P of the same rank and precision, modified in this block's rows
   * @param productRow row of P where this block begins
   */
  void addTimes(Factor factor, Factor product, int productRow);

  /**
   * P += X' F for a tall factor of the rows, over some columns of X.
   *
   * @param factor F, not modified
   * @param factorRow row of F where this block begins
   * @param fromColumn first column of X
   * @param toColumn one beyond the last
   * @param product P of the same rank and precision, modified: row 0 belongs to {@code fromColumn}
   */
  void addTransposedTimes(
      Factor factor, int factorRow, int fromColumn, int toColumn, Factor product);

  /** P += X' F over all columns. */
  default void addTransposedTimes(Factor factor, int factorRow, Factor product) {
    addTransposedTimes(factor, factorRow, 0, columns(), product);
  }

  /**
   * Adds the terms of the block's rows; unless overridden, every cell is visited.
   *
   * @param cells what a cell is worth
   * @param w W, not modified
   * @param wRow row of W where this block begins
   * @param ht H', not modified
   * @param terms of as many numbers a row as outputs times rank, modified in this block's rows
   * @param termsRow row of the terms where this block begins
   */
  default void addRowTerms(
      CellTerms cells, Factor w, int wRow, Factor ht, Factor terms, int termsRow) {
    WideRows sums = WideRows.of(terms, termsRow, 0, rows());
    DensePass.over(this, cells, w, wRow, ht, 0, columns()).addRowTerms(sums);
    sums.writeBack(terms, termsRow, 0, rows());
  }

  /**
   * Adds the terms of some columns; unless overridden, every cell of them is visited.
   *
   * @param fromColumn first column of X
   * @param toColumn one beyond the last
   * @param terms modified: row 0 belongs to {@code fromColumn}; a row has outputs times rank
   *     numbers, and what the column loses where the cells tell it
   */
  default void addColumnTerms(
      CellTerms cells, Factor w, int wRow, Factor ht, int fromColumn, int toColumn, Factor terms) {
    WideRows sums = WideRows.of(terms, -fromColumn, fromColumn, toColumn);
    DensePass.over(this, cells, w, wRow, ht, fromColumn, toColumn)
        .addColumnTerms(fromColumn, toColumn, sums);
    sums.writeBack(terms, -fromColumn, fromColumn, toColumn);
  }

  /**
   * Adds the {@link NormalEquations} of the block's rows over their stored cells.
   *
   * @param ht a factor of the columns (columns x rank), not modified
   * @param terms modified in this block's rows
   * @param termsRow row of the terms where this block begins
   * @throws UnsupportedOperationException if the block does not know which cells are stored
   */
  default void addRowEquations(Factor ht, Factor terms, int termsRow) {
    throw new UnsupportedOperationException("a dense block does not tell what is unknown");
  }

  /**
   * Adds the {@link NormalEquations} of some columns over their stored cells.
   *
   * @param w a factor of the rows, not modified
   * @param wRow row of W where this block begins
   * @param fromColumn first column of X
   * @param toColumn one beyond the last
   * @param terms modified: row 0 belongs to {@code fromColumn}
   * @throws UnsupportedOperationException if the block does not know which cells are stored
   */
  default void addColumnEquations(Factor w, int wRow, int fromColumn, int toColumn, Factor terms) {
    throw new UnsupportedOperationException("a dense block does not tell what is unknown");
  }

  /** What the block's cells lose, in a fixed order; unless overridden, every cell is visited. */
  default double loss(CellTerms cells, Factor w, int wRow, Factor ht) {
    return DensePass.over(this, cells, w, wRow, ht, 0, columns()).loss();
  }

  /** A block of the same kind of other cells. */
  MatrixBlock ofSameKind(CsrMatrix cells);

  /** The cells that {@link #nonZeros} counts, with their weights; every row stored. */
  CsrMatrix toCsr();

  /** Bytes of the arrays that hold the block. */
  long bytes();
}
