package org.sparknmf.app.fit;

import java.util.Arrays;
import org.sparknmf.engine.factor.PartSum;
import org.sparknmf.linalg.Factor;
import org.sparknmf.ml.Sparseness;

/**
 * What rows of a factor add up to for each component: sums, squares and zeros; and of rows of W,
 * how often each explains the most, and what part it has in all that is explained.
 *
 * @param worth what a unit of each component is worth; the part of a component in a row is by worth
 */
@SuppressWarnings("ArrayRecordComponent") // Held, never compared.
record ComponentTally(double[] worth) implements PartSum {
  private static final int SUM = 0;
  private static final int SQUARES = 1;
  private static final int ZEROS = 2;
  private static final int LARGEST = 3;
  private static final int SHARE = 4;
  private static final int KINDS = 5;

  /** Numbers that it adds up: of each kind one a component, and the rows that have parts. */
  int length() {
    return KINDS * worth.length + 1;
  }

  @Override
  public void add(Factor rows, double[] sums) {
    double[] row = new double[worth.length];
    for (int i = 0; i < rows.rows(); i++) {
      rows.read(i, 1, row);
      add(row, sums);
    }
  }

  private void add(double[] row, double[] sums) {
    int rank = row.length;
    double total = 0;
    int largest = 0;
    for (int c = 0; c < rank; c++) {
      sums[SUM * rank + c] += row[c];
      sums[SQUARES * rank + c] += row[c] * row[c];
      sums[ZEROS * rank + c] += row[c] == 0 ? 1 : 0;
      total += row[c] * worth[c];
      largest = row[c] * worth[c] > row[largest] * worth[largest] ? c : largest;
    }
    if (total > 0) {
      sums[KINDS * rank]++;
      sums[LARGEST * rank + largest]++;
      for (int c = 0; c < rank; c++) {
        sums[SHARE * rank + c] += row[c] * worth[c] / total;
      }
    }
  }

  /** What came out. */
  Totals totals(double[] sums, long rows) {
    return new Totals(sums, rows, worth.length);
  }

  /** Sums by component. */
  static final class Totals {
    private final double[] sums;
    private final long rows;
    private final int rank;

    private Totals(double[] sums, long rows, int rank) {
      this.sums = Arrays.copyOf(sums, sums.length);
      this.rows = rows;
      this.rank = rank;
    }

    /** Hoyer's, see {@link org.sparknmf.report.Figures}; 0 where it is all zero. */
    double sparseness(int component) {
      double squares = sums[SQUARES * rank + component];
      if (squares == 0) {
        return 0;
      }
      double found = Sparseness.of(rows, sums[SUM * rank + component], squares);
      return Math.min(1, Math.max(0, found));
    }

    double zeros(int component) {
      return sums[ZEROS * rank + component] / rows;
    }

    long largest(int component) {
      return (long) sums[LARGEST * rank + component];
    }

    double meanShare(int component) {
      double counted = sums[KINDS * rank];
      return counted == 0 ? 0 : sums[SHARE * rank + component] / counted;
    }
  }
}
