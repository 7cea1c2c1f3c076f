package org.sparknmf.solver.loss;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sparknmf.linalg.CsrBuilder;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;
import org.sparknmf.linalg.SparseBlock;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.Solver;

/**
 * What a pass over the stored cells costs under each loss, on a block of the size that the engine
 * makes: for {@code frobenius} a plain gather, else scalar products, coefficients and one gather or
 * two. The pass for the loss is scalar products and the loss of each cell. The counter {@code
 * cells} reads in cells a nanosecond; {@code -t 2} runs two threads, each on arrays of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx2g"})
public class CellBenchmark {
  private static final int ROWS = 6000;
  private static final int COLUMNS = 20_000;
  private static final int CELLS_PER_ROW = 100;

  /** Counted by each benchmark. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Work {
    /** Cells that were visited. */
    public long cells;
  }

  /** Which loss, and which rule asks for its terms. */
  public enum Terms {
    /** X H' and X'W. */
    FROBENIUS(2.0, EmptyCells.ZERO, Solver.MU),
    /** One coefficient x / y. */
    KULLBACK_LEIBLER(1.0, EmptyCells.ZERO, Solver.MU),
    /** Two coefficients x and y. */
    MISSING(2.0, EmptyCells.MISSING, Solver.MU),
    /** One coefficient x - y. */
    MISSING_HALS(2.0, EmptyCells.MISSING, Solver.HALS);

    private final Objective objective;
    private final Solver solver;

    Terms(double beta, EmptyCells emptyCells, Solver solver) {
      this.objective = Objective.ofBeta(beta).withEmptyCells(emptyCells);
      this.solver = solver;
    }

    private Loss of(SparseBlock x, int rank) {
      MatrixSummary summary = new MatrixSummary(ROWS, COLUMNS, x.nonZeros(), x.nonZeros(), 1, 4);
      NmfSettings settings = new NmfSettings(rank, 1, 0, 1).with(objective, solver.method());
      return settings.loss(summary);
    }
  }

  /** The loss. */
  @Param public Terms terms;

  /** Number of components. */
  @Param({"20", "50"})
  public int rank;

  private SparseBlock x;
  private Loss loss;
  private Factor w;
  private Factor ht;
  private Factor rowTerms;
  private Factor columnTerms;

  /** Makes a block and its factors. */
  @Setup
  public void setUp() {
    SplittableRandom random = new SplittableRandom(1);
    CsrBuilder builder = new CsrBuilder(ROWS, COLUMNS);
    for (int i = 0; i < ROWS; i++) {
      for (int p = 0; p < CELLS_PER_ROW; p++) {
        double uniform = random.nextDouble();
        builder.add(i, (int) (COLUMNS * uniform * uniform * uniform), 1 + random.nextInt(4));
      }
    }
    x = new SparseBlock(builder.build(DuplicatePolicy.MAX));
    loss = terms.of(x, rank);
    w = factor(ROWS, random);
    ht = factor(COLUMNS, random);
    rowTerms = Factor.zeros(Precision.DOUBLE, ROWS, loss.width(rank));
    columnTerms = Factor.zeros(Precision.DOUBLE, COLUMNS, loss.width(rank));
  }

  private Factor factor(int rows, SplittableRandom random) {
    Factor factor = Factor.zeros(Precision.DOUBLE, rows, rank);
    factor.write(0, rows, random.doubles((long) rows * rank).toArray());
    return factor;
  }

  /** What the update of W needs. */
  @Benchmark
  public Factor rowTerms(Work work) {
    loss.addRowTerms(x, w, 0, ht, rowTerms, 0);
    work.cells += x.nonZeros();
    return rowTerms;
  }

  /** What the update of H needs. */
  @Benchmark
  public Factor columnTerms(Work work) {
    loss.addColumnTerms(x, w, 0, ht, 0, COLUMNS, columnTerms);
    work.cells += x.nonZeros();
    return columnTerms;
  }

  /** The loss, cell by cell: for {@code frobenius} of every cell, stored or not. */
  @Benchmark
  public double cellLoss(Work work) {
    work.cells += terms == Terms.FROBENIUS ? (long) ROWS * COLUMNS : x.nonZeros();
    return loss.ofBlock(x, w, 0, ht);
  }
}
