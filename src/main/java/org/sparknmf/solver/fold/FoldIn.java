package org.sparknmf.solver.fold;

import java.io.Serializable;
import java.util.Optional;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.TfIdf;
import org.sparknmf.solver.nnls.DualStart;

/**
 * Weights of new rows for a fixed H: w minimises the loss of its row, penalties of W included. Each
 * row is a problem of its own, so that its answer has the same bits whatever rows come with it.
 *
 * <p>The loss is convex in w for beta from 1 to 2 and its minimum is found: for Frobenius by block
 * principal pivoting, for Kullback-Leibler by Newton steps. For any other beta multiplicative
 * updates run until they hardly move.
 */
public final class FoldIn implements Serializable {
  private static final long serialVersionUID = 1L;

  private final RowFolding folding;
  private final boolean missing;
  private final double l1;
  private final double l2;
  private final boolean isCounted;
  private final double[] ht;
  private final int rank;
  private final double[] gram;
  private final double[] sums;
  private final TfIdf weights;
  private transient double[] inverse;

  /**
   * Creates what folds in rows for one model, given as counts where it was fitted on weights.
   *
   * @param folding how a row of the model's loss is solved
   * @param missing whether cells that a row does not name are unknown rather than zero
   * @param penalty of a row of W
   * @param ht H' (n x k), not modified from now on
   * @param weights what becomes of a row first
   */
  public FoldIn(
      RowFolding folding,
      boolean missing,
      Penalty penalty,
      DoubleFactor ht,
      Optional<TfIdf> weights) {
    this.folding = folding;
    this.missing = missing;
    // Kryo, which broadcasts this, does not know records.
    this.l1 = penalty.l1();
    this.l2 = penalty.l2();
    this.isCounted = penalty.isCounted();
    this.ht = ht.entries();
    this.rank = ht.rank();
    this.gram = ht.gram();
    this.sums = ht.columnSums();
    this.weights = weights.orElse(null);
  }

  /** n. */
  public int columns() {
    return ht.length / rank;
  }

  /** k. */
  public int rank() {
    return rank;
  }

  /** H' (n x k, row-major), not to be modified. */
  public double[] ht() {
    return ht;
  }

  /** The entry of w H in one column: a chain of fused multiply-adds over components, ascending. */
  public double fitted(double[] w, int column) {
    double sum = 0;
    for (int c = 0; c < rank; c++) {
      sum = Math.fma(w[c], ht[column * rank + c], sum);
    }
    return sum;
  }

  /** ||w H||^2. */
  public double squaredLength(double[] w) {
    return TallFactor.squaredLength(w, rank, gram);
  }

  /** The solver and its memory, for one thread. */
  public RowFolder folder() {
    return weights == null ? solver() : new WeighingFolder(weights, solver());
  }

  private RowFolder solver() {
    return folding.folder(this, missing);
  }

  /** Penalties of w. */
  public Penalty penalty() {
    return new Penalty(l1, l2, isCounted);
  }

  /** HH' (k x k), not to be modified. */
  double[] gram() {
    return gram;
  }

  /** The inverse for {@link DualStart}, found once, for all tasks of a JVM. */
  synchronized double[] inverse() {
    if (inverse == null) {
      inverse = DualStart.inverse(gram, rank, l2);
    }
    return inverse;
  }

  /** Sums of the rows of H (k), not to be modified. */
  public double[] sums() {
    return sums;
  }
}
