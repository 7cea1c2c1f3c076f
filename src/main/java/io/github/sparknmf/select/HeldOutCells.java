package io.github.sparknmf.select;

import io.github.sparknmf.linalg.CellTerms;

/** What the held-out cells of a block mean to a fit that does not see them. */
enum HeldOutCells implements CellTerms {
  /** In their place stands what is fitted to them; nothing is lost by that. */
  FITTED {
    @Override
    public double addLoss(
        double[] values, double[] weights, double[] fitted, int from, int to, double sum) {
      return sum;
    }
  },
  /** The squares of what is fitted to them. */
  SQUARES {
    @Override
    public double addLoss(
        double[] values, double[] weights, double[] fitted, int from, int to, double sum) {
      double total = sum;
      for (int p = from; p < to; p++) {
        total = Math.fma(fitted[p], fitted[p], total);
      }
      return total;
    }
  },
  /** The squares of how far that is off. */
  ERRORS {
    @Override
    public double addLoss(
        double[] values, double[] weights, double[] fitted, int from, int to, double sum) {
      double total = sum;
      for (int p = from; p < to; p++) {
        double error = values[p] - fitted[p];
        total = Math.fma(error, error, total);
      }
      return total;
    }
  };

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public boolean everyCell() {
    return false;
  }

  @Override
  public void coefficients(
      double[] values,
      double[] weights,
      double[] fitted,
      int from,
      int to,
      double[] first,
      double[] second) {
    System.arraycopy(fitted, from, first, from, to - from);
  }
}
