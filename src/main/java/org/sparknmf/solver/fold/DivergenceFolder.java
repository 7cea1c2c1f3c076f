package org.sparknmf.solver.fold;

import java.util.Arrays;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.loss.Logarithm;
import org.sparknmf.solver.nnls.SubsetCholesky;

/**
 * The minimum of sum over cells of (y - x ln y) + l1 sum(w) + l2/2 sum(w^2), y = w H, over w at
 * least 0, by Newton steps among the weights that are free, projected onto what is allowed
 * (Bertsekas, SIAM J. Control Optim. 20, 1982). The problem is convex, and strictly so where the
 * free rows of H are independent on the row's cells; else a ridge keeps the step bounded.
 */
public final class DivergenceFolder implements RowFolder {
  private static final int MOST_STEPS = 300;
  private static final int MOST_HALVINGS = 60;

  /** Decrease to ask for in parts of what the slope promises. */
  private static final double ARMIJO = 1e-4;

  private static final double RIDGE = 1e-10;

  /** A slope below this part of what it is made of is rounding. */
  private static final double ROUNDING = 1e-13;

  private final FoldIn model;
  private final int rank;
  private final boolean knownOnly;
  private final Penalty penalty;
  private final double[] linear;
  private final double[] slope;
  private final double[] next;
  private final double[] step;
  private final double[] members;
  private final double[] hessian;
  private final int[] free;
  private final SubsetCholesky cholesky;
  private int freeCount;

  /** The cells of the row at hand: columns, values, count. */
  private int[] columns;

  private double[] values;
  private int count;

  /**
   * Creates a folder for a model.
   *
   * @param knownOnly whether cells that are not named are unknown rather than zero
   */
  public DivergenceFolder(FoldIn model, boolean knownOnly) {
    this.model = model;
    this.rank = model.rank();
    this.knownOnly = knownOnly;
    this.penalty = model.penalty();
    this.linear = new double[rank];
    this.slope = new double[rank];
    this.next = new double[rank];
    this.step = new double[rank];
    this.members = new double[rank];
    this.hessian = new double[rank * rank];
    this.free = new int[rank];
    this.cholesky = new SubsetCholesky(rank);
  }

  @Override
  public void fold(int[] rowColumns, double[] rowValues, int rowCount, double[] w) {
    take(rowColumns, rowValues, rowCount);
    double loss = start(w);
    for (int i = 0; i < MOST_STEPS && loss < Double.POSITIVE_INFINITY; i++) {
      derivatives(w);
      if (isSolved(w)) {
        return;
      }
      newtonStep();
      double lower = advance(w, loss);
      if (lower >= loss) {
        slopeStep();
        lower = advance(w, loss);
      }
      if (lower >= loss) {
        return;
      }
      loss = lower;
    }
  }

  /** Only cells that some component reaches can be fitted. */
  private void take(int[] rowColumns, double[] rowValues, int rowCount) {
    columns = Arrays.copyOf(rowColumns, rowCount);
    values = Arrays.copyOf(rowValues, rowCount);
    Arrays.fill(linear, 0);
    count = 0;
    for (int p = 0; p < rowCount; p++) {
      double reach = 0;
      for (int t = 0; t < rank; t++) {
        double h = model.ht()[rowColumns[p] * rank + t];
        linear[t] += h;
        reach += h;
      }
      if (reach > 0 && rowValues[p] > 0) {
        columns[count] = rowColumns[p];
        values[count++] = rowValues[p];
      }
    }
    if (!knownOnly) {
      System.arraycopy(model.sums(), 0, linear, 0, rank);
    }
    for (int t = 0; t < rank; t++) {
      linear[t] += penalty.l1();
    }
  }

  /** Equal weights of all components that are alive, as heavy as the row. */
  private double start(double[] w) {
    double total = 0;
    double mass = 0;
    for (int p = 0; p < count; p++) {
      total += values[p];
    }
    for (double l : linear) {
      mass += l;
    }
    for (int t = 0; t < rank; t++) {
      w[t] = total > 0 && linear[t] > 0 ? total / mass : 0;
    }
    return total > 0 ? loss(w) : Double.POSITIVE_INFINITY;
  }

  private double loss(double[] w) {
    double sum = 0;
    for (int t = 0; t < rank; t++) {
      sum = Math.fma(Math.fma(penalty.l2() / 2, w[t], linear[t]), w[t], sum);
    }
    for (int p = 0; p < count; p++) {
      double y = model.fitted(w, columns[p]);
      if (!(y > 0)) {
        return Double.POSITIVE_INFINITY;
      }
      sum -= values[p] * Logarithm.of(y);
    }
    return sum;
  }

  /** Slope and second derivatives. */
  private void derivatives(double[] w) {
    double[] ht = model.ht();
    Arrays.fill(hessian, 0);
    for (int t = 0; t < rank; t++) {
      slope[t] = Math.fma(penalty.l2(), w[t], linear[t]);
      hessian[t * rank + t] = penalty.l2();
    }
    for (int p = 0; p < count; p++) {
      int at = columns[p] * rank;
      double y = model.fitted(w, columns[p]);
      double first = values[p] / y;
      double second = first / y;
      for (int r = 0; r < rank; r++) {
        slope[r] = Math.fma(-first, ht[at + r], slope[r]);
        double scaled = second * ht[at + r];
        for (int c = 0; c < rank; c++) {
          hessian[r * rank + c] = Math.fma(scaled, ht[at + c], hessian[r * rank + c]);
        }
      }
    }
  }

  /** Finds the free weights too: those above 0, and those that want to rise. */
  private boolean isSolved(double[] w) {
    freeCount = 0;
    boolean solved = true;
    for (int t = 0; t < rank; t++) {
      double rounding = ROUNDING * (linear[t] + penalty.l2() * w[t]);
      boolean isFree = linear[t] > 0 && (w[t] > 0 || slope[t] < -rounding);
      if (isFree) {
        free[freeCount++] = t;
        solved &= Math.abs(slope[t]) <= rounding;
      }
    }
    return solved;
  }

  /** Newton's step among the free weights. */
  private void newtonStep() {
    cholesky.clear();
    for (int i = 0; i < freeCount; i++) {
      cholesky.add(free[i]);
      members[i] = -slope[free[i]];
    }
    if (!cholesky.factorize(hessian, rank, RIDGE)) {
      slopeStep();
      return;
    }
    cholesky.solve(members);
    Arrays.fill(step, 0);
    for (int i = 0; i < freeCount; i++) {
      step[free[i]] = members[i];
    }
  }

  /**
   * Sets a step down the slope, where projection spoils Newton's step: that always pays if anything
   * does.
   */
  private void slopeStep() {
    Arrays.fill(step, 0);
    for (int i = 0; i < freeCount; i++) {
      int t = free[i];
      double curvature = hessian[t * rank + t];
      step[t] = curvature > 0 ? -slope[t] / curvature : -Math.signum(slope[t]);
    }
  }

  /** Goes as far along the projected step as it pays; the loss there. */
  private double advance(double[] w, double loss) {
    double length = 1;
    for (int i = 0; i < MOST_HALVINGS; i++) {
      double promised = 0;
      for (int t = 0; t < rank; t++) {
        next[t] = Math.max(0, Math.fma(length, step[t], w[t]));
        promised += slope[t] * (next[t] - w[t]);
      }
      double there = loss(next);
      if (there <= loss + ARMIJO * promised && there < loss) {
        System.arraycopy(next, 0, w, 0, rank);
        return there;
      }
      length /= 2;
    }
    return loss;
  }
}
