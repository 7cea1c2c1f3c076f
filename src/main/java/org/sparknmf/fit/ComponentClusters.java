package org.sparknmf.fit;

import java.util.Arrays;
import org.sparknmf.solver.Cosines;

/** One way to cluster what is kept; the mean of a cluster is known by its cosines alone. */
final class ComponentClusters {
  private final Cosines cosines;
  private final int[] kept;
  private final int rank;
  private final int[] own;
  private final int[] sizes;
  private final double[] inner;
  private final double[] toMembers;

  /**
   * Clusters to be improved.
   *
   * @param kept which components are clustered, by their number among all
   * @param rank how many clusters
   * @param own the cluster of each of them, modified
   */
  ComponentClusters(Cosines cosines, int[] kept, int rank, int[] own) {
    this.cosines = cosines;
    this.kept = kept;
    this.rank = rank;
    this.own = own;
    this.sizes = new int[rank];
    this.inner = new double[rank];
    this.toMembers = new double[kept.length * rank];
    measure();
  }

  /** Sums up cosines to the members of each cluster, none of which is left empty. */
  void measure() {
    sum();
    for (int c = 0; c < rank; c++) {
      if (sizes[c] == 0) {
        own[furthest()] = c;
        sum();
      }
    }
  }

  private void sum() {
    Arrays.fill(sizes, 0);
    Arrays.fill(inner, 0);
    Arrays.fill(toMembers, 0);
    for (int p = 0; p < kept.length; p++) {
      sizes[own[p]]++;
      for (int q = 0; q < kept.length; q++) {
        toMembers[p * rank + own[q]] += cosines.get(kept[p], kept[q]);
      }
    }
    for (int p = 0; p < kept.length; p++) {
      inner[own[p]] += toMembers[p * rank + own[p]];
    }
  }

  /** The square of the distance to the mean of a cluster. */
  private double distance(int p, int kind) {
    double size = sizes[kind];
    return size == 0
        ? Double.POSITIVE_INFINITY
        : 1 - 2 * toMembers[p * rank + kind] / size + inner[kind] / (size * size);
  }

  /** The one that is worst where it is, of those that are not alone there. */
  private int furthest() {
    int furthest = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < kept.length; p++) {
      double distance = distance(p, own[p]);
      if (sizes[own[p]] > 1 && distance > most) {
        furthest = p;
        most = distance;
      }
    }
    return furthest;
  }

  /** Moves each component to the nearest mean; whether one has moved. */
  boolean improve() {
    boolean moved = false;
    for (int p = 0; p < kept.length; p++) {
      int best = own[p];
      for (int c = 0; c < rank; c++) {
        best = distance(p, c) < distance(p, best) ? c : best;
      }
      moved |= best != own[p];
      own[p] = best;
    }
    return moved;
  }

  /** The sum of the squares of all distances to means. */
  double spread() {
    double sum = 0;
    for (int c = 0; c < rank; c++) {
      sum += sizes[c] - inner[c] / sizes[c];
    }
    return sum;
  }
}
