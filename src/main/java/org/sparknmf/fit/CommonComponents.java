package org.sparknmf.fit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sparknmf.solver.Cosines;

/**
 * The components that several fits have in common (Kotliar et al., eLife 2019). Components are rows
 * of H of length 1. Those with few like them nearby are left out, the others are clustered by
 * k-means. That starts from the components of each fit in turn, and the tightest outcome counts:
 * nothing is left to chance.
 */
final class CommonComponents {
  /** How many of the fits should have a component that is near. */
  private static final double NEIGHBOURS = 0.3;

  private static final int MOST_ROUNDS = 100;

  private final Cosines cosines;
  private final int rank;
  private final int fits;
  private final int[] kept;
  private int[] kinds;
  private double spread = Double.POSITIVE_INFINITY;

  /**
   * Clusters components.
   *
   * @param cosines of all components, the {@code rank} of the first fit first
   * @param threshold largest mean distance of a component to its nearest neighbours
   */
  CommonComponents(Cosines cosines, int rank, double threshold) {
    this.cosines = cosines;
    this.rank = rank;
    this.fits = cosines.size() / rank;
    this.kept =
        IntStream.range(0, cosines.size())
            .filter(p -> cosines.length(p) > 0 && loneliness(p) <= threshold)
            .toArray();
    if (isEnough()) {
      IntStream.range(0, fits).forEach(this::clusterFrom);
    }
  }

  /** The mean distance to the nearest others. */
  private double loneliness(int component) {
    int neighbours = Math.max(1, (int) (NEIGHBOURS * fits));
    return IntStream.range(0, cosines.size())
        .filter(p -> p != component)
        .mapToDouble(p -> cosines.distance(component, p))
        .sorted()
        .limit(neighbours)
        .average()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Whether as many are left as are wanted. */
  boolean isEnough() {
    return kept.length >= rank;
  }

  /** How many were left out. */
  int leftOut() {
    return cosines.size() - kept.length;
  }

  private void clusterFrom(int fit) {
    int[] own = Arrays.stream(kept).map(component -> nearestOf(fit, component)).toArray();
    ComponentClusters clusters = new ComponentClusters(cosines, kept, rank, own);
    for (int round = 0; round < MOST_ROUNDS && clusters.improve(); round++) {
      clusters.measure();
    }
    if (clusters.spread() < spread) {
      spread = clusters.spread();
      kinds = own;
    }
  }

  private int nearestOf(int fit, int component) {
    int nearest = 0;
    for (int c = 1; c < rank; c++) {
      double cosine = cosines.get(component, fit * rank + c);
      nearest = cosine > cosines.get(component, fit * rank + nearest) ? c : nearest;
    }
    return nearest;
  }

  /** The members of each cluster by their number among all components. */
  List<List<Integer>> members() {
    return IntStream.range(0, rank).mapToObj(this::membersOf).toList();
  }

  private List<Integer> membersOf(int kind) {
    return IntStream.range(0, kept.length)
        .filter(p -> kinds[p] == kind)
        .mapToObj(p -> kept[p])
        .toList();
  }

  /**
   * The mean silhouette of those that are not left out (Rousseeuw, Journal of Computational and
   * Applied Mathematics 1987), from -1 to 1; NaN of a single cluster.
   */
  double silhouette() {
    if (rank == 1) {
      return Double.NaN;
    }
    List<List<Integer>> members = members();
    return IntStream.range(0, kept.length)
        .mapToDouble(p -> silhouette(kept[p], kinds[p], members))
        .average()
        .orElse(Double.NaN);
  }

  private double silhouette(int component, int kind, List<List<Integer>> members) {
    int size = members.get(kind).size();
    if (size == 1) {
      return 0;
    }
    double own = distances(component, members.get(kind)) / (size - 1);
    double next = Double.POSITIVE_INFINITY;
    for (int c = 0; c < rank; c++) {
      if (c != kind) {
        next = Math.min(next, distances(component, members.get(c)) / members.get(c).size());
      }
    }
    double larger = Math.max(own, next);
    return larger == 0 ? 0 : (next - own) / larger;
  }

  private double distances(int component, List<Integer> others) {
    return others.stream().mapToDouble(other -> cosines.distance(component, other)).sum();
  }
}
