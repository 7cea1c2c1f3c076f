package org.sparknmf.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.io.publish.StoredRows;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.report.Drift;
import org.sparknmf.solver.Assignment;
import org.sparknmf.solver.ComponentSummary;

/** Matches the components of two results by the angles between their rows of H. */
final class Comparison {
  private static final int NAMED = 5;

  private final StoredReport now;
  private final StoredReport earlier;
  private final Map<Object, double[]> earlierRows = new HashMap<>();
  private final int rank;
  private final int earlierRank;
  private final double[] products;
  private final double[] squares;
  private final double[] earlierSquares;
  private long columns;
  private long shared;

  private Comparison(StoredReport now, StoredReport earlier) {
    this.now = now;
    this.earlier = earlier;
    this.rank = now.components().size();
    this.earlierRank = earlier.components().size();
    this.products = new double[rank * earlierRank];
    this.squares = new double[rank];
    this.earlierSquares = new double[earlierRank];
  }

  /**
   * How this result's components differ from the other's.
   *
   * @param name what the other is called
   */
  static Drift of(StoredReport now, StoredReport earlier, String name) {
    if (now.components().isEmpty() || earlier.components().isEmpty()) {
      StoredReport without = now.components().isEmpty() ? now : earlier;
      throw new InputUnreadableException(
          without.path() + " has no components to compare; give the --output of a fit");
    }
    Comparison comparison = new Comparison(now, earlier);
    comparison.read();
    return comparison.drift(name);
  }

  private void read() {
    require(
        earlier,
        StoredRows.factor(
            earlier.files(),
            ResultWriter.H,
            (id, row) -> {
              addSquares(row, earlierSquares);
              earlierRows.put(id, row);
            }));
    require(now, StoredRows.factor(now.files(), ResultWriter.H, this::add));
  }

  private static void require(StoredReport result, boolean found) {
    if (!found) {
      throw new InputUnreadableException(
          result.path() + " has no table H: it is no whole result of a fit; run fit again");
    }
  }

  private void add(Object id, double[] row) {
    columns++;
    addSquares(row, squares);
    double[] other = earlierRows.get(id);
    if (other == null) {
      return;
    }
    shared++;
    for (int c = 0; c < rank; c++) {
      for (int d = 0; d < earlierRank; d++) {
        products[c * earlierRank + d] += row[c] * other[d];
      }
    }
  }

  private static void addSquares(double[] row, double[] squares) {
    for (int c = 0; c < squares.length; c++) {
      squares[c] += row[c] * row[c];
    }
  }

  /** The cosine of two components, found by their positions in the arrays of W and H. */
  private double cosine(ComponentSummary one, ComponentSummary other) {
    double lengths = Math.sqrt(squares[one.position()] * earlierSquares[other.position()]);
    double product = products[one.position() * earlierRank + other.position()];
    return lengths > 0 ? Math.min(1, product / lengths) : 0;
  }

  private Drift drift(String name) {
    List<ComponentSummary> mine = now.components();
    List<ComponentSummary> theirs = earlier.components();
    double[] cost = new double[rank * earlierRank];
    for (int a = 0; a < rank; a++) {
      for (int b = 0; b < earlierRank; b++) {
        cost[a * earlierRank + b] = 1 - cosine(mine.get(a), theirs.get(b));
      }
    }
    int[] partners = partners(cost);
    boolean[] taken = new boolean[earlierRank];
    List<Drift.Match> matches = new ArrayList<>();
    for (int a = 0; a < rank; a++) {
      int b = partners[a];
      double cosine = b < 0 ? 0 : 1 - cost[a * earlierRank + b];
      boolean matched = cosine >= Drift.LEAST_ALIKE;
      if (matched) {
        taken[b] = true;
      }
      matches.add(match(mine.get(a), matched ? theirs.get(b).component() : 0, cosine));
    }
    for (int b = 0; b < earlierRank; b++) {
      if (!taken[b]) {
        ComponentSummary gone = theirs.get(b);
        matches.add(new Drift.Match(0, gone.component(), 0, gone.share(), names(gone)));
      }
    }
    return new Drift(name, shared, columns, earlierRows.size(), matches);
  }

  /** The earlier component of each, -1 for none: as many pairs as the fewer are. */
  private int[] partners(double[] cost) {
    if (rank <= earlierRank) {
      return Assignment.columnsOfRows(cost, rank, earlierRank);
    }
    double[] turned = new double[cost.length];
    for (int a = 0; a < rank; a++) {
      for (int b = 0; b < earlierRank; b++) {
        turned[b * rank + a] = cost[a * earlierRank + b];
      }
    }
    int[] mine = Assignment.columnsOfRows(turned, earlierRank, rank);
    int[] partners = new int[rank];
    Arrays.fill(partners, -1);
    for (int b = 0; b < earlierRank; b++) {
      partners[mine[b]] = b;
    }
    return partners;
  }

  private static Drift.Match match(ComponentSummary one, int earlier, double cosine) {
    return new Drift.Match(
        one.component(), earlier, earlier == 0 ? 0 : cosine, one.share(), names(one));
  }

  private static List<Object> names(ComponentSummary one) {
    return one.columns().stream().limit(NAMED).map(ComponentSummary.TopColumn::id).toList();
  }
}
