package org.sparknmf.linalg;

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
import org.sparknmf.linalg.kernel.KernelChoice;

/**
 * Each kernel alone, vector beside scalar, on blocks of the size that the engine makes. The counter
 * {@code flops} reads in GFlop/s; {@code -t 2} runs two threads, each on arrays of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx2g"})
public class KernelBenchmark {
  private static final int ROWS = 6000;
  private static final int COLUMNS = 20_000;
  private static final int CELLS_PER_ROW = 100;
  private static final int DENSE_ROWS = 250;
  private static final int DENSE_COLUMNS = 2000;
  private static final int PIECE = 64;

  /** Counted by each benchmark: two for a multiplication and an addition. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Work {
    /** Floating-point operations. */
    public long flops;
  }

  /** Which kernels. */
  @Param({"scalar", "auto"})
  public String kernels;

  /** Number of components. */
  @Param({"20", "50"})
  public int rank;

  private SparseBlock sparse;
  private DenseBlock dense;
  private double[] w;
  private double[] ht;
  private double[] square;
  private double[] product;
  private double[] sums;
  private Factor wFactor;
  private Factor htFactor;
  private Factor productFactor;
  private Factor sumsFactor;

  /** Makes a sparse and a dense block and their factors. */
  @Setup
  public void setUp() {
    System.setProperty(KernelChoice.PROPERTY, kernels);
    SplittableRandom random = new SplittableRandom(1);
    CsrBuilder builder = new CsrBuilder(ROWS, COLUMNS);
    for (int i = 0; i < ROWS; i++) {
      for (int p = 0; p < CELLS_PER_ROW; p++) {
        double uniform = random.nextDouble();
        builder.add(i, (int) (COLUMNS * uniform * uniform * uniform), 1 + random.nextInt(4));
      }
    }
    sparse = new SparseBlock(builder.build(DuplicatePolicy.MAX));
    CsrBuilder cells = new CsrBuilder(DENSE_ROWS, DENSE_COLUMNS);
    for (int i = 0; i < DENSE_ROWS; i++) {
      for (int j = 0; j < DENSE_COLUMNS; j++) {
        cells.add(i, j, random.nextDouble());
      }
    }
    dense = new DenseBlock(cells.build(DuplicatePolicy.MAX));
    w = random.doubles((long) ROWS * rank).toArray();
    ht = random.doubles((long) COLUMNS * rank).toArray();
    square = random.doubles((long) rank * rank).toArray();
    product = new double[ROWS * rank];
    sums = new double[COLUMNS * rank];
    wFactor = DoubleFactor.of(w, rank);
    htFactor = DoubleFactor.of(ht, rank);
    productFactor = DoubleFactor.of(product, rank);
    sumsFactor = DoubleFactor.of(sums, rank);
  }

  /** X H', 600,000 cells. */
  @Benchmark
  public double[] sparseTimes(Work work) {
    sparse.addTimes(htFactor, productFactor, 0);
    work.flops += 2 * sparse.nonZeros() * rank;
    return product;
  }

  /** X'W, 600,000 cells. */
  @Benchmark
  public double[] sparseTransposedTimes(Work work) {
    sparse.addTransposedTimes(wFactor, 0, sumsFactor);
    work.flops += 2 * sparse.nonZeros() * rank;
    return sums;
  }

  /** A dense block of 250 x 2,000 times a factor. */
  @Benchmark
  public double[] denseTimes(Work work) {
    dense.addTimes(htFactor, productFactor, 0);
    work.flops += 2 * dense.nonZeros() * rank;
    return product;
  }

  /** The transpose of that block times a factor. */
  @Benchmark
  public double[] denseTransposedTimes(Work work) {
    dense.addTransposedTimes(wFactor, 0, sumsFactor);
    work.flops += 2 * dense.nonZeros() * rank;
    return sums;
  }

  /** W'W of 6,000 rows; counted as if all entries were computed, though half are mirrored. */
  @Benchmark
  public double[] gram(Work work) {
    KernelChoice.ACTIVE.gram(w, 0, ROWS, rank, square);
    work.flops += 2L * ROWS * rank * rank;
    return square;
  }

  /** W G of 6,000 rows, in pieces. */
  @Benchmark
  public double[] timesSquare(Work work) {
    for (int i = 0; i < ROWS; i += PIECE) {
      TallFactor.timesSquare(w, i, Math.min(PIECE, ROWS - i), rank, square, sums);
    }
    work.flops += 2L * ROWS * rank * rank;
    return sums;
  }

  /** W * P / D of 6,000 rows, in pieces: two operations an entry. */
  @Benchmark
  public double[] scaleByRatio(Work work) {
    for (int i = 0; i < ROWS; i += PIECE) {
      TallFactor.scaleByRatio(w, i, Math.min(PIECE, ROWS - i), rank, product, i, ht);
    }
    work.flops += 2L * ROWS * rank;
    return w;
  }
}
