package org.sparknmf.solver.loop;

import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.update.Rules;

/** Keeps the figures of a factorization: what its loss, its yardstick and its penalties are. */
public final class Ledger {
  private final Rules rules;
  private final MatrixSummary x;
  private final int rank;

  /**
   * A ledger for one factorization.
   *
   * @param x what is known of all of X
   * @param rank k
   */
  public Ledger(Rules rules, MatrixSummary x, int rank) {
    this.rules = rules;
    this.x = x;
    this.rank = rank;
  }

  /** The sums over X and both factors, as these stand, wherever they are. */
  public interface Sums {
    /** Statistics of W, not to be modified. */
    double[] rowStatistics();

    /** Statistics of H', not to be modified. */
    double[] columnStatistics();

    /** The sum of {@link Loss#cross} over the terms of H. */
    double cross();

    /** The sum of {@link Rules#charged} over the terms of H. */
    double charged();

    /** What the terms of H tell that all cells lose, where they do. */
    double told();

    /** The sum of {@link Loss#ofBlock} over all blocks; costs a pass over X. */
    double cells();

    /** The sum of {@link Loss#ofBlock} over all blocks if one value fits all cells. */
    double cells(double value);
  }

  /** The progress of the factors; costs a pass only where the terms of H do not tell the loss. */
  public FitProgress progress(Sums sums) {
    double[] w = sums.rowStatistics();
    double[] h = sums.columnStatistics();
    Loss loss = rules.loss();
    double lost;
    if (loss.isToldByTerms()) {
      lost = loss.complete(sums.told(), w, h, rank);
    } else if (loss.needsBothFactors()) {
      lost = loss(sums);
    } else {
      lost = loss.fromSums(sums.cross(), w, h, rank).orElseGet(() -> loss(sums));
    }
    double charged = rules.isChargedByTerms() ? sums.charged() : rules.charged(w, h, rank);
    return rules.progress(lost, charged, w, h, rank);
  }

  /** The loss, from a pass over X. */
  public double loss(Sums sums) {
    return rules.loss().complete(sums.cells(), sums.rowStatistics(), sums.columnStatistics(), rank);
  }

  /** The loss that counts as 1 when errors are told relative to X. */
  public double yardstick(Sums sums) {
    return rules.loss().yardstick().orElseGet(() -> constant(sums));
  }

  private double constant(Sums sums) {
    double mean = x.mean();
    return rules.loss().ofConstant(sums.cells(mean), mean, x);
  }
}
