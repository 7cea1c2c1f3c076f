package io.github.sparknmf.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The time below which no iteration can get: the two products X H' and X'W alone, on the engine's
 * own blocks, by plain threads of this JVM.
 */
public final class KernelFloor {
  private static final double NANOS_PER_SECOND = 1e9;

  private final List<Segment> segments;
  private final int columns;
  private final int rank;

  /** Brings the blocks of X to this JVM. */
  public KernelFloor(DistributedMatrix matrix) {
    this.segments = matrix.segments().collect();
    this.columns = matrix.grid().columns();
    this.rank = matrix.grid().rank();
  }

  /** Bytes of the arrays that hold X. */
  public long bytes() {
    return segments.stream().mapToLong(Segment::bytes).sum();
  }

  /**
   * Seconds of each pass over X by both products.
   *
   * @param ht H' (n x k), not modified
   * @param threads how many share the segments
   * @param passes how often
   */
  public double[] seconds(double[] ht, int threads, int passes) throws InterruptedException {
    double[] seconds = new double[passes];
    List<Callable<double[]>> shares = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int from = segments.size() * t / threads;
      int to = segments.size() * (t + 1) / threads;
      double[] sums = new double[columns * rank];
      List<double[]> products = new ArrayList<>();
      segments.subList(from, to).forEach(s -> products.add(new double[s.rows() * rank]));
      shares.add(() -> pass(segments.subList(from, to), products, ht, sums));
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int p = 0; p < passes; p++) {
        long began = System.nanoTime();
        for (Future<double[]> share : pool.invokeAll(shares)) {
          share.get();
        }
        seconds[p] = (System.nanoTime() - began) / NANOS_PER_SECOND;
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a product failed", e);
    } finally {
      pool.shutdown();
    }
    return seconds;
  }

  private double[] pass(List<Segment> share, List<double[]> products, double[] ht, double[] sums) {
    Arrays.fill(sums, 0);
    for (int s = 0; s < share.size(); s++) {
      double[] product = products.get(s);
      Arrays.fill(product, 0);
      for (Segment.RowBlock block : share.get(s).blocks()) {
        block.x().addTimes(ht, rank, product, block.start());
        block.x().addTransposedTimes(product, block.start(), rank, sums);
      }
    }
    return sums;
  }
}
