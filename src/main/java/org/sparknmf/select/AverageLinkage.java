package org.sparknmf.select;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Hierarchical clustering where two clusters are as far apart as their members are on average, by
 * chains of nearest neighbours in O(s^2) time (Murtagh, Computer Journal 1983).
 */
final class AverageLinkage {
  private final double[] distances;
  private final int size;
  private final List<List<Integer>> clusters = new ArrayList<>();
  private final double[] heights;

  private AverageLinkage(double[] distances, int size) {
    this.distances = distances;
    this.size = size;
    this.heights = new double[distances.length];
    for (int i = 0; i < size; i++) {
      clusters.add(new ArrayList<>(List.of(i)));
    }
  }

  /**
   * The height at which two rows come into the same cluster, for each pair.
   *
   * @param distances (s x s), symmetric, overwritten
   */
  static double[] heights(double[] distances, int size) {
    AverageLinkage linkage = new AverageLinkage(distances, size);
    linkage.run();
    return linkage.heights;
  }

  private void run() {
    Deque<Integer> chain = new ArrayDeque<>();
    for (int joined = 0; joined < size - 1; ) {
      if (chain.isEmpty()) {
        chain.push(first());
      }
      int top = chain.pop();
      Integer before = chain.peek();
      int nearest = nearest(top, before);
      if (before != null && nearest == before) {
        chain.pop();
        join(before, top);
        joined++;
      } else {
        chain.push(top);
        chain.push(nearest);
      }
    }
  }

  private int first() {
    int first = 0;
    while (clusters.get(first).isEmpty()) {
      first++;
    }
    return first;
  }

  /** The one before in the chain where it is as near as any, or chains would never end. */
  private int nearest(int cluster, Integer before) {
    int nearest = before == null ? -1 : before;
    for (int other = 0; other < size; other++) {
      boolean isCandidate = other != cluster && !clusters.get(other).isEmpty();
      if (isCandidate && (nearest < 0 || distance(cluster, other) < distance(cluster, nearest))) {
        nearest = other;
      }
    }
    return nearest;
  }

  private double distance(int one, int other) {
    return distances[one * size + other];
  }

  /** Makes one cluster of two, in the place of the first. */
  private void join(int one, int other) {
    double height = distance(one, other);
    List<Integer> first = clusters.get(one);
    List<Integer> second = clusters.get(other);
    for (int i : first) {
      for (int j : second) {
        heights[i * size + j] = height;
        heights[j * size + i] = height;
      }
    }
    double share = (double) first.size() / (first.size() + second.size());
    for (int c = 0; c < size; c++) {
      double average = share * distance(one, c) + (1 - share) * distance(other, c);
      distances[one * size + c] = average;
      distances[c * size + one] = average;
    }
    first.addAll(second);
    clusters.set(other, List.of());
  }
}
