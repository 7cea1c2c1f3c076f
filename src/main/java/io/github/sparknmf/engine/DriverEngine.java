package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.TallFactor;
import io.github.sparknmf.solver.FactorSums;
import io.github.sparknmf.solver.UpdateRule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;

/**
 * X and W in the driver, for data so small that a Spark job would take longer than its arithmetic:
 * the same segments, kernels and ordered sum as on the executors, on the driver's own cores.
 */
public final class DriverEngine implements FitEngine {
  private final SparkScope scope;
  private final BlockGrid grid;
  private final UpdateRule rule;
  private final DriverThreads threads;
  private final List<Segment> segments = new ArrayList<>();
  private final List<SegmentFactor> w = new ArrayList<>();

  /**
   * Brings X into the driver; the matrix is released, its blocks are here now.
   *
   * @param matrix X
   * @param start gives the start values of W
   * @param rule how W is updated
   * @param cores how many threads to use
   * @param scope ends the threads
   */
  public static DriverEngine gather(
      DistributedMatrix matrix, RowStart start, UpdateRule rule, int cores, SparkScope scope) {
    DriverEngine engine = new DriverEngine(matrix.grid(), rule, cores, scope);
    JobLabel.during(
        scope.context(),
        "bringing X into the driver",
        () -> {
          Iterator<Segment> all = matrix.segments().toLocalIterator();
          all.forEachRemaining(engine.segments::add);
          return engine;
        });
    matrix.release();
    int rank = matrix.grid().rank();
    engine.segments.forEach(segment -> engine.w.add(SegmentTask.start(segment, start, rank)));
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
    return reduce(s -> w.get(s));
  }

  @Override
  public FactorSums update(double[] ht, double[] gram) {
    HShare h = new HShare(ht, gram);
    return reduce(
        s -> {
          SegmentTask task = new SegmentTask(grid.rank());
          SegmentFactor updated = task.update(segments.get(s), w.get(s), h, rule);
          w.set(s, updated);
          return updated;
        });
  }

  /** Adds up the sums of all segments, each after its factor is known. */
  private FactorSums reduce(IntFunction<SegmentFactor> factorOf) {
    OrderedReduce total = new OrderedReduce(grid.segments());
    List<List<SumNode>> parts =
        threads.map(
            thread -> partialSums(firstSegment(thread), firstSegment(thread + 1), factorOf));
    parts.forEach(nodes -> nodes.forEach(total::add));
    return new FactorSums(total.root().product(), total.root().gram());
  }

  private int firstSegment(int thread) {
    return (int) ((long) grid.segments() * thread / threads.count());
  }

  private List<SumNode> partialSums(int from, int to, IntFunction<SegmentFactor> factorOf) {
    int rank = grid.rank();
    SegmentTask task = new SegmentTask(rank);
    OrderedReduce reduce = new OrderedReduce(grid.segments());
    for (int s = from; s < to; s++) {
      SumNode leaf = reduce.zeroLeaf(s, grid.columns() * rank, rank * rank);
      task.addSums(segments.get(s), factorOf.apply(s), leaf);
      reduce.add(leaf);
    }
    return reduce.nodes();
  }

  @Override
  public double squaredResidual(double[] ht) {
    HShare h = new HShare(ht, new double[0]);
    return IntStream.range(0, grid.segments())
        .mapToObj(s -> new SegmentTask(grid.rank()).squaredResidual(segments.get(s), w.get(s), h))
        .reduce(0.0, Double::sum);
  }

  @Override
  public long bytesMoved() {
    return 0;
  }

  /** Each segment travels as a broadcast: a task that carried it might be too large to send. */
  @Override
  public JavaRDD<SegmentFactor> w() {
    List<Broadcast<SegmentFactor>> shared = w.stream().map(scope::broadcast).toList();
    List<Integer> numbers = IntStream.range(0, grid.segments()).boxed().toList();
    return scope.context().parallelize(numbers, grid.partitions()).map(s -> shared.get(s).value());
  }

  @Override
  public double[] columnSums() {
    double[] sums = new double[grid.rank()];
    for (SegmentFactor factor : w) {
      double[] part = TallFactor.columnSums(factor.w(), grid.rank());
      for (int c = 0; c < sums.length; c++) {
        sums[c] += part[c];
      }
    }
    return sums;
  }
}
