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
import org.sparknmf.linalg.kernel.Kernels;

/**
 * Gathers of floats beside gathers of doubles, each alone in its JVM and after the other has run
 * there: vectors of two element types must not spoil each other's type profiles. The counter {@code
 * flops} reads in GFlop/s.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx2g"})
public class PrecisionBenchmark {
  private static final int ROWS = 6000;
  private static final int COLUMNS = 20_000;
  private static final int CELLS_PER_ROW = 100;
  private static final int CELLS = ROWS * CELLS_PER_ROW;
  private static final int WINDOW = 2048;

  /** Counted by each benchmark: two for a multiplication and an addition. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Work {
    /** Floating-point operations, or entries converted. */
    public long flops;
  }

  /** What has run in the JVM before. */
  @Param({"nothing", "doubles", "floats"})
  public String before;

  /** Number of components. */
  @Param({"20", "24", "48", "50"})
  public int rank;

  private final Kernels kernel = KernelChoice.ACTIVE;
  private final int[] ids = new int[CELLS];
  private final double[] doubleValues = new double[CELLS];
  private final float[] floatValues = new float[CELLS];
  private double[] doubleFactor;
  private double[] doubleOut;
  private float[] floatFactor;
  private float[] floatOut;

  /** Makes the cells and the factors of both kinds, and runs what is to run before. */
  @Setup
  public void setUp() {
    SplittableRandom random = new SplittableRandom(1);
    for (int p = 0; p < CELLS; p++) {
      double uniform = random.nextDouble();
      ids[p] = (int) (COLUMNS * uniform * uniform * uniform);
      doubleValues[p] = 1 + random.nextInt(4);
    }
    doubleFactor = random.doubles((long) COLUMNS * rank).toArray();
    doubleOut = new double[ROWS * rank];
    floatFactor = new float[COLUMNS * rank];
    floatOut = new float[ROWS * rank];
    narrow(doubleValues, 0, floatValues, 0, CELLS);
    narrow(doubleFactor, 0, floatFactor, 0, COLUMNS * rank);
    Work unused = new Work();
    for (int i = 0; i < 100 && !before.equals("nothing"); i++) {
      if (before.equals("doubles")) {
        gatherDoubles(unused);
      } else {
        gatherFloats(unused);
      }
    }
  }

  /** X H' in double precision, 600,000 cells. */
  @Benchmark
  public double[] gatherDoubles(Work work) {
    for (int i = 0; i < ROWS; i++) {
      int from = i * CELLS_PER_ROW;
      int to = from + CELLS_PER_ROW;
      kernel.gather(ids, doubleValues, from, to, doubleFactor, 0, rank, doubleOut, i * rank);
    }
    work.flops += 2L * CELLS * rank;
    return doubleOut;
  }

  /** X H' in single precision, 600,000 cells. */
  @Benchmark
  public float[] gatherFloats(Work work) {
    for (int i = 0; i < ROWS; i++) {
      int from = i * CELLS_PER_ROW;
      int to = from + CELLS_PER_ROW;
      kernel.gather(ids, floatValues, from, to, floatFactor, 0, rank, floatOut, i * rank);
    }
    work.flops += 2L * CELLS * rank;
    return floatOut;
  }

  /** A window of doubles to floats, entries a nanosecond. */
  @Benchmark
  public float[] narrowWindow(Work work) {
    narrow(doubleFactor, 3, floatOut, 1, WINDOW);
    work.flops += WINDOW;
    return floatOut;
  }

  /** A window of floats to doubles, entries a nanosecond. */
  @Benchmark
  public double[] widenWindow(Work work) {
    for (int i = 0; i < WINDOW; i++) {
      doubleOut[1 + i] = floatFactor[3 + i];
    }
    work.flops += WINDOW;
    return doubleOut;
  }

  private static void narrow(double[] from, int p, float[] to, int o, int length) {
    for (int i = 0; i < length; i++) {
      to[o + i] = (float) from[p + i];
    }
  }
}
