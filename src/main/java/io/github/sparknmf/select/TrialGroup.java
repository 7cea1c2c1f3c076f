package io.github.sparknmf.select;

import io.github.sparknmf.engine.HShare;
import io.github.sparknmf.linalg.DoubleFactor;
import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.solver.FactorStatistics;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Factorizations of which the same cells are held out, so that they see the same X. Their W stand
 * side by side in one array.
 */
final class TrialGroup implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HeldOut held;
  private final List<Trial> trials;
  private final int[] offsets;
  private final int[] places;
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
    this.offsets = new int[trials.size() + 1];
    this.places = new int[trials.size() + 1];
    for (int t = 0; t < trials.size(); t++) {
      int rank = trials.get(t).rank();
      offsets[t + 1] = offsets[t] + rank;
      places[t + 1] = places[t] + FactorStatistics.length(rank);
    }
  }

  HeldOut held() {
    return held;
  }

  List<Trial> trials() {
    return trials;
  }

  int size() {
    return trials.size();
  }

  /** Columns of the factors of all trials. */
  int width() {
    return offsets[trials.size()];
  }

  /** The first column of a trial. */
  int offset(int trial) {
    return offsets[trial];
  }

  /** Numbers of the statistics of all trials. */
  int statisticsLength() {
    return places[trials.size()];
  }

  /** What is known of the H of one trial, out of what is known of those of all groups. */
  HShare share(List<HShare> all, int trial) {
    return all.get(first + trial);
  }

  /** The statistics of one trial out of those of all. */
  double[] statistics(double[] all, int trial) {
    return Arrays.copyOfRange(all, places[trial], places[trial + 1]);
  }

  /**
   * Puts the statistics of every trial's W into an array.
   *
   * @param w rows of W, not modified
   * @param target modified from {@code at} on
   */
  void putStatistics(Factor w, double[] target, int at) {
    for (int t = 0; t < trials.size(); t++) {
      double[] statistics = FactorStatistics.zeros(trials.get(t).rank());
      FactorStatistics.add(columns(w, 0, w.rows(), t), 0, w.rows(), statistics);
      System.arraycopy(statistics, 0, target, at + places[t], statistics.length);
    }
  }

  /** The columns of one trial in some rows. */
  Factor columns(Factor all, int firstRow, int rows, int trial) {
    int rank = trials.get(trial).rank();
    double[] from = ((DoubleFactor) all).entries();
    double[] to = new double[rows * rank];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(from, (firstRow + i) * width() + offsets[trial], to, i * rank, rank);
    }
    return DoubleFactor.of(to, rank);
  }

  /** Puts the columns of one trial into some rows, modified, of all. */
  void putColumns(Factor one, Factor all, int firstRow, int trial) {
    int rank = one.rank();
    double[] from = ((DoubleFactor) one).entries();
    double[] to = ((DoubleFactor) all).entries();
    for (int i = 0; i < one.rows(); i++) {
      System.arraycopy(from, i * rank, to, (firstRow + i) * width() + offsets[trial], rank);
    }
  }
}
