package org.sparknmf.testing;

import org.sparknmf.linalg.CsrMatrix;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.MatrixSummary;

/** What is known of test matrices. */
public final class Summaries {
  private Summaries() {}

  /** Of a block that is the whole matrix, all cells known. */
  public static MatrixSummary of(MatrixBlock x) {
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (Cell cell : Cell.of(x)) {
      sum += cell.value();
      squares += cell.value() * cell.value();
      largest = Math.max(largest, cell.value());
    }
    return new MatrixSummary(x.rows(), x.columns(), x.nonZeros(), sum, squares, largest);
  }

  /** Of a block that is the whole matrix, known at its stored cells only. */
  public static MatrixSummary observed(MatrixBlock x) {
    CsrMatrix cells = x.toCsr();
    double sum = 0;
    double squares = 0;
    double largest = 0;
    double weights = 0;
    double heaviest = 0;
    for (int p = 0; p < cells.nonZeros(); p++) {
      double value = cells.values()[p];
      double weight = cells.weight(p);
      sum += weight * value;
      squares += weight * value * value;
      largest = Math.max(largest, value);
      weights += weight;
      heaviest = Math.max(heaviest, weight);
    }
    return new MatrixSummary(
        x.rows(), x.columns(), x.nonZeros(), sum, squares, largest, weights, heaviest);
  }
}
