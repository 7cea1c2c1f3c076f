package org.sparknmf.engine.plan;

import java.util.Locale;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.loss.Loss;

/** The arithmetic of an iteration, from shapes alone. */
public final class Work {
  /** What one core does with the products, measured; the rounding is on the safe side. */
  private static final double FLOPS_PER_CORE = 5e9;

  private final Loss loss;
  private final double cells;
  private final double flops;

  Work(MatrixSummary x, int rank, Loss loss) {
    this.loss = loss;
    this.cells = loss.everyCell() ? (double) x.rows() * x.columns() : x.nonZeros();
    this.flops = cells * flopsPerCell(loss, rank);
  }

  /**
   * The terms of both factors, and where fitted values are needed one for each of them and one for
   * the loss, if the terms do not tell it.
   */
  private static double flopsPerCell(Loss loss, int rank) {
    double terms = 4.0 * loss.width(rank);
    double fitted = loss.isToldByTerms() ? 4.0 : 6.0;
    return loss.needsBothFactors() ? terms + fitted * rank : terms;
  }

  /** Whether zeros cost as much as other cells. */
  boolean isOnEveryCell() {
    return loss.everyCell();
  }

  /** Seconds of an iteration on so many cores, at most. */
  double seconds(int cores) {
    return flops / (FLOPS_PER_CORE * cores);
  }

  /** What visiting every cell costs. */
  String words(int cores) {
    return String.format(
        Locale.ROOT,
        "this loss visits all %.2g cells, zeros too: about %.2g s an iteration on %d cores",
        cells,
        seconds(cores),
        cores);
  }
}
