package org.sparknmf.solver.fold;

import java.util.Arrays;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.nnls.BlockPivoting;
import org.sparknmf.solver.nnls.PivotRows;

/**
 * Exact non-negative least squares where cells that are not named are unknown: each row has a Gram
 * matrix of its own.
 */
public final class KnownSquaresFolder implements RowFolder {
  /** More cost more than what they spare pivoting: see the tuning notes. */
  private static final int SWEEPS = 2;

  private final FoldIn model;
  private final Penalty penalty;
  private final BlockPivoting pivoting;
  private final PivotRows pivots;
  private final double[] product;
  private final double[] gradient;
  private final double[] inverses;
  private final double[] gram;

  /** Creates a folder for a model. */
  public KnownSquaresFolder(FoldIn model) {
    this.model = model;
    this.penalty = model.penalty();
    this.pivoting = new BlockPivoting(penalty);
    this.pivots = new PivotRows(model.rank());
    this.product = new double[model.rank()];
    this.gradient = new double[model.rank()];
    this.inverses = new double[model.rank()];
    this.gram = new double[model.rank() * model.rank()];
  }

  @Override
  public void fold(int[] columns, double[] values, int count, double[] w) {
    Arrays.fill(product, 0);
    TallFactor.addSparseRowTimes(columns, values, count, model.ht(), model.rank(), product);
    addUpGram(columns, count);
    Penalty charge = penalty.ofRow(count);
    invertCurvatures(charge);
    approach(w, charge);
    // Rows that are charged alike share a solver.
    BlockPivoting solver = penalty.isCounted() ? new BlockPivoting(charge) : pivoting;
    solver.solve(w, 0, 1, product, 0, gram, pivots);
  }

  /**
   * Coordinate descent from zero: cheap, and near the answer, so that pivoting, which begins with
   * the weights that are not zero, has little left to exchange.
   */
  private void approach(double[] w, Penalty charge) {
    int rank = w.length;
    double l2 = charge.l2();
    double[] slope = gradient;
    Arrays.fill(w, 0);
    for (int t = 0; t < rank; t++) {
      slope[t] = charge.l1() - product[t];
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int t = 0; t < rank; t++) {
        double next = Math.max(0, Math.fma(-slope[t], inverses[t], w[t]));
        double step = next - w[t];
        if (step != 0) {
          w[t] = next;
          for (int c = 0; c < rank; c++) {
            slope[c] = Math.fma(step, gram[t * rank + c], slope[c]);
          }
          slope[t] = Math.fma(step, l2, slope[t]);
        }
      }
    }
    double sum = 0;
    for (double weight : w) {
      sum += weight;
    }
    if (!(sum < Double.POSITIVE_INFINITY)) {
      Arrays.fill(w, 0);
    }
  }

  /** 1 / (G_tt + l2), or 0 where nothing depends on the component. */
  private void invertCurvatures(Penalty charge) {
    int rank = model.rank();
    for (int t = 0; t < rank; t++) {
      double curvature = gram[t * rank + t] + charge.l2();
      inverses[t] = curvature > 0 ? 1 / curvature : 0;
    }
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
