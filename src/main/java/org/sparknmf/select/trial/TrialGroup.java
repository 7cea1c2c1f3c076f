package org.sparknmf.select.trial;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorStatistics;

/**
 * Factorizations of which the same cells are held out, so that they see the same X. Their W stand
 * side by side in one array, and so do the terms of their H.
 */
final class TrialGroup implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HeldOut held;
  private final List<Trial> trials;
  private final JointColumns w;
  private final JointColumns terms;
  private final JointColumns statistics;
  private final int first;

  /**
   * A group.
   *
   * @param first how many trials the groups before it have
   */
  TrialGroup(HeldOut held, List<Trial> trials, int first) {
    this.held = held;
    this.first = first;
    this.trials = List.copyOf(trials);
    this.w = new JointColumns(trials.stream().mapToInt(Trial::rank));
    this.terms =
        new JointColumns(trials.stream().mapToInt(trial -> trial.loss().width(trial.rank())));
    this.statistics =
        new JointColumns(trials.stream().mapToInt(trial -> FactorStatistics.length(trial.rank())));
  }

  HeldOut held() {
    return held;
  }

  List<Trial> trials() {
    return trials;
  }

  Trial trial(int number) {
    return trials.get(number);
  }

  int size() {
    return trials.size();
  }

  /** The positions of the columns of each W. */
  JointColumns w() {
    return w;
  }

  /** The positions of the terms of each H. */
  JointColumns terms() {
    return terms;
  }

  /** Numbers of the statistics of all trials. */
  int statisticsLength() {
    return statistics.width();
  }

  /** What is known of the H of one trial, out of what is known of those of all groups. */
  HShare share(List<HShare> all, int trial) {
    return all.get(first + trial);
  }

  /** The statistics of one trial out of those of all. */
  double[] statistics(double[] all, int trial) {
    return Arrays.copyOfRange(all, statistics.offset(trial), statistics.offset(trial + 1));
  }

  /**
   * Puts the statistics of every trial's W into an array.
   *
   * @param rows of W, not modified
   * @param target modified from {@code at} on
   */
  void putStatistics(Factor rows, double[] target, int at) {
    for (int t = 0; t < trials.size(); t++) {
      double[] own = FactorStatistics.zeros(trials.get(t).rank());
      FactorStatistics.add(w.get(rows, 0, rows.rows(), t), 0, rows.rows(), own);
      System.arraycopy(own, 0, target, at + statistics.offset(t), own.length);
    }
  }
}
