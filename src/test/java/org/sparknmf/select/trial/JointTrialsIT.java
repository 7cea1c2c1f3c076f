package org.sparknmf.select.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.joint.JointPasses;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.CellKeys;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.GridSettings;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.CsrMatrix;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.MatrixBlocks;
import org.sparknmf.linalg.Precision;
import org.sparknmf.select.RankSummary;
import org.sparknmf.select.RowSample;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.loop.LocalNmf;
import org.sparknmf.solver.method.Momentum;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.Solver;
import org.sparknmf.testing.Summaries;
import org.sparknmf.testing.TestSpark;

public class JointTrialsIT {
  private static final int ROWS = 47;
  private static final int COLUMNS = 31;
  private static final long SEED = 42;
  public static final TrialListener QUIET = TrialListener.until(Double.POSITIVE_INFINITY);

  private final JavaSparkContext context =
      JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext());
  @TempDir private Path directory;

  /** Three planted components and some noise; half of the cells are zero. */
  private static PlainMatrix planted() {
    SplittableRandom random = new SplittableRandom(5);
    double[] w = sparse(ROWS * 3, random);
    double[] h = sparse(COLUMNS * 3, random);
    return PlainMatrix.of(
        ROWS,
        COLUMNS,
        (i, j) -> {
          double sum = random.nextInt(4) == 0 ? random.nextDouble() : 0;
          for (int c = 0; c < 3; c++) {
            sum += w[i * 3 + c] * h[j * 3 + c];
          }
          return sum;
        });
  }

  private static double[] sparse(int length, SplittableRandom random) {
    return random.doubles(length).map(value -> value < 0.6 ? 0 : 3 * value).toArray();
  }

  private static NmfSettings settings(Solver solver) {
    return settings(Objective.frobenius(), solver);
  }

  private static NmfSettings settings(Objective objective, Solver solver) {
    return new NmfSettings(1, 20, 1e-4, SEED).with(objective, solver.method());
  }

  /** Every loss that has a way of its own. */
  static List<NmfSettings> fits() {
    return List.of(
        settings(Solver.HALS),
        settings(Solver.MU),
        settings(Objective.ofBeta(1), Solver.MU),
        settings(Objective.ofBeta(1.5), Solver.MU),
        settings(missing(2), Solver.HALS),
        settings(missing(2), Solver.MU),
        settings(missing(1), Solver.MU));
  }

  static List<NmfSettings> fitsWithMissingCells() {
    return fits().stream().filter(JointTrialsIT::isMissing).toList();
  }

  private static Objective missing(double beta) {
    return Objective.ofBeta(beta).withEmptyCells(EmptyCells.MISSING);
  }

  /** The cells that a fit knows: all of them, or those above zero and a few zeros. */
  private static MatrixBlock known(PlainMatrix x, NmfSettings fit) {
    return isMissing(fit)
        ? x.observed((i, j) -> x.at(i, j) > 0 || (i + j) % 5 == 0 ? 1 + (i + j) % 2 : 0)
        : x.sparse();
  }

  private static boolean isMissing(NmfSettings fit) {
    return fit.objective().emptyCells() == EmptyCells.MISSING;
  }

  private List<TrialResult> run(
      MatrixBlock x, int partitions, Solver solver, List<Integer> ranks, List<HeldOut> held) {
    return run(x, partitions, solver, new TrialBatch(false, false, ranks), held);
  }

  private List<TrialResult> run(
      MatrixBlock x, int partitions, Solver solver, TrialBatch batch, List<HeldOut> held) {
    return run(x, partitions, settings(solver), batch, held);
  }

  private List<TrialResult> run(
      MatrixBlock x, int partitions, NmfSettings fit, TrialBatch batch, List<HeldOut> held) {
    try (SparkScope scope = new SparkScope(context)) {
      List<Cell> cells = Cell.of(x);
      GridSettings grid =
          new GridSettings(
              4, partitions, Precision.DOUBLE, Orientation.ROWS, fit.objective().emptyCells(), 0);
      DistributedMatrix matrix =
          DistributedMatrix.assemble(
              context.parallelize(cells, 3),
              Cell.decoder(),
              new BlockGrid(x.rows(), x.columns(), cells.size(), grid),
              DuplicatePolicy.ERROR,
              scope);
      FactorStore store = new FactorStore(scope, directory.toUri().toString());
      List<TrialResult> results =
          new ArrayList<>(
              new JointTrials(
                      matrix,
                      new JointPasses(matrix, store, scope),
                      fit,
                      RowSample.of(x.rows(), SEED),
                      QUIET,
                      SelectionKeeper.NONE)
                  .run(batch, held, Optional.empty()));
      results.sort(Comparator.comparing(TrialResult::rank).thenComparing(TrialResult::restart));
      return results;
    }
  }

  private static List<HeldOut> held(int restarts) {
    return held(restarts, settings(Solver.HALS));
  }

  private static List<HeldOut> held(int restarts, NmfSettings fit) {
    List<HeldOut> held = new ArrayList<>();
    for (int r = 0; r < restarts; r++) {
      held.add(HeldOut.share(CellKeys.ofNumbers(), fit.objective().emptyCells(), SEED + r, 0.1));
    }
    return held;
  }

  private static void assertSameBits(List<TrialResult> one, List<TrialResult> other) {
    assertThat(other).hasSameSizeAs(one);
    for (int t = 0; t < one.size(); t++) {
      assertSameFactors(one.get(t), other.get(t));
      assertThat(other.get(t).heldOutError()).isEqualTo(one.get(t).heldOutError());
    }
  }

  private static void assertSameFactors(TrialResult one, TrialResult other) {
    assertThat(other.rank()).isEqualTo(one.rank());
    assertThat(other.ht().toArray()).isEqualTo(one.ht().toArray());
    assertThat(other.components()).isEqualTo(one.components());
    assertThat(other.relativeError()).isEqualTo(one.relativeError());
    assertThat(other.iterations()).isEqualTo(one.iterations());
  }

  @ParameterizedTest
  @MethodSource("fits")
  void partitionsChangeNoBit(NmfSettings fit) {
    MatrixBlock x = known(planted(), fit);
    TrialBatch batch = new TrialBatch(false, false, List.of(2, 3, 4));
    List<HeldOut> held = held(2, fit);
    assertSameBits(run(x, 1, fit, batch, held), run(x, 7, fit, batch, held));
  }

  @Test
  void whoRunsBesideATrialChangesNoBitOfIt() {
    MatrixBlock x = planted().sparse();
    List<TrialResult> together = run(x, 2, Solver.HALS, List.of(2, 3, 4), held(3));
    List<TrialResult> alone = run(x, 2, Solver.HALS, List.of(3), held(3));
    assertSameBits(together.stream().filter(trial -> trial.rank() == 3).toList(), alone);
  }

  @Test
  void partitionsChangeNoBitOfAChain() {
    MatrixBlock x = planted().sparse();
    TrialBatch chain = new TrialBatch(false, true, List.of(2, 3, 5));
    List<TrialResult> one = run(x, 1, Solver.HALS, chain, held(2));
    assertThat(one).hasSize(6);
    assertSameBits(one, run(x, 7, Solver.HALS, chain, held(2)));
    // The least rank has nothing to begin with.
    assertSameBits(
        one.stream().filter(trial -> trial.rank() == 2).toList(),
        run(x, 1, Solver.HALS, List.of(2), held(2)));
  }

  /** Rank 2 by the oracle; rank 3 by the oracle, from there and its own third column. */
  @Test
  void aChainIsFitsFromWhereOthersEnded() {
    MatrixBlock x = planted().sparse();
    TrialBatch chain = new TrialBatch(false, true, List.of(2, 3));
    List<TrialResult> trials =
        run(x, 2, Solver.HALS, chain, List.of(HeldOut.nothing(EmptyCells.ZERO)));
    LocalNmf.Factors two = oracle(trials.get(0)).fit(x, Summaries.of(x));
    MatrixSummary summary = Summaries.of(x);
    RandomStart start = new RandomStart(SEED, summary.mean(), 3);
    LocalNmf.Factors three =
        oracle(trials.get(1))
            .fit(
                x,
                summary,
                widened(two.w(), ROWS, start, RandomStart.FactorName.W),
                widened(two.ht(), COLUMNS, start, RandomStart.FactorName.H));
    double[] ht = trials.get(1).ht().toArray();
    for (int p = 0; p < ht.length; p++) {
      assertThat(ht[p]).isCloseTo(three.ht()[p], within(1e-7));
    }
  }

  private static LocalNmf oracle(TrialResult trial) {
    return new LocalNmf(
        withoutMomentum(settings(Solver.HALS))
            .withRank(trial.rank())
            .withStop(trial.iterations(), 0));
  }

  /** Trials have none: several share their passes over X, and none takes an iteration back. */
  private static NmfSettings withoutMomentum(NmfSettings settings) {
    return settings.with(settings.updates().with(Momentum.NO));
  }

  /** The first two of three columns as they are given, the third at its start. */
  private static double[] widened(
      double[] two, int rows, RandomStart start, RandomStart.FactorName which) {
    double[] three = new double[rows * 3];
    start.fill(which, 0, three);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(two, i * 2, three, i * 3, 2);
    }
    return three;
  }

  /** numerics.md E17: zeros become large, others vanish, and neither W nor H notices. */
  @ParameterizedTest
  @MethodSource("fits")
  void heldOutCellsHaveNoInfluence(NmfSettings fit) {
    PlainMatrix x = planted();
    boolean[] isHeld = isHeld();
    SplittableRandom random = new SplittableRandom(9);
    PlainMatrix other =
        PlainMatrix.of(
            ROWS,
            COLUMNS,
            (i, j) ->
                isHeld[i * COLUMNS + j]
                    ? random.nextInt(3) * 1e6 * random.nextDouble()
                    : x.at(i, j));
    List<HeldOut> held = held(1, fit);
    TrialResult one = run(known(x, fit), 2, fit, ofRankThree(), held).get(0);
    TrialResult changed = run(known(other, fit), 2, fit, ofRankThree(), held).get(0);
    assertSameFactors(one, changed);
    assertThat(changed.heldOutError()).isNotEqualTo(one.heldOutError());
  }

  /** Which cells the first restart does not see. */
  private static boolean[] isHeld() {
    HeldOut held = held(1).get(0);
    boolean[] isHeld = new boolean[ROWS * COLUMNS];
    int[] row = new int[COLUMNS];
    for (int i = 0; i < ROWS; i++) {
      int count = held.of(held.rowKey(i), held.columnKeys(COLUMNS), new int[COLUMNS], row);
      for (int p = 0; p < count; p++) {
        isHeld[i * COLUMNS + row[p]] = true;
      }
    }
    return isHeld;
  }

  private static TrialBatch ofRankThree() {
    return new TrialBatch(false, false, List.of(3));
  }

  /** With nothing held out, a trial is the fit of the oracle from the same start. */
  @ParameterizedTest
  @MethodSource("fits")
  void withoutHeldOutCellsATrialIsAnOrdinaryFit(NmfSettings fit) {
    MatrixBlock x = known(planted(), fit);
    List<HeldOut> nothing = List.of(HeldOut.nothing(fit.objective().emptyCells()));
    TrialResult trial = run(x, 2, fit, ofRankThree(), nothing).get(0);
    assertIsOrdinaryFit(trial, x, fit);
    assertThat(trial.heldOutError()).isNaN();
  }

  /** Where cells may be missing, to hold some out is to have them missing. */
  @ParameterizedTest
  @MethodSource("fitsWithMissingCells")
  void withHeldOutCellsATrialIsAFitOfWhatIsLeft(NmfSettings fit) {
    boolean[] isHeld = isHeld();
    MatrixBlock known = known(planted(), fit);
    CsrMatrix cells = known.toCsr();
    BitSet left = new BitSet();
    for (int i = 0; i < ROWS; i++) {
      for (int p = cells.rowStart(i); p < cells.rowStart(i + 1); p++) {
        left.set(p, !isHeld[i * COLUMNS + cells.columnIds()[p]]);
      }
    }
    TrialResult trial = run(known, 2, fit, ofRankThree(), held(1, fit)).get(0);
    assertIsOrdinaryFit(trial, MatrixBlocks.observed(cells.only(left::get)), fit);
  }

  private static void assertIsOrdinaryFit(TrialResult trial, MatrixBlock x, NmfSettings fit) {
    NmfSettings same = withoutMomentum(fit).withRank(3).withStop(trial.iterations(), 0);
    MatrixSummary summary = isMissing(fit) ? Summaries.observed(x) : Summaries.of(x);
    LocalNmf.Factors oracle = new LocalNmf(same).fit(x, summary);
    assertThat(trial.relativeError()).isCloseTo(oracle.result().relativeError(), within(1e-9));
    double[] ht = trial.ht().toArray();
    for (int p = 0; p < ht.length; p++) {
      assertThat(ht[p]).isCloseTo(oracle.ht()[p], within(1e-7));
    }
  }

  /** numerics.md S3. */
  @Test
  void trialsOfOneSeedAreInConsensus() {
    MatrixBlock x = planted().sparse();
    HeldOut held = HeldOut.share(CellKeys.ofNumbers(), EmptyCells.ZERO, SEED, 0.1);
    TrialResult one = run(x, 1, Solver.HALS, List.of(3), List.of(held)).get(0);
    TrialResult again = run(x, 3, Solver.HALS, List.of(3), List.of(held)).get(0);
    RankSummary summary = RankSummary.of(List.of(one, again), Double.NaN);
    assertThat(summary.cophenetic()).isCloseTo(1, within(1e-12));
    assertThat(summary.dispersion()).isEqualTo(1);
    assertThat(summary.silhouette()).isCloseTo(1, within(1e-7));
    assertThat(summary.heldOutDeviation()).isZero();
  }
}
