package org.sparknmf.select;

import java.util.Arrays;
import java.util.List;

/**
 * How often two rows of a sample belong to the same component, over the restarts of a rank: C (s x
 * s), with 1 for always and 0 for never (Brunet, Tamayo, Golub and Mesirov, PNAS 2004).
 */
@SuppressWarnings("ArrayRecordComponent") // Held, never compared.
record ConsensusMatrix(int size, double[] matrix) {
  /**
   * The consensus of restarts.
   *
   * @param memberships of each restart: the component of each row of the sample
   */
  static ConsensusMatrix of(List<int[]> memberships) {
    int size = memberships.get(0).length;
    double[] matrix = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        int together = 0;
        for (int[] components : memberships) {
          together += components[i] == components[j] ? 1 : 0;
        }
        matrix[i * size + j] = (double) together / memberships.size();
      }
    }
    return new ConsensusMatrix(size, matrix);
  }

  /** How often two rows were together. */
  double get(int one, int other) {
    return matrix[one * size + other];
  }

  /** Sum of 4 (C - 1/2)^2 / s^2: 1 where all is 0 or 1 (Kim and Park, Bioinformatics 2007). */
  double dispersion() {
    double sum = 0;
    for (double value : matrix) {
      sum += 4 * (value - 0.5) * (value - 0.5);
    }
    return sum / matrix.length;
  }

  /**
   * The correlation of 1 - C with the heights at which average linkage joins two rows; 1 where all
   * rows are equally far apart.
   */
  double cophenetic() {
    double[] distances = new double[matrix.length];
    Arrays.setAll(distances, p -> 1 - matrix[p]);
    double[] heights = AverageLinkage.heights(distances.clone(), size);
    return correlation(distances, heights);
  }

  /** The correlation of two matrices over the pairs of two different rows. */
  private double correlation(double[] one, double[] other) {
    double meanOne = mean(one);
    double meanOther = mean(other);
    double both = 0;
    double squaresOne = 0;
    double squaresOther = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        double first = one[i * size + j] - meanOne;
        double second = other[i * size + j] - meanOther;
        both += first * second;
        squaresOne += first * first;
        squaresOther += second * second;
      }
    }
    double scale = Math.sqrt(squaresOne * squaresOther);
    return scale == 0 ? 1 : both / scale;
  }

  private double mean(double[] values) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        sum += values[i * size + j];
      }
    }
    return sum / Math.max(1, size * (size - 1) / 2);
  }
}
