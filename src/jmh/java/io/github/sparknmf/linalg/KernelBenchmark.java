package io.github.sparknmf.linalg;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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

/** Each kernel alone, vector beside scalar, on blocks of the size that the engine makes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx2g"})
public class KernelBenchmark {
  private static final int ROWS = 6000;
  private static final int COLUMNS = 20_000;
  private static final int CELLS_PER_ROW = 100;
  private static final int DENSE_COLUMNS = 256;

  /** Which kernels. */
  @Param({"scalar", "auto"})
  public String kernels;

  /** Number of components. */
  @Param({"20", "50"})
  public int rank;

  private Kernels kernel;
  private SparseBlock sparse;
  private double[] dense;
  private double[] w;
  private double[] ht;
  private double[] square;
  private double[] product;
  private double[] sums;

  /** Makes one block and its factors. */
  @Setup
  public void setUp() {
    System.setProperty(KernelChoice.PROPERTY, kernels);
    kernel = KernelChoice.ACTIVE;
    SplittableRandom random = new SplittableRandom(1);
    CsrBuilder builder = new CsrBuilder(ROWS, COLUMNS);
    for (int i = 0; i < ROWS; i++) {
      for (int p = 0; p < CELLS_PER_ROW; p++) {
        double uniform = random.nextDouble();
        builder.add(i, (int) (COLUMNS * uniform * uniform * uniform), 1 + random.nextInt(4));
      }
    }
    sparse = new SparseBlock(builder.build(DuplicatePolicy.MAX));
    dense = random.doubles(64L * DENSE_COLUMNS).toArray();
    w = random.doubles((long) ROWS * rank).toArray();
    ht = random.doubles((long) COLUMNS * rank).toArray();
    square = random.doubles((long) rank * rank).toArray();
    product = new double[ROWS * rank];
    sums = new double[COLUMNS * rank];
  }

  /** X H', 600,000 cells. */
  @Benchmark
  public double[] sparseTimes() {
    sparse.addTimes(ht, rank, product, 0);
    return product;
  }

  /** X'W, 600,000 cells. */
  @Benchmark
  public double[] sparseTransposedTimes() {
    sparse.addTransposedTimes(w, 0, rank, sums);
    return sums;
  }

  /** A dense tile of 64 x 256 times a factor. */
  @Benchmark
  public double[] denseTimes() {
    kernel.denseTimes(dense, 0, DENSE_COLUMNS, 64, DENSE_COLUMNS, ht, 0, rank, product, 0);
    return product;
  }

  /** The transpose of a dense tile of 64 x 256 times a factor. */
  @Benchmark
  public double[] denseTransposedTimes() {
    kernel.denseTransposedTimes(dense, 0, DENSE_COLUMNS, 64, DENSE_COLUMNS, w, 0, rank, sums, 0);
    return sums;
  }

  /** W'W of 6,000 rows. */
  @Benchmark
  public double[] gram() {
    TallFactor.addGram(w, 0, ROWS, rank, square);
    return square;
  }

  /** W G of 6,000 rows. */
  @Benchmark
  public double[] timesSquare() {
    TallFactor.timesSquare(w, 0, ROWS, rank, square, product);
    return product;
  }
}
