package org.sparknmf.solver.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomStartTest {
  private static final int RANK = 4;

  @Test
  void doesNotDependOnWhoAsks() {
    RandomStart start = new RandomStart(9, 0.5, RANK);
    double[] whole = new double[50 * RANK];
    start.fill(RandomStart.FactorName.W, 0, whole);
    double[] piece = new double[10 * RANK];
    start.fill(RandomStart.FactorName.W, 20, piece);
    assertThat(piece).containsExactly(Arrays.copyOfRange(whole, 20 * RANK, 30 * RANK));
  }

  @Test
  void isTheAbsoluteValueOfAScaledNormal() {
    double[] values = new double[100_000];
    new RandomStart(1, 8, 2).fill(RandomStart.FactorName.H, 0, values);
    // |N(0,1)| has mean sqrt(2 / pi), second moment 1 and fourth 3; the scale is sqrt(8 / 2) = 2.
    assertThat(mean(values, 1) / 2).isCloseTo(Math.sqrt(2 / Math.PI), within(0.01));
    assertThat(mean(values, 2) / 4).isCloseTo(1, within(0.02));
    assertThat(mean(values, 4) / 16).isCloseTo(3, within(0.15));
    assertThat(Arrays.stream(values)).allMatch(v -> v >= 0 && Double.isFinite(v));
  }

  private static double mean(double[] values, int power) {
    return Arrays.stream(values).map(v -> Math.pow(v, power)).average().orElseThrow();
  }

  @Test
  void factorsAndSeedsDiffer() {
    double[] w = new double[40];
    double[] h = new double[40];
    double[] other = new double[40];
    new RandomStart(1, 1, RANK).fill(RandomStart.FactorName.W, 0, w);
    new RandomStart(1, 1, RANK).fill(RandomStart.FactorName.H, 0, h);
    new RandomStart(2, 1, RANK).fill(RandomStart.FactorName.W, 0, other);
    assertThat(w).doesNotContain(h).doesNotContain(other).doesNotHaveDuplicates();
  }

  @Test
  void anAllZeroMatrixStartsAtZero() {
    double[] values = {1, 2};
    new RandomStart(1, 0, 1).fill(RandomStart.FactorName.W, 0, values);
    assertThat(values).containsOnly(0);
  }
}
