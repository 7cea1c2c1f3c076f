package org.sparknmf.app.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sparknmf.engine.factor.FactorStart;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;

/**
 * The time below which no iteration can get: the two products X H' and X'W alone, on the engine's
 * own blocks, by plain threads of this JVM.
 */
public final class KernelFloor {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double HEAP_SHARE = 0.5;

  private final List<Segment> segments;
  private final BlockGrid grid;

  /** Brings the blocks of X to this JVM. */
  public KernelFloor(DistributedMatrix matrix) {
    this.segments = matrix.segments().collect();
    this.grid = matrix.grid();
  }

  /** Whether X and the arrays of so many threads take no more than a part of this JVM's heap. */
  public static boolean fits(DistributedMatrix matrix, int threads) {
    BlockGrid grid = matrix.grid();
    double row = 8.0 * grid.rank();
    double arrays = row * grid.columns() * (threads + 1.0) + row * grid.rows();
    return matrix.bytes() + arrays < HEAP_SHARE * Runtime.getRuntime().maxMemory();
  }

  /**
   * Seconds of each pass over X by both products.
   *
   * @param threads how many share the segments
   * @param passes how often
   */
  public double[] seconds(int threads, int passes) throws InterruptedException {
    double[] seconds = new double[passes];
    List<Callable<Factor>> shares = new ArrayList<>();
    Factor ht = ones(grid.columns());
    for (int t = 0; t < threads; t++) {
      int from = segments.size() * t / threads;
      int to = segments.size() * (t + 1) / threads;
      Factor sums = ones(grid.columns());
      List<Factor> products = new ArrayList<>();
      segments.subList(from, to).forEach(s -> products.add(ones(s.rows())));
      shares.add(() -> pass(segments.subList(from, to), products, ht, sums));
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int p = 0; p < passes; p++) {
        long began = System.nanoTime();
        for (Future<Factor> share : pool.invokeAll(shares)) {
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

  /** The kernels take the same time for any numbers. */
  private Factor ones(int rows) {
    FactorStart ones = (row, target) -> Arrays.fill(target, 1);
    return ones.rows(0, rows, grid.rank(), grid.precision());
  }

  private static Factor pass(List<Segment> share, List<Factor> products, Factor ht, Factor sums) {
    sums.clear(0, sums.rows());
    for (int s = 0; s < share.size(); s++) {
      Factor product = products.get(s);
      product.clear(0, product.rows());
      for (Segment.RowBlock block : share.get(s).blocks()) {
        block.x().addTimes(ht, product, block.start());
        block.x().addTransposedTimes(product, block.start(), sums);
      }
    }
    return sums;
  }
}
