package org.sparknmf.select.trial;

import org.sparknmf.engine.factor.HShare;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.loop.StoppingRule;
import org.sparknmf.solver.update.FactorUpdate;

/** The state of a trial, as far as the driver knows: its H'. */
public final class TrialState {
  private final Trial trial;
  private final int began;
  private HShare share;
  private double[] wStatistics;
  private double checkedError;

  /**
   * A trial with an H'.
   *
   * @param began how many passes there were before its first
   * @param checkedError the error that was noted last; NaN before
   */
  TrialState(Trial trial, int began, Factor ht, double checkedError) {
    this.trial = trial;
    this.began = began;
    this.checkedError = checkedError;
    this.wStatistics = FactorStatistics.zeros(trial.rank());
    become(ht);
  }

  private void become(Factor ht) {
    double[] statistics = FactorStatistics.zeros(trial.rank());
    FactorStatistics.add(ht, 0, ht.rows(), statistics);
    share = new HShare(ht, statistics);
  }

  public Trial trial() {
    return trial;
  }

  /** How many passes there were before its first. */
  public int began() {
    return began;
  }

  /** How many updates it has had after so many passes. */
  int iterations(int pass) {
    return pass - began;
  }

  /** H' and its statistics, not to be modified. */
  HShare share() {
    return share;
  }

  /**
   * Improves H' once.
   *
   * @param terms what a pass over X has brought for it
   * @param wStatistics of W
   */
  void improve(Factor terms, double[] wStatistics) {
    Factor next = share.ht().copy();
    FactorUpdate.apply(trial.rules().columns(), next, 0, next.rows(), terms, 0, wStatistics);
    become(next);
    this.wStatistics = wStatistics;
  }

  /** Statistics of W as the last improvement left it; zeros before the first. */
  double[] wStatistics() {
    return wStatistics;
  }

  /** The error that was noted last; NaN before. */
  public double checkedError() {
    return checkedError;
  }

  /**
   * Notes an error; whether it has fallen by less than the tolerance since the one noted before, in
   * parts of ||X||.
   */
  boolean isSettled(double error, double tolerance) {
    // The first time there is none to compare with, and the comparison fails.
    boolean settled = StoppingRule.hasSettled(checkedError - error, 1, tolerance);
    checkedError = error;
    return settled;
  }
}
