package org.sparknmf.engine;

import java.util.Arrays;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.FactorStart;
import org.sparknmf.engine.factor.PartSum;
import org.sparknmf.engine.factor.StartPair;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.loop.Alternation;
import org.sparknmf.solver.loop.UpdateOrder;
import org.sparknmf.solver.start.Nndsvd;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.solver.start.SingularTriplets;
import org.sparknmf.solver.start.SubspaceIteration;
import org.sparknmf.solver.start.ZeroFill;
import org.sparknmf.solver.update.Rules;

/**
 * Both factors W and H' (l columns) of the engine's own alternation with {@link SubspaceIteration}
 * for a rule: the same products, sums and traffic as any other iteration. H' = X' orth(W), so that
 * orth(W) H is X projected on the space of W's columns.
 */
final class SubspaceFactors {
  private final Engines engines;
  private final BlockGrid grid;
  private final boolean turned;
  private final int columns;
  private final FitEngine engine;

  private SubspaceFactors(Engines engines) {
    this.engines = engines;
    this.grid = engines.x().grid();
    this.turned = grid.orientation() == Orientation.COLUMNS;
    this.columns = SubspaceIteration.columns(grid.rank(), grid.rows(), grid.columns());
    this.engine = engines.open(task());
  }

  /** Finds them for the X of some engines. */
  static SubspaceFactors find(Engines engines) {
    SubspaceFactors found = new SubspaceFactors(engines);
    Alternation factors = found.engine.alternation();
    factors.start();
    for (int i = 0; i < SubspaceIteration.ITERATIONS; i++) {
      factors.iterate();
    }
    return found;
  }

  /** W first, from normal numbers for H', whichever of them X's rows belong to here. */
  private EngineTask task() {
    int width = columns;
    FactorStart nothing = (row, target) -> Arrays.fill(target, 0);
    FactorStart normals = (row, target) -> SubspaceIteration.fillStart(width, row, target);
    BlockGrid wide = grid.withFactors(width, Precision.DOUBLE);
    Rules rules = SubspaceIteration.rules(engines.x().summary().squaredNorm());
    return turned
        ? new EngineTask(wide, normals, nothing, rules, UpdateOrder.COLUMNS_FIRST)
        : new EngineTask(wide, nothing, normals, rules, UpdateOrder.ROWS_FIRST);
  }

  /** l. */
  int columns() {
    return columns;
  }

  /** Statistics of W, not to be modified. */
  double[] wStatistics() {
    return turned ? engine.columnStatistics() : engine.rowStatistics();
  }

  /** Statistics of H', not to be modified. */
  double[] htStatistics() {
    return turned ? engine.rowStatistics() : engine.columnStatistics();
  }

  /**
   * Start values that singular vectors give.
   *
   * @param precision of them
   * @param fill what stands where singular vectors leave zeros
   * @param seed for what is random in that
   */
  StartPair start(Precision precision, ZeroFill fill, long seed) {
    SingularTriplets triplets =
        new SingularTriplets(wStatistics(), htStatistics(), columns, grid.rank());
    double mean = engines.x().summary().mean();
    Nndsvd start =
        new Nndsvd(
            triplets,
            partNorms(triplets, RandomStart.FactorName.W),
            partNorms(triplets, RandomStart.FactorName.H),
            mean,
            fill,
            seed);
    return new StartPair(
        started(start, precision, RandomStart.FactorName.W),
        started(start, precision, RandomStart.FactorName.H),
        this::release);
  }

  private double[] partNorms(SingularTriplets triplets, RandomStart.FactorName side) {
    PartSum norms = (rows, sums) -> triplets.addPartNorms(side, rows, 0, rows.rows(), sums);
    int length = 2 * grid.rank();
    return areRows(side) ? engine.sumOverRows(norms, length) : engine.sumOverColumns(norms, length);
  }

  private FactorSource started(Nndsvd start, Precision precision, RandomStart.FactorName side) {
    int rank = grid.rank();
    return mapped(
        side,
        (rows, firstRow) -> {
          Factor mapped = Factor.zeros(precision, rows.rows(), rank);
          start.startRows(side, rows, 0, rows.rows(), firstRow, mapped);
          return mapped;
        });
  }

  /** What one of them becomes. */
  FactorSource mapped(RandomStart.FactorName side, FactorMap map) {
    return areRows(side) ? engine.mappedRows(map) : engine.mappedColumns(map);
  }

  private boolean areRows(RandomStart.FactorName side) {
    return (side == RandomStart.FactorName.W) != turned;
  }

  /** Forgets them. */
  void release() {
    engine.release();
  }
}
