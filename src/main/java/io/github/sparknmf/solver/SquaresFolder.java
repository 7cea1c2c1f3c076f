package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.TallFactor;
import java.util.Arrays;

/**
 * Exact non-negative least squares. All rows share HH', or, where cells that are not named are
 * unknown, each has a Gram matrix of its own.
 */
final class SquaresFolder implements RowFolder {
  /** More cost more than what they spare pivoting: see the tuning notes. */
  private static final int SWEEPS = 2;

  /** Or when no weight moves by more than this part of the largest. */
  private static final double SETTLED = 1e-3;

  private final FoldIn model;
  private final boolean knownOnly;
  private final BlockPivoting pivoting;
  private final PivotRows pivots;
  private final RowPivoting direct;
  private final Penalty penalty;
  private final double[] product;
  private final double[] gradient;
  private final double[] gram;

  /**
   * For a model.
   *
   * @param knownOnly whether cells that are not named are unknown rather than zero
   */
  SquaresFolder(FoldIn model, boolean knownOnly) {
    this.model = model;
    this.knownOnly = knownOnly;
    this.penalty = model.penalty();
    this.pivoting = new BlockPivoting(penalty.l1(), penalty.l2());
    this.pivots = new PivotRows(model.rank());
    this.product = new double[model.rank()];
    this.gradient = new double[model.rank()];
    this.direct = new RowPivoting(model.gram(), model.rank(), penalty);
    this.gram = knownOnly ? new double[model.rank() * model.rank()] : model.gram();
  }

  @Override
  public void fold(int[] columns, double[] values, int count, double[] w) {
    Arrays.fill(product, 0);
    TallFactor.addSparseRowTimes(columns, values, count, model.ht(), model.rank(), product);
    if (knownOnly) {
      addUpGram(columns, count);
    }
    approach(w);
    if (knownOnly || !direct.solve(w, product)) {
      pivoting.solve(w, 0, 1, product, 0, gram, pivots);
    }
  }

  /**
   * Coordinate descent from zero: cheap, and near the answer, so that pivoting, which begins with
   * the weights that are not zero, has little left to exchange.
   */
  private void approach(double[] w) {
    Arrays.fill(w, 0);
    for (int t = 0; t < w.length; t++) {
      gradient[t] = penalty.l1() - product[t];
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double moved = 0;
      double largest = 0;
      for (int t = 0; t < w.length; t++) {
        moved = Math.max(moved, Math.abs(move(w, t)));
        largest = Math.max(largest, w[t]);
      }
      if (!(largest <= Double.MAX_VALUE)) {
        Arrays.fill(w, 0);
        return;
      }
      if (moved <= SETTLED * largest) {
        return;
      }
    }
  }

  /** Puts one weight where the loss is least, the others fixed; returns by how much it moved. */
  private double move(double[] w, int t) {
    int rank = w.length;
    double curvature = gram[t * rank + t] + penalty.l2();
    if (!(curvature > 0)) {
      return 0;
    }
    double next = Math.max(0, w[t] - gradient[t] / curvature);
    double step = next - w[t];
    if (step != 0) {
      w[t] = next;
      for (int c = 0; c < rank; c++) {
        gradient[c] = Math.fma(step, gram[t * rank + c], gradient[c]);
      }
      gradient[t] = Math.fma(step, penalty.l2(), gradient[t]);
    }
    return step;
  }

  private void addUpGram(int[] columns, int count) {
    int rank = model.rank();
    double[] ht = model.ht();
    Arrays.fill(gram, 0);
    for (int p = 0; p < count; p++) {
      int at = columns[p] * rank;
      for (int r = 0; r < rank; r++) {
        for (int c = 0; c < rank; c++) {
          gram[r * rank + c] = Math.fma(ht[at + r], ht[at + c], gram[r * rank + c]);
        }
      }
    }
  }
}
