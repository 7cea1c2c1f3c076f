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
 * Start values from singular vectors, found by the engine's own alternation with {@link
 * SubspaceIteration} for a rule: the same products, sums and traffic as any other iteration.
 */
public final class SingularStart {
  private final Engines engines;
  private final BlockGrid grid;
  private final boolean turned;

  /** Start values for the X of some engines. */
  public SingularStart(Engines engines) {
    this.engines = engines;
    this.grid = engines.x().grid();
    this.turned = grid.orientation() == Orientation.COLUMNS;
  }

  /**
   * Finds them.
   *
   * @param fill what stands where singular vectors leave zeros
   * @param seed for what is random in that
   */
  public StartPair find(ZeroFill fill, long seed) {
    int columns = SubspaceIteration.columns(grid.rank(), grid.rows(), grid.columns());
    FitEngine engine = engines.open(task(columns));
    Alternation factors = engine.alternation();
    factors.start();
    for (int i = 0; i < SubspaceIteration.ITERATIONS; i++) {
      factors.iterate();
    }
    SingularTriplets triplets =
        new SingularTriplets(
            turned ? engine.columnStatistics() : engine.rowStatistics(),
            turned ? engine.rowStatistics() : engine.columnStatistics(),
            columns,
            grid.rank());
    double mean = engines.x().summary().mean();
    Nndsvd start =
        new Nndsvd(
            triplets,
            partNorms(engine, triplets, RandomStart.FactorName.W),
            partNorms(engine, triplets, RandomStart.FactorName.H),
            mean,
            fill,
            seed);
    return new StartPair(
        mapped(engine, start, RandomStart.FactorName.W),
        mapped(engine, start, RandomStart.FactorName.H),
        engine::release);
  }

  /** W first, from normal numbers for H', whichever of them X's rows belong to here. */
  private EngineTask task(int columns) {
    FactorStart nothing = (row, target) -> Arrays.fill(target, 0);
    FactorStart normals = (row, target) -> SubspaceIteration.fillStart(columns, row, target);
    BlockGrid wide = grid.withFactors(columns, Precision.DOUBLE);
    Rules rules = SubspaceIteration.rules(engines.x().summary().squaredNorm());
    return turned
        ? new EngineTask(wide, normals, nothing, rules, UpdateOrder.COLUMNS_FIRST)
        : new EngineTask(wide, nothing, normals, rules, UpdateOrder.ROWS_FIRST);
  }

  private boolean areRows(RandomStart.FactorName side) {
    return (side == RandomStart.FactorName.W) != turned;
  }

  private double[] partNorms(
      FitEngine engine, SingularTriplets triplets, RandomStart.FactorName side) {
    PartSum norms = (rows, sums) -> triplets.addPartNorms(side, rows, 0, rows.rows(), sums);
    int length = 2 * grid.rank();
    return areRows(side) ? engine.sumOverRows(norms, length) : engine.sumOverColumns(norms, length);
  }

  private FactorSource mapped(FitEngine engine, Nndsvd start, RandomStart.FactorName side) {
    Precision precision = grid.precision();
    int rank = grid.rank();
    FactorMap map =
        (rows, firstRow) -> {
          Factor mapped = Factor.zeros(precision, rows.rows(), rank);
          start.startRows(side, rows, 0, rows.rows(), firstRow, mapped);
          return mapped;
        };
    return areRows(side) ? engine.mappedRows(map) : engine.mappedColumns(map);
  }
}
