package org.sparknmf.testing;

/**
 * The beta-divergence and its gradient as the formulas have them, cell by cell, nothing floored.
 */
public final class CellwiseBeta {
  private final double beta;

  /** Of this beta. */
  public CellwiseBeta(double beta) {
    this.beta = beta;
  }

  /** Of one cell. */
  public double of(double x, double y) {
    if (beta == 2) {
      return (x - y) * (x - y) / 2;
    }
    if (beta == 1) {
      return (x == 0 ? 0 : x * StrictMath.log(x / y)) - x + y;
    }
    if (beta == 0) {
      return x / y - StrictMath.log(x / y) - 1;
    }
    double own = x == 0 ? 0 : StrictMath.pow(x, beta);
    double fitted = (beta - 1) * StrictMath.pow(y, beta);
    double mixed = x == 0 ? 0 : beta * x * StrictMath.pow(y, beta - 1);
    return (own + fitted - mixed) / (beta * (beta - 1));
  }

  /** Its derivative by y. */
  public double slope(double x, double y) {
    return x == 0
        ? StrictMath.pow(y, beta - 1)
        : StrictMath.pow(y, beta - 1) - x * StrictMath.pow(y, beta - 2);
  }

  /** D(X, WH). */
  public double of(PlainMatrix x, double[] w, double[] ht, int rank) {
    double sum = 0;
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        sum += of(x.at(i, j), PlainMatrix.dot(w, i, ht, j, rank));
      }
    }
    return sum;
  }

  /** The gradient of D(X, WH) by W (m x k). */
  public double[] gradient(PlainMatrix x, double[] w, double[] ht, int rank) {
    double[] gradient = new double[w.length];
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        double slope = slope(x.at(i, j), PlainMatrix.dot(w, i, ht, j, rank));
        for (int c = 0; c < rank; c++) {
          gradient[i * rank + c] += slope * ht[j * rank + c];
        }
      }
    }
    return gradient;
  }
}
