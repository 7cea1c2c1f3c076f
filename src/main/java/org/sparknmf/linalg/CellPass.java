package org.sparknmf.linalg;

import org.sparknmf.linalg.kernel.KernelChoice;
import org.sparknmf.linalg.kernel.Kernels;

/** One pass over the stored cells of some rows of A, where each needs its fitted value. */
final class CellPass {
  private static final Kernels KERNELS = KernelChoice.ACTIVE;

  private final CompactRows rows;
  private final CellTerms terms;
  private final double[] fitted = new double[CellRuns.SPREAD];

  CellPass(CompactRows rows, CellTerms terms) {
    this.rows = rows;
    this.terms = terms;
  }

  /** Adds the terms of rows of A where these are rows of X. */
  void addRowTerms(int fromRow, int toRow, WideRows own, WideRows other, WideRows sums) {
    addTerms(fromRow, toRow, own, other, sums, false);
  }

  /** Adds the terms of rows of A where these are columns of X, whose losses may be told. */
  void addColumnTerms(int fromRow, int toRow, WideRows own, WideRows other, WideRows sums) {
    addTerms(fromRow, toRow, own, other, sums, terms.tellsLoss());
  }

  /**
   * Adds the terms of the rows {@code fromRow <= i < toRow} of A.
   *
   * @param own the factor of A's rows, not modified
   * @param other the factor of A's columns, not modified
   * @param sums modified: one row of outputs times rank numbers for each row of A
   * @param tells whether what its cells lose is added to the number after these
   */
  private void addTerms(
      int fromRow, int toRow, WideRows own, WideRows other, WideRows sums, boolean tells) {
    int rank = own.rank();
    int outputs = terms.outputs();
    double[] first = new double[CellRuns.SPREAD];
    double[] second = outputs == 2 ? new double[CellRuns.SPREAD] : first;
    CellRuns runs = new CellRuns(rows, rows.stored(fromRow), rows.stored(toRow), Precision.DOUBLE);
    while (runs.next()) {
      int from = runs.from();
      int to = runs.to();
      fit(runs, own, other);
      terms.coefficients(runs.values, runs.weights, fitted, from, to, first, second);
      int out = sums.at(runs.row());
      double[] factor = other.entries();
      int base = other.at(0);
      if (outputs == 2) {
        KERNELS.gatherTwo(
            runs.ids, first, second, from, to, factor, base, rank, sums.entries(), out);
      } else {
        KERNELS.gather(runs.ids, first, from, to, factor, base, rank, sums.entries(), out);
      }
      if (tells) {
        int at = out + outputs * rank;
        sums.entries()[at] =
            terms.addLoss(runs.values, runs.weights, fitted, from, to, sums.entries()[at]);
      }
    }
  }

  /** What all cells lose, row after row. */
  double loss(int allRows, WideRows own, WideRows other) {
    double sum = 0;
    CellRuns runs = new CellRuns(rows, rows.stored(0), rows.stored(allRows), Precision.DOUBLE);
    while (runs.next()) {
      fit(runs, own, other);
      sum = terms.addLoss(runs.values, runs.weights, fitted, runs.from(), runs.to(), sum);
    }
    return sum;
  }

  private void fit(CellRuns runs, WideRows own, WideRows other) {
    KERNELS.dots(
        runs.ids,
        runs.from(),
        runs.to(),
        own.entries(),
        own.at(runs.row()),
        other.entries(),
        other.at(0),
        own.rank(),
        fitted);
  }
}
