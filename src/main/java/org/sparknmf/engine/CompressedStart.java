package org.sparknmf.engine;

import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.StartPair;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.PivotedCholesky;
import org.sparknmf.linalg.Precision;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.Stripes;
import org.sparknmf.solver.loop.AlternatingLoop;
import org.sparknmf.solver.loop.CompressedAlternation;
import org.sparknmf.solver.loop.IterationListener;
import org.sparknmf.solver.loss.FrobeniusLoss;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.Momentum;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Stopping;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.solver.start.ZeroFill;
import org.sparknmf.solver.update.Extrapolation;
import org.sparknmf.solver.update.Rules;

/**
 * Start values that coordinate descent with momentum finds on a compressed X: on X^ = orth(W) H of
 * rank l, which the search for singular vectors leaves, from the start values that these vectors
 * give. It makes no pass over X.
 */
public final class CompressedStart {
  private static final Precision PRECISION = Precision.DOUBLE;

  private final Engines engines;
  private final NmfSettings settings;
  private final BlockGrid grid;
  private final IterationListener listener;

  /**
   * Start values for the X of some engines.
   *
   * @param settings of the fit, by the engines' names
   * @param listener is told of the iterations on the compressed X
   */
  public CompressedStart(Engines engines, NmfSettings settings, IterationListener listener) {
    this.engines = engines;
    this.grid = engines.x().grid();
    this.listener = listener;
    Method descent = Methods.soonest(settings.objective(), MiniBatch.OFF);
    this.settings =
        settings
            .with(new Updates(descent, Updates.AUTO, MiniBatch.OFF, Momentum.YES))
            .with(Stopping.after(CompressedAlternation.MOST_ITERATIONS, 0))
            .with(PRECISION);
  }

  /** Finds them. */
  public StartPair find() {
    SubspaceFactors factors = SubspaceFactors.find(engines);
    Rules rules = rules(FactorStatistics.squares(factors.htStatistics(), factors.columns()));
    FactorSource w = factors.mapped(RandomStart.FactorName.W, orthonormal(factors));
    FactorSource h = factors.mapped(RandomStart.FactorName.H, (rows, firstRow) -> rows);
    StartPair start = factors.start(PRECISION, ZeroFill.NONE, settings.seed());
    boolean turned = grid.orientation() == Orientation.COLUMNS;
    BasisSide<?> rows = rows(turned ? h : w, turned ? start.h() : start.w(), rules);
    BasisSide<?> columns = columns(turned ? w : h, turned ? start.w() : start.h(), rules);
    JobLabel.during(
        engines.scope().context(),
        "start values on the compressed X",
        () ->
            new AlternatingLoop(settings, releasing(factors))
                .run(new CompressedAlternation(rows, columns, rules), rules.loss()));
    FactorSource ofRows = rows.result(grid.precision());
    FactorSource ofColumns = columns.result(grid.precision());
    Runnable release =
        () -> {
          rows.release();
          columns.release();
        };
    return turned
        ? new StartPair(ofColumns, ofRows, release)
        : new StartPair(ofRows, ofColumns, release);
  }

  /** Once the sums of the start values are there, both sides have what they need. */
  private IterationListener releasing(SubspaceFactors factors) {
    return iteration -> {
      if (iteration.number() == 0) {
        factors.release();
      }
      listener.onIteration(iteration);
    };
  }

  /** The rules on X, with a loss on X^. */
  private Rules rules(double squaredNorm) {
    Rules rules = UpdateRules.of(settings, engines.x().summary());
    return rules.with(new FrobeniusLoss(squaredNorm, PRECISION));
  }

  private BasisSide<?> rows(FactorSource basis, FactorSource start, Rules rules) {
    SideUpdate update = new SideUpdate(rules.rows(), Extrapolation.NONE);
    return BasisSide.of(basis, start, update, grid.segments(), engines.scope());
  }

  private BasisSide<?> columns(FactorSource basis, FactorSource start, Rules rules) {
    SideUpdate update = new SideUpdate(rules.columns(), rules.extrapolation());
    int stripes = new Stripes(grid.columns(), grid.rank()).count();
    return BasisSide.of(basis, start, update, stripes, engines.scope());
  }

  private static FactorMap orthonormal(SubspaceFactors factors) {
    int columns = factors.columns();
    double[] map = PivotedCholesky.of(factors.wStatistics(), columns).orthonormalizer();
    return (rows, firstRow) -> {
      double[] made = new double[rows.rows() * columns];
      TallFactor.timesSquare(rows.toArray(), 0, rows.rows(), columns, map, made);
      Factor basis = Factor.zeros(PRECISION, rows.rows(), columns);
      basis.write(0, rows.rows(), made);
      return basis;
    };
  }
}
