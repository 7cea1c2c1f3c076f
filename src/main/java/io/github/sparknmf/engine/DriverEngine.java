package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.solver.FactorSums;
import io.github.sparknmf.solver.UpdateRule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;

/**
 * X and W in the driver, for data so small that a Spark job would take longer than its arithmetic:
 * the same segments, kernels and ordered sum as on the executors, on the driver's own cores.
 */
final class DriverEngine implements RowEngine {
  private final SparkScope scope;
  private final BlockGrid grid;
  private final UpdateRule rule;
  private final DriverThreads threads;
  private final List<Segment> segments = new ArrayList<>();
  private final List<FactorPart> w = new ArrayList<>();
  private JavaRDD<FactorPart> distributed;

  /**
   * Brings X into the driver; the matrix is released, its blocks are here now.
   *
   * @param matrix X
   * @param start gives the start values of W
   * @param rule how W is updated
   * @param cores how many threads to use
   * @param scope ends the threads
   */
  static DriverEngine gather(
      DistributedMatrix matrix, FactorStart start, UpdateRule rule, int cores, SparkScope scope) {
    BlockGrid grid = matrix.grid();
    DriverEngine engine = new DriverEngine(grid, rule, cores, scope);
    JobLabel.during(
        scope.context(),
        "bringing X into the driver",
        () -> {
          Iterator<Segment> all = matrix.segments().toLocalIterator();
          all.forEachRemaining(engine.segments::add);
          return engine;
        });
    matrix.release();
    for (Segment segment : engine.segments) {
      engine.w.add(SegmentTask.start(segment, start, grid.rank(), grid.precision()));
    }
    return engine;
  }

  private DriverEngine(BlockGrid grid, UpdateRule rule, int cores, SparkScope scope) {
    this.grid = grid;
    this.rule = rule;
    this.scope = scope;
    this.threads = new DriverThreads(Math.min(cores, grid.segments()));
    scope.onClose(threads::close);
  }

  @Override
  public FactorSums sums() {
    return reduce(w::get);
  }

  @Override
  public FactorSums update(Factor ht, double[] gram) {
    distributed = null;
    HShare h = new HShare(ht, gram);
    return reduce(
        s -> {
          FactorPart updated = new SegmentTask().update(segments.get(s), w.get(s), h, rule);
          w.set(s, updated);
          return updated;
        });
  }

  /** Gives the rows of W of a segment, updated or as they are. */
  @FunctionalInterface
  private interface FactorOfSegment {
    FactorPart of(int segment);
  }

  /** Adds up the sums of all segments, each after its factor is known. */
  private FactorSums reduce(FactorOfSegment factors) {
    OrderedReduce total = new OrderedReduce(grid.segments());
    List<List<SumNode>> parts =
        threads.map(
            thread -> {
              int from = firstSegment(thread);
              List<Segment> share = segments.subList(from, firstSegment(thread + 1));
              return new PartialSums(grid).of(share, i -> factors.of(from + i), 0, grid.columns());
            });
    parts.forEach(nodes -> nodes.forEach(total::add));
    return FactorSums.whole(total.root().product(), total.root().gram());
  }

  private int firstSegment(int thread) {
    return (int) ((long) grid.segments() * thread / threads.count());
  }

  @Override
  public double squaredResidual(Factor ht) {
    return IntStream.range(0, grid.segments())
        .mapToObj(s -> SegmentTask.squaredResidual(segments.get(s), w.get(s), ht))
        .reduce(0.0, Double::sum);
  }

  @Override
  public long bytesMoved() {
    return 0;
  }

  /** Sent out once, however often it is asked for. */
  @Override
  public JavaRDD<FactorPart> w() {
    if (distributed == null) {
      distributed = FactorParts.distribute(w, scope);
    }
    return distributed;
  }
}
