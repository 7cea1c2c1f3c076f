package org.sparknmf.select;

import java.util.Arrays;
import java.util.List;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.Assignment;
import org.sparknmf.solver.Cosines;

/**
 * Whether the restarts of a rank find the same components. Those of each restart are assigned, one
 * to one and at the least total distance, to the mean components of all; the silhouette then
 * compares how near a component is to its own kind and to the next (Rousseeuw, Journal of
 * Computational and Applied Mathematics 1987; Alexandrov et al., Cell Reports 2013). Components are
 * rows of H of length 1, their distance is 1 - cosine.
 */
final class Stability {
  private static final int MOST_ROUNDS = 50;

  private final int rank;
  private final int restarts;
  private final Cosines cosines;
  private final int[] kinds;

  /** Compares the components of some restarts of one rank; the first has the first say. */
  Stability(List<Factor> hts) {
    this.rank = hts.get(0).rank();
    this.restarts = hts.size();
    this.cosines = cosines(hts);
    this.kinds = new int[rank * restarts];
    assign();
  }

  /** The cosines of all components with all others: restart r has the numbers from r k on. */
  private Cosines cosines(List<Factor> hts) {
    int all = rank * restarts;
    Factor side = Factor.zeros(Precision.DOUBLE, hts.get(0).rows(), all);
    double[] entries = ((DoubleFactor) side).entries();
    for (int r = 0; r < restarts; r++) {
      double[] own = ((DoubleFactor) hts.get(r)).entries();
      for (int i = 0; i < side.rows(); i++) {
        System.arraycopy(own, i * rank, entries, i * all + r * rank, rank);
      }
    }
    return new Cosines(side.gram(), all);
  }

  /**
   * Assigns components to kinds until none changes its kind; a kind's mean is known by its cosines
   * alone.
   */
  private void assign() {
    int[] before = new int[kinds.length];
    Arrays.setAll(kinds, p -> p % rank);
    assignTo(true);
    for (int round = 0; round < MOST_ROUNDS && !Arrays.equals(before, kinds); round++) {
      System.arraycopy(kinds, 0, before, 0, kinds.length);
      assignTo(false);
    }
  }

  /**
   * One round.
   *
   * @param toFirst whether kinds are the first restart's components, not the means of all
   */
  private void assignTo(boolean toFirst) {
    int[] next = kinds.clone();
    double[] lengths = new double[rank];
    for (int c = 0; c < rank; c++) {
      lengths[c] = toFirst ? 1 : lengthOfKind(c);
    }
    for (int r = 0; r < restarts; r++) {
      double[] cost = new double[rank * rank];
      for (int i = 0; i < rank; i++) {
        for (int c = 0; c < rank; c++) {
          double sum = toFirst ? cosines.get(r * rank + i, c) : sumToKind(r * rank + i, c);
          cost[i * rank + c] = lengths[c] == 0 ? 0 : -sum / lengths[c];
        }
      }
      System.arraycopy(Assignment.columnsOfRows(cost, rank, rank), 0, next, r * rank, rank);
    }
    System.arraycopy(next, 0, kinds, 0, next.length);
  }

  private double sumToKind(int component, int kind) {
    double sum = 0;
    for (int p = 0; p < kinds.length; p++) {
      sum += kinds[p] == kind ? cosines.get(component, p) : 0;
    }
    return sum;
  }

  /** The length of the sum of a kind's members. */
  private double lengthOfKind(int kind) {
    double squares = 0;
    for (int p = 0; p < kinds.length; p++) {
      squares += kinds[p] == kind ? sumToKind(p, kind) : 0;
    }
    return Math.sqrt(squares);
  }

  /** The silhouette of each kind: the mean over its members, one a restart; from -1 to 1. */
  double[] silhouettes() {
    double[] silhouettes = new double[rank];
    for (int p = 0; p < kinds.length; p++) {
      silhouettes[kinds[p]] += silhouette(p) / restarts;
    }
    return silhouettes;
  }

  private double silhouette(int component) {
    double own = (restarts - sumToKind(component, kinds[component])) / (restarts - 1);
    double next = Double.POSITIVE_INFINITY;
    for (int kind = 0; kind < rank; kind++) {
      if (kind != kinds[component]) {
        next = Math.min(next, 1 - sumToKind(component, kind) / restarts);
      }
    }
    double larger = Math.max(own, next);
    return larger == 0 ? 0 : (next - own) / larger;
  }

  /** The kind of each restart's components. */
  int kind(int restart, int component) {
    return kinds[restart * rank + component];
  }
}
