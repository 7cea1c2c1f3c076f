package org.sparknmf.solver.fold;

import java.util.Arrays;
import org.sparknmf.solver.Penalty;

/**
 * Multiplicative updates of one row until they hardly move, for losses that need every cell
 * (Fevotte and Idier, Neural Computation 23, 2011). Where the loss is convex in the fitted value,
 * that is the minimum; elsewhere it is where the descent from equal weights ends.
 */
public final class RatioFolder implements RowFolder {
  private static final int MOST_UPDATES = 5000;
  private static final double HARDLY = 1e-10;

  /** The least fitted value in parts of the mean of the row. */
  private static final double FLOOR = 0x1.0p-23;

  private final FoldIn model;
  private final CellSlope cells;
  private final double exponent;
  private final Penalty penalty;
  private final double[] x;
  private final double[] numerators;
  private final double[] denominators;

  /**
   * Creates a folder for a model.
   *
   * @param cells both parts of the slope of a cell's loss
   * @param exponent of the ratio by which a weight is multiplied
   */
  public RatioFolder(FoldIn model, CellSlope cells, double exponent) {
    this.model = model;
    this.cells = cells;
    this.exponent = exponent;
    this.penalty = model.penalty();
    this.x = new double[model.columns()];
    this.numerators = new double[model.rank()];
    this.denominators = new double[model.rank()];
  }

  @Override
  public void fold(int[] columns, double[] values, int count, double[] w) {
    Arrays.fill(x, 0);
    double sum = 0;
    for (int p = 0; p < count; p++) {
      x[columns[p]] = values[p];
      sum += values[p];
    }
    double mass = Arrays.stream(model.sums()).sum();
    Arrays.fill(w, sum > 0 && mass > 0 ? sum / mass : 0);
    double floor = FLOOR * sum / model.columns();
    for (int i = 0; i < MOST_UPDATES && sum > 0 && update(w, floor) > HARDLY; i++) {
      // The condition does the work.
    }
  }

  /** One update; by which part of the largest weight a weight moved at most. */
  private double update(double[] w, double floor) {
    Arrays.fill(numerators, 0);
    Arrays.fill(denominators, 0);
    for (int j = 0; j < x.length; j++) {
      add(j, w, floor);
    }
    double moved = 0;
    double largest = 0;
    for (int t = 0; t < w.length; t++) {
      double below = denominators[t] + penalty.l1() + penalty.l2() * w[t];
      double ratio = below > 0 ? numerators[t] / below : 0;
      double next = w[t] * (exponent == 1 ? ratio : StrictMath.pow(ratio, exponent));
      moved = Math.max(moved, Math.abs(next - w[t]));
      largest = Math.max(largest, next);
      w[t] = next;
    }
    return largest > 0 ? moved / largest : 0;
  }

  private void add(int j, double[] w, double floor) {
    double[] ht = model.ht();
    int at = j * w.length;
    double y = Math.max(model.fitted(w, j), floor);
    double weight = cells.weight(x[j], y);
    double above = x[j] * weight;
    double below = y * weight;
    for (int t = 0; t < w.length; t++) {
      numerators[t] = Math.fma(above, ht[at + t], numerators[t]);
      denominators[t] = Math.fma(below, ht[at + t], denominators[t]);
    }
  }

  /** The slope of a cell's loss, weight (y - x), by its weight. */
  @FunctionalInterface
  public interface CellSlope {
    /**
     * The weight of a cell.
     *
     * @param x the cell
     * @param y what is fitted to it, above 0
     */
    double weight(double x, double y);
  }
}
