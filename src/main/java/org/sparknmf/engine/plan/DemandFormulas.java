package org.sparknmf.engine.plan;

import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.Stripes;
import org.sparknmf.solver.update.Extrapolation;

/**
 * Memory and traffic of each plan from shapes alone. With b bytes a number, H = n k b, W = m k b, P
 * partitions and T = the columns that each of them touches, for a loss whose terms are as large as
 * H (where they are larger, so are the sums that are shuffled or collected):
 *
 * <pre>
 *   plan       broadcast to each executor   shuffled          collected
 *   driver     -                            -                 -
 *   broadcast  H                            -                 P H
 *   scatter    H                            P T k b           H
 *   shuffle    -                            2 P T k b         -
 * </pre>
 *
 * <p>Statistics (k x k and little more) come on top wherever sums travel. A partition that is no
 * complete subtree of the sums sends several instead of one.
 */
final class DemandFormulas {
  /** Index and value by rows and by columns, at worst. */
  private static final double BYTES_PER_CELL = 24;

  /** Bytes of a cell's weight by rows and by columns, at worst. */
  private static final double BYTES_PER_WEIGHT = 16;

  /** What a cell takes where X is kept: index and value by rows and by columns, made small. */
  private static final double KEPT_PER_CELL = 14;

  private final MatrixSummary x;
  private final BlockGrid grid;
  private final Resources resources;
  private final double h;
  private final double terms;
  private final double w;
  private final double gram;
  private final double remembered;
  private final double extrapolated;
  private final double rowsBefore;
  private final double stripesBefore;

  /**
   * Formulas for X on its grid.
   *
   * @param width of the terms of a row
   * @param extrapolation how a factor is extrapolated, if it is
   */
  DemandFormulas(
      MatrixSummary x,
      BlockGrid grid,
      Resources resources,
      int width,
      Extrapolation extrapolation) {
    this.x = x;
    this.grid = grid;
    this.resources = resources;
    double row = (double) grid.rank() * grid.precision().bytes();
    this.h = row * x.columns();
    this.terms = (double) width * grid.precision().bytes() * x.columns();
    this.w = row * x.rows();
    // The two sums that mini-batches keep, and the terms of a whole pass.
    this.remembered = grid.batches() > 0 ? 2 * h + terms : 0;
    // H extrapolated, beside H before and after; between two iterations, the H before.
    this.extrapolated = extrapolation == Extrapolation.NONE ? 0 : h;
    // Where W is extrapolated too, the W before goes with each W.
    this.rowsBefore = extrapolation.isOfBoth() ? 2 * w : 0;
    this.stripesBefore = extrapolation.isOfBoth() ? 2 * h : 0;
    this.gram = 8.0 * FactorStatistics.length(grid.rank());
  }

  Demand of(PlanKind kind) {
    return switch (kind) {
      case DRIVER -> driver();
      case BROADCAST -> broadcast();
      case SCATTER -> scatter();
      case SHUFFLE -> shuffle();
    };
  }

  /** X, W before and after, H, and for each core the sums that wait for their siblings. */
  private Demand driver() {
    double sums = resources.driverCores() * (2.0 + levelsPer(resources.driverCores()));
    return new Demand(
        cells() + 2 * w + rowsBefore + 3 * h + remembered + extrapolated + sums * terms,
        0,
        0,
        0,
        0,
        kept());
  }

  /** The driver holds H before and after, what is serialised of it, and each partition's sums. */
  private Demand broadcast() {
    double nodes = nodesCollected();
    double perTask = (2.0 + levelsPer(grid.partitions())) * terms;
    double executor = h + resources.coresPerExecutor() * (perTask + segment());
    return new Demand(
        3 * h + remembered + extrapolated + nodes * terms,
        executor,
        h + gram,
        0,
        nodes * (terms + gram),
        kept() + 2 * w + rowsBefore);
  }

  private Demand scatter() {
    double nodes = nodesCollected();
    double touched = touchedColumns(nodes);
    double row = terms / x.columns();
    // Where not every row is sent, each has its number with it.
    double number = touched < x.columns() ? Integer.BYTES : 0;
    double shuffled = nodes * (touched * (row + number) + gram);
    return new Demand(
        2 * h + remembered + extrapolated + terms,
        h + resources.coresPerExecutor() * segment(),
        h + gram,
        shuffled,
        terms + gram,
        kept() + 2 * w + rowsBefore);
  }

  private Demand shuffle() {
    double columns = touchedColumns(grid.partitions());
    double sent = columns * h / x.columns();
    double summed = columns * terms / x.columns();
    double nodes = Math.max(1, nodesCollected() / grid.partitions());
    double partial = grid.partitions() * summed;
    double stripes = new Stripes(grid.columns(), grid.rank()).count();
    // A task has the rows of H' and what comes of them, or the sums of a stripe at the least.
    double perTask = Math.max(sent + summed, partial * nodes / stripes);
    double executor = resources.coresPerExecutor() * (perTask + segment());
    return new Demand(
        0,
        executor,
        0,
        grid.partitions() * sent + partial * nodes,
        nodesCollected() * gram + stripes * gram,
        kept()
            + 2 * w
            + rowsBefore
            + 3 * h
            + extrapolated
            + stripesBefore
            + Integer.BYTES * grid.partitions() * columns);
  }

  /** Rows of W before and after, of the one segment that a task works on at a time. */
  private double segment() {
    return 2 * w / grid.segments();
  }

  /** Bytes of X at worst, where it is used. */
  private double cells() {
    return cells(BYTES_PER_CELL, BYTES_PER_WEIGHT);
  }

  /** Bytes of X where it is kept. */
  private double kept() {
    return cells(KEPT_PER_CELL, BYTES_PER_WEIGHT / 2);
  }

  /** Sparse both ways; or dense, which cannot tell what is unknown. */
  private double cells(double perCell, double perWeight) {
    double cells = (double) x.rows() * x.columns();
    if (grid.emptyCells() == EmptyCells.ZERO) {
      return Math.min(perCell * x.nonZeros(), 8 * cells);
    }
    boolean isWeighted = x.largestWeight() != 1 || x.observed() != x.nonZeros();
    return (perCell + (isWeighted ? perWeight : 0)) * x.nonZeros();
  }

  /**
   * Columns that one of so many parts of X touches, as if cells fell anywhere: where some columns
   * are more popular than others, fewer are touched.
   */
  private double touchedColumns(double parts) {
    double cellsPerColumn = (double) x.nonZeros() / parts / x.columns();
    return -Math.expm1(-cellsPerColumn) * x.columns();
  }

  /** Sums that cannot be completed where they are: one for each power of two in a cut. */
  private double nodesCollected() {
    double nodes = 0;
    for (int p = 0; p < grid.partitions(); p++) {
      nodes += grid.subtreesOf(p);
    }
    return nodes;
  }

  /** Height of the tree of sums that one of so many workers completes. */
  private int levelsPer(int workers) {
    int each = Math.max(1, grid.segments() / Math.max(1, workers));
    return 32 - Integer.numberOfLeadingZeros(each);
  }
}
