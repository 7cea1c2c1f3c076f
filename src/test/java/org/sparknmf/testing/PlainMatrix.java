package org.sparknmf.testing;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import org.sparknmf.linalg.CsrBuilder;
import org.sparknmf.linalg.CsrMatrix;
import org.sparknmf.linalg.DenseBlock;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.MatrixBlocks;
import org.sparknmf.linalg.SparseBlock;
import org.sparknmf.solver.MatrixSummary;

/** A small matrix as one row-major array, to be turned, stacked and permuted by tests. */
public final class PlainMatrix {
  private final int rows;
  private final int columns;
  private final double[] cells;

  private PlainMatrix(int rows, int columns, double[] cells) {
    this.rows = rows;
    this.columns = columns;
    this.cells = cells;
  }

  /** What stands in a cell. */
  @FunctionalInterface
  public interface Filling {
    /** The value of one cell. */
    double at(int row, int column);
  }

  /** A matrix by its cells. */
  public static PlainMatrix of(int rows, int columns, Filling filling) {
    double[] cells = new double[rows * columns];
    for (int p = 0; p < cells.length; p++) {
      cells[p] = filling.at(p / columns, p % columns);
    }
    return new PlainMatrix(rows, columns, cells);
  }

  /** The cells of a block, zeros where none is stored. */
  public static PlainMatrix of(MatrixBlock block) {
    PlainMatrix plain = of(block.rows(), block.columns(), (i, j) -> 0);
    CsrMatrix csr = block.toCsr();
    for (int i = 0; i < block.rows(); i++) {
      for (int p = csr.rowStart(i); p < csr.rowStart(i + 1); p++) {
        plain.cells[i * plain.columns + csr.columnIds()[p]] = csr.values()[p];
      }
    }
    return plain;
  }

  /** The rows given. */
  public static PlainMatrix ofRows(double[]... given) {
    return of(given.length, given[0].length, (i, j) -> given[i][j]);
  }

  /** Values from 0 to 5 in about {@code density} of all cells, the others zero. */
  public static PlainMatrix random(int rows, int columns, double density, long seed) {
    return of(Cell.random(rows, columns, density, seed));
  }

  /** W H. */
  public static PlainMatrix product(double[] w, double[] ht, int rank) {
    return of(w.length / rank, ht.length / rank, (i, j) -> dot(w, i, ht, j, rank));
  }

  /** Numbers from 0 to 1, none of them 0. */
  public static double[] factor(int rows, int rank, long seed) {
    return new SplittableRandom(seed).doubles((long) rows * rank, 1e-3, 1).toArray();
  }

  /** w_i h_j. */
  public static double dot(double[] w, int i, double[] ht, int j, int rank) {
    double sum = 0;
    for (int c = 0; c < rank; c++) {
      sum += w[i * rank + c] * ht[j * rank + c];
    }
    return sum;
  }

  /** m. */
  public int rows() {
    return rows;
  }

  /** n. */
  public int columns() {
    return columns;
  }

  /** One cell. */
  public double at(int row, int column) {
    return cells[row * columns + column];
  }

  /** The mean of all cells. */
  public double mean() {
    double sum = 0;
    for (double x : cells) {
      sum += x;
    }
    return sum / cells.length;
  }

  /** The sum of all squared cells. */
  public double squaredNorm() {
    double sum = 0;
    for (double x : cells) {
      sum += x * x;
    }
    return sum;
  }

  /** Each cell by a function. */
  public PlainMatrix map(DoubleUnaryOperator function) {
    return of(rows, columns, (i, j) -> function.applyAsDouble(at(i, j)));
  }

  /** c X. */
  public PlainMatrix times(double c) {
    return map(x -> c * x);
  }

  /** X'. */
  public PlainMatrix transposed() {
    return of(columns, rows, (i, j) -> at(j, i));
  }

  /** The matrix whose cell (i, j) is cell (r(i), c(j)) of this. */
  public PlainMatrix permuted(IntUnaryOperator r, IntUnaryOperator c) {
    return of(rows, columns, (i, j) -> at(r.applyAsInt(i), c.applyAsInt(j)));
  }

  /** The matrix twice, one below the other. */
  public PlainMatrix twice() {
    return of(2 * rows, columns, (i, j) -> at(i % rows, j));
  }

  /** The matrix with columns of zeros at its end. */
  public PlainMatrix padded(int zeroColumns) {
    return of(rows, columns + zeroColumns, (i, j) -> j < columns ? at(i, j) : 0);
  }

  private CsrMatrix csr(EmptyCells emptyCells, Filling weights) {
    CsrBuilder builder = new CsrBuilder(rows, columns, emptyCells);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        builder.add(i, j, at(i, j), weights.at(i, j));
      }
    }
    return builder.build(DuplicatePolicy.ERROR);
  }

  /** The cells that are not zero. */
  public MatrixBlock sparse() {
    return new SparseBlock(csr(EmptyCells.ZERO, (i, j) -> 1));
  }

  /** All cells. */
  public MatrixBlock dense() {
    return new DenseBlock(csr(EmptyCells.ZERO, (i, j) -> 1));
  }

  /** The cells of weight above 0; the others are unknown. */
  public MatrixBlock observed(Filling weights) {
    return MatrixBlocks.observed(csr(EmptyCells.MISSING, weights));
  }

  /** What is known of it as a whole, all cells known. */
  public MatrixSummary summary() {
    return Summaries.of(sparse());
  }
}
