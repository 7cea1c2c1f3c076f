package org.sparknmf.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.CellKeys;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.GridSettings;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;
import org.sparknmf.select.trial.JointTrialsIT;
import org.sparknmf.select.trial.SelectionKeeper;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.Solver;
import org.sparknmf.testing.TestSpark;

/** The rank advised is the one that was planted (numerics.md S1). */
class PlantedRankIT {
  private static final int ROWS = 150;
  private static final int COLUMNS = 100;
  private static final int BEYOND = 4;

  private final JavaSparkContext context =
      JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext());
  @TempDir private Path directory;

  /** What hides the planted components, and how they are looked for. */
  enum Kind {
    POISSON(2, EmptyCells.ZERO, Solver.HALS) {
      @Override
      double of(double mean, Random random) {
        double limit = Math.exp(-3 * mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; count++) {
          product *= random.nextDouble();
        }
        return count;
      }
    },
    /** Counts as well, by the loss that is made for them. */
    DIVERGENCE(1, EmptyCells.ZERO, Solver.MU) {
      @Override
      double of(double mean, Random random) {
        return POISSON.of(mean, random);
      }
    },
    GAUSSIAN(2, EmptyCells.ZERO, Solver.HALS) {
      @Override
      double of(double mean, Random random) {
        return Math.max(0, mean + 0.3 * random.nextGaussian());
      }
    },
    /** Half of the cells are unknown. */
    MISSING(2, EmptyCells.MISSING, Solver.HALS) {
      @Override
      double of(double mean, Random random) {
        return GAUSSIAN.of(mean, random);
      }
    };

    private final double beta;
    private final EmptyCells emptyCells;
    private final Solver solver;

    Kind(double beta, EmptyCells emptyCells, Solver solver) {
      this.beta = beta;
      this.emptyCells = emptyCells;
      this.solver = solver;
    }

    abstract double of(double mean, Random random);

    NmfSettings settings(int rank) {
      Objective objective = Objective.ofBeta(beta).withEmptyCells(emptyCells);
      return new NmfSettings(rank, 100, 1e-4, 42).with(objective, solver.method());
    }

    MatrixBlock known(PlainMatrix x, Random random) {
      return emptyCells == EmptyCells.MISSING
          ? x.observed((i, j) -> random.nextInt(2))
          : x.sparse();
    }
  }

  @ParameterizedTest
  @CsvSource({"POISSON, 3", "GAUSSIAN, 5", "MISSING, 3"})
  void isFound(Kind kind, int rank) {
    assertThat(recommended(kind, rank, 1)).isEqualTo(rank);
  }

  /**
   * Some minutes each. At least 18 of 20; where half of the cells are unknown, which is beyond what
   * S1 asks for, as many as were found when this was written: all misses are by one.
   */
  @Tag("onRequest")
  @ParameterizedTest
  @CsvSource({"POISSON, 18", "DIVERGENCE, 18", "GAUSSIAN, 18", "MISSING, 14"})
  void isFoundAlmostAlways(Kind kind, int least) {
    long right =
        IntStream.of(3, 5, 8, 12)
            .mapToLong(
                rank ->
                    IntStream.rangeClosed(1, 5)
                        .filter(seed -> recommended(kind, rank, seed) == rank)
                        .count())
            .sum();
    assertThat(right).isGreaterThanOrEqualTo(least);
  }

  private int recommended(Kind kind, int rank, int seed) {
    Random random = new Random(seed * 101L + rank);
    List<Cell> cells = Cell.of(kind.known(planted(kind, rank, random), random));
    NmfSettings nmf = kind.settings(rank);
    GridSettings grid =
        new GridSettings(rank + BEYOND, 2, Precision.DOUBLE, Orientation.ROWS, kind.emptyCells, 0);
    List<Integer> ranks = IntStream.rangeClosed(2, rank + BEYOND).boxed().toList();
    try (SparkScope scope = new SparkScope(context)) {
      DistributedMatrix x =
          DistributedMatrix.assemble(
              context.parallelize(cells, 2),
              Cell.decoder(),
              new BlockGrid(ROWS, COLUMNS, cells.size(), grid),
              DuplicatePolicy.ERROR,
              scope);
      SelectionSettings settings =
          new SelectionSettings(ranks, 5, OptionalDouble.empty(), false, false, nmf);
      FactorStore store = new FactorStore(scope, directory.toUri().toString());
      return new RankSelection(
              x,
              CellKeys.ofNumbers(),
              settings,
              store,
              scope,
              JointTrialsIT.QUIET,
              SelectionKeeper.NONE)
          .run()
          .choice()
          .rank();
    }
  }

  /** Each entry of a factor is 0 or, for two of five, exponential of mean 1. */
  private static PlainMatrix planted(Kind kind, int rank, Random random) {
    double[] w = exponential(ROWS * rank, random);
    double[] h = exponential(COLUMNS * rank, random);
    return PlainMatrix.of(
        ROWS, COLUMNS, (i, j) -> kind.of(PlainMatrix.dot(w, i, h, j, rank), random));
  }

  private static double[] exponential(int length, Random random) {
    return IntStream.range(0, length)
        .mapToDouble(p -> random.nextDouble() < 0.4 ? -Math.log(random.nextDouble()) : 0)
        .toArray();
  }
}
