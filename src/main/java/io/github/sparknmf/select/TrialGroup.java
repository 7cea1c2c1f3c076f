package io.github.sparknmf.select;

import io.github.sparknmf.linalg.DoubleFactor;
import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.Precision;
import io.github.sparknmf.solver.FactorStatistics;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Factorizations of which the same cells are held out. Their factors stand side by side in one
 * array, so that one product with X serves all: trial t has the columns from {@code offset(t)} on.
 */
final class TrialGroup implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HeldOut held;
  private final List<Trial> trials;
  private final int[] offsets;
  private final int[] places;

  TrialGroup(HeldOut held, List<Trial> trials) {
    this.held = held;
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

  /** Where the statistics of a trial begin. */
  int place(int trial) {
    return places[trial];
  }

  /** The statistics of one trial out of those of all. */
  double[] statistics(double[] all, int trial) {
    return Arrays.copyOfRange(all, places[trial], places[trial + 1]);
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

  /** The factors of all trials in one. */
  Factor stacked(List<Factor> factors) {
    Factor all = Factor.zeros(Precision.DOUBLE, factors.get(0).rows(), width());
    for (int t = 0; t < factors.size(); t++) {
      putColumns(factors.get(t), all, 0, t);
    }
    return all;
  }

  /**
   * For each trial: target += y source, where y = w h is what it fits to the cell. All four are
   * rows of the width of this group, at some place of an array.
   */
  void addFitted(
      double[] w,
      int wAt,
      double[] ht,
      int hAt,
      double[] source,
      int sourceAt,
      double[] target,
      int targetAt) {
    for (int t = 0; t < trials.size(); t++) {
      int from = offsets[t];
      int to = offsets[t + 1];
      double fitted = dot(w, wAt, ht, hAt, from, to);
      for (int c = from; c < to; c++) {
        target[targetAt + c] = Math.fma(fitted, source[sourceAt + c], target[targetAt + c]);
      }
    }
  }

  /** For each trial: adds the squares of what it fits to a cell, and of how far that is off. */
  void addErrors(double[] w, int wAt, double[] ht, int hAt, double value, double[] sums) {
    for (int t = 0; t < trials.size(); t++) {
      double fitted = dot(w, wAt, ht, hAt, offsets[t], offsets[t + 1]);
      double error = value - fitted;
      sums[2 * t] = Math.fma(fitted, fitted, sums[2 * t]);
      sums[2 * t + 1] = Math.fma(error, error, sums[2 * t + 1]);
    }
  }

  /** In four partial sums, whose order is fixed too: one would wait for each addition. */
  private static double dot(double[] w, int wAt, double[] ht, int hAt, int from, int to) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int c = from;
    for (; c + 3 < to; c += 4) {
      first = Math.fma(w[wAt + c], ht[hAt + c], first);
      second = Math.fma(w[wAt + c + 1], ht[hAt + c + 1], second);
      third = Math.fma(w[wAt + c + 2], ht[hAt + c + 2], third);
      fourth = Math.fma(w[wAt + c + 3], ht[hAt + c + 3], fourth);
    }
    for (; c < to; c++) {
      first = Math.fma(w[wAt + c], ht[hAt + c], first);
    }
    return (first + second) + (third + fourth);
  }
}
