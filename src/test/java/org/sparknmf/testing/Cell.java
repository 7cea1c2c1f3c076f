package org.sparknmf.testing;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.linalg.CsrBuilder;
import org.sparknmf.linalg.CsrMatrix;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.SparseBlock;

/** One cell of a test matrix. */
public final class Cell implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int row;
  private final int column;
  private final double value;
  private final double weight;

  /** A cell of weight 1. */
  public Cell(int row, int column, double value) {
    this(row, column, value, 1);
  }

  private Cell(int row, int column, double value, double weight) {
    this.row = row;
    this.column = column;
    this.value = value;
    this.weight = weight;
  }

  /** Its value. */
  public double value() {
    return value;
  }

  /** Takes the cell out of itself. */
  public static CellDecoder<Cell> decoder() {
    return (cell, sink) -> sink.accept(cell.row, cell.column, cell.value, cell.weight);
  }

  /** All cells that a block counts: those that are not zero, or that are known. */
  public static List<Cell> of(MatrixBlock block) {
    List<Cell> cells = new ArrayList<>();
    CsrMatrix csr = block.toCsr();
    for (int i = 0; i < block.rows(); i++) {
      for (int p = csr.rowStart(i); p < csr.rowStart(i + 1); p++) {
        cells.add(new Cell(i, csr.columnIds()[p], csr.values()[p], csr.weight(p)));
      }
    }
    return cells;
  }

  /** The transpose of a block. */
  public static MatrixBlock transposed(MatrixBlock block) {
    CsrBuilder builder = new CsrBuilder(block.columns(), block.rows());
    of(block).forEach(cell -> builder.add(cell.column, cell.row, cell.value));
    return new SparseBlock(builder.build(DuplicatePolicy.ERROR));
  }

  /** W H for two factors of the same rank, row-major. */
  public static MatrixBlock product(double[] w, double[] ht, int rank) {
    CsrBuilder builder = new CsrBuilder(w.length / rank, ht.length / rank);
    for (int i = 0; i < w.length / rank; i++) {
      for (int j = 0; j < ht.length / rank; j++) {
        double sum = 0;
        for (int c = 0; c < rank; c++) {
          sum = Math.fma(w[i * rank + c], ht[j * rank + c], sum);
        }
        builder.add(i, j, sum);
      }
    }
    return new SparseBlock(builder.build(DuplicatePolicy.ERROR));
  }

  /** A seeded random matrix with values from 0 to 5 in about {@code density} of its cells. */
  public static MatrixBlock random(int rows, int columns, double density, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CsrBuilder builder = new CsrBuilder(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        if (random.nextDouble() < density) {
          builder.add(i, j, 5 * random.nextDouble());
        }
      }
    }
    return new SparseBlock(builder.build(DuplicatePolicy.ERROR));
  }
}
