package org.sparknmf.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers from the definitions, counted by hand. */
class CoherenceTest {
  private static final double CLOSE = 1e-15;

  /** Four rows; column 7 is of no interest, column 3 in no row. */
  private static Coherence counted() {
    Coherence coherence = new Coherence(List.of(5, 1, 2, 3));
    coherence.add(new int[] {1, 2, 5}, new double[] {1, 1, 1});
    coherence.add(new int[] {1, 2, 7}, new double[] {2, 1, 1});
    coherence.add(new int[] {1, 5}, new double[] {1, 0});
    coherence.add(new int[] {7}, new double[] {1});
    return coherence;
  }

  @Test
  void umass() {
    // D(1) = 3, D(2) = 2, D(5) = 1; together: (1, 2) 2, (1, 5) 1, (2, 5) 1.
    double expected = (Math.log(3 / 3.0) + Math.log(2 / 3.0) + Math.log(2 / 2.0)) / 3;
    assertThat(counted().umass(List.of(1, 2, 5)).getAsDouble()).isCloseTo(expected, within(CLOSE));
  }

  @Test
  void npmi() {
    double expected = Math.log(0.5 / (0.75 * 0.5)) / -Math.log(0.5);
    assertThat(counted().npmi(List.of(1, 2)).getAsDouble()).isCloseTo(expected, within(CLOSE));
  }

  @Test
  void columnsThatNeverMeetAndThoseThatAlwaysDo() {
    Coherence apart = new Coherence(List.of(0, 1));
    apart.add(new int[] {0}, new double[] {1});
    apart.add(new int[] {1}, new double[] {1});
    assertThat(apart.npmi(List.of(0, 1)).getAsDouble()).isEqualTo(-1);
    Coherence together = new Coherence(List.of(0, 1));
    together.add(new int[] {0, 1}, new double[] {1, 1});
    assertThat(together.npmi(List.of(0, 1)).getAsDouble()).isEqualTo(1);
  }

  @Test
  void pairsWithoutARowDoNotCount() {
    assertThat(counted().umass(List.of(3, 1))).isEmpty();
    assertThat(counted().npmi(List.of(1))).isEmpty();
    assertThat(counted().npmi(List.of(3, 1, 2))).isEqualTo(counted().npmi(List.of(1, 2)));
  }

  @Test
  void sparsenessIsHoyers() {
    assertThat(Sparseness.mean(4, new double[] {4}, new double[] {4})).isZero();
    assertThat(Sparseness.mean(4, new double[] {3}, new double[] {9})).isEqualTo(1);
    // (2 - 7 / 5) / (2 - 1) for (3, 4, 0, 0); the zero column does not count.
    assertThat(Sparseness.mean(4, new double[] {7, 0}, new double[] {25, 0}))
        .isCloseTo(0.6, within(CLOSE));
  }
}
