package org.sparknmf.engine.inspect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FittedFactor;
import org.sparknmf.linalg.Factor;

/** The largest entries of each component of a factor. */
public final class TopEntries {
  /** Larger entries first, then smaller row numbers. */
  private static final Comparator<Entry> BEST_FIRST =
      Comparator.comparingDouble(Entry::value).reversed().thenComparingLong(Entry::row);

  private TopEntries() {}

  /** An entry of one component. */
  public static final class Entry implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int component;
    private final long row;
    private final double value;

    Entry(int component, long row, double value) {
      this.component = component;
      this.row = row;
      this.value = value;
    }

    int component() {
      return component;
    }

    /** Number of the factor's row. */
    public long row() {
      return row;
    }

    /** Its value, greater 0. */
    public double value() {
      return value;
    }
  }

  /**
   * The {@code count} largest entries of each component that are not zero, the largest first.
   *
   * @param factor W or H'
   * @param rank number of components
   */
  public static List<List<Entry>> of(FittedFactor factor, int rank, int count) {
    List<Entry> all = factor.ofParts("top entries of each component", part -> largest(part, count));
    List<List<Entry>> byComponent = new ArrayList<>(rank);
    for (int c = 0; c < rank; c++) {
      int component = c;
      byComponent.add(
          all.stream()
              .filter(entry -> entry.component() == component)
              .sorted(BEST_FIRST)
              .limit(count)
              .toList());
    }
    return byComponent;
  }

  private static List<Entry> largest(FactorPart part, int count) {
    List<Entry> entries = new ArrayList<>();
    for (int c = 0; c < part.rows().rank(); c++) {
      PriorityQueue<Entry> best = new PriorityQueue<>(BEST_FIRST.reversed());
      add(part.rows(), part.firstRow(), c, count, best);
      entries.addAll(best);
    }
    return entries;
  }

  private static void add(
      Factor rows, long firstRow, int component, int count, PriorityQueue<Entry> best) {
    for (int i = 0; i < rows.rows(); i++) {
      double value = rows.get(i, component);
      boolean isCandidate = best.size() < count || value > best.peek().value();
      if (value > 0 && isCandidate && count > 0) {
        best.add(new Entry(component, firstRow + i, value));
        if (best.size() > count) {
          best.poll();
        }
      }
    }
  }
}
