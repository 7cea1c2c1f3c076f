package org.sparknmf.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConsensusMatrixTest {

  /** numerics.md S3: identical restarts are together always or never. */
  @Test
  void ofIdenticalRestartsIsZeroOrOne() {
    int[] components = {1, 2, 3, 1, 2, 3, 3, 0, 1, 0, 2};
    ConsensusMatrix consensus =
        ConsensusMatrix.of(List.of(components, components.clone(), components.clone()));
    for (int i = 0; i < components.length; i++) {
      for (int j = 0; j < components.length; j++) {
        assertThat(consensus.get(i, j)).isEqualTo(components[i] == components[j] ? 1 : 0);
      }
    }
    assertThat(consensus.dispersion()).isEqualTo(1);
    assertThat(consensus.cophenetic()).isCloseTo(1, within(1e-15));
  }

  /** Names of components do not matter. */
  @Test
  void ofRenamedRestartsIsTheSame() {
    ConsensusMatrix consensus =
        ConsensusMatrix.of(List.of(new int[] {1, 1, 2, 3}, new int[] {3, 3, 1, 2}));
    assertThat(consensus.dispersion()).isEqualTo(1);
    assertThat(consensus.cophenetic()).isCloseTo(1, within(1e-15));
  }

  /**
   * By hand: rows a, b together in 1 of 2, c with b in 1 of 2. C is 1 on the diagonal, C_ab = C_bc
   * = 1/2, C_ac = 0: dispersion (3 x 1 + 4 x 0 + 2 x 1) / 9. Distances 1/2, 1/2, 1: a and b join at
   * 1/2, c at (1/2 + 1) / 2 = 3/4; the correlation of (1/2, 1/2, 1) with (1/2, 3/4, 3/4) is 1/2.
   */
  @Test
  void ofTwoRestartsThatDiffer() {
    ConsensusMatrix consensus =
        ConsensusMatrix.of(List.of(new int[] {1, 1, 2}, new int[] {1, 2, 2}));
    assertThat(consensus.dispersion()).isCloseTo(5.0 / 9, within(1e-15));
    assertThat(consensus.cophenetic()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void allRowsTogetherAreEquallyFarApart() {
    ConsensusMatrix consensus =
        ConsensusMatrix.of(List.of(new int[] {1, 1, 1}, new int[] {2, 2, 2}));
    assertThat(consensus.cophenetic()).isEqualTo(1);
  }

  /** Against joining the nearest pair over and over, by its definition. */
  @Test
  void averageLinkageJoinsWhatIsNearest() {
    SplittableRandom random = new SplittableRandom(5);
    for (int size : new int[] {2, 3, 7, 19, 31}) {
      double[] distances = new double[size * size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < i; j++) {
          distances[i * size + j] = random.nextDouble();
          distances[j * size + i] = distances[i * size + j];
        }
      }
      double[] expected = naive(distances, size);
      double[] heights = AverageLinkage.heights(distances.clone(), size);
      for (int p = 0; p < heights.length; p++) {
        assertThat(heights[p]).isCloseTo(expected[p], within(1e-12));
      }
    }
  }

  private static double[] naive(double[] distances, int size) {
    int[] cluster = new int[size];
    Arrays.setAll(cluster, i -> i);
    double[] heights = new double[size * size];
    for (int joins = 0; joins < size - 1; joins++) {
      double best = Double.POSITIVE_INFINITY;
      int left = 0;
      int right = 0;
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < a; b++) {
          double apart = average(distances, cluster, a, b);
          if (apart < best) {
            best = apart;
            left = b;
            right = a;
          }
        }
      }
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          if (cluster[i] == left && cluster[j] == right) {
            heights[i * size + j] = best;
            heights[j * size + i] = best;
          }
        }
      }
      for (int i = 0; i < size; i++) {
        cluster[i] = cluster[i] == right ? left : cluster[i];
      }
    }
    return heights;
  }

  private static double average(double[] distances, int[] cluster, int one, int other) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < cluster.length; i++) {
      for (int j = 0; j < cluster.length; j++) {
        if (cluster[i] == one && cluster[j] == other) {
          sum += distances[i * cluster.length + j];
          pairs++;
        }
      }
    }
    return pairs == 0 ? Double.POSITIVE_INFINITY : sum / pairs;
  }
}
