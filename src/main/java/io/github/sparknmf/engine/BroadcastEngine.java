package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.TallFactor;
import io.github.sparknmf.solver.FactorSums;
import io.github.sparknmf.solver.UpdateRule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * X and W stay on the executors; each iteration broadcasts H, and is one job: every task updates
 * its rows of W, adds up its X'W and W'W while at it, and the driver completes the ordered sum.
 */
public final class BroadcastEngine implements FitEngine {
  private static final StorageLevel LEVEL = StorageLevel.MEMORY_AND_DISK();

  private final DistributedMatrix matrix;
  private final SparkScope scope;
  private final UpdateRule rule;
  private final Checkpoints checkpoints;
  private final String jobSuffix;
  private final List<Broadcast<HShare>> sinceCheckpoint = new ArrayList<>();
  private JavaRDD<SegmentFactor> w;
  private int iteration;
  private long bytesMoved;

  /**
   * An engine that has started nothing yet.
   *
   * @param matrix X
   * @param start gives the start values of W
   * @param rule how W is updated
   * @param maxIterations for the labels of jobs only
   * @param settings where and how often to checkpoint
   * @param scope releases whatever is left at its end
   */
  public BroadcastEngine(
      DistributedMatrix matrix,
      RowStart start,
      UpdateRule rule,
      int maxIterations,
      EngineSettings settings,
      SparkScope scope) {
    this.matrix = matrix;
    this.scope = scope;
    this.rule = rule;
    this.jobSuffix = " of at most " + maxIterations;
    this.checkpoints =
        new Checkpoints(
            scope.context(), settings.checkpointDirectory(), settings.checkpointInterval());
    int rank = matrix.grid().rank();
    this.w =
        scope.persist(
            matrix.segments().map(segment -> SegmentTask.start(segment, start, rank)),
            "W start",
            LEVEL);
  }

  @Override
  public FactorSums sums() {
    bytesMoved = 0;
    return JobLabel.during(scope.context(), "error of the start values", () -> reduce(w));
  }

  @Override
  public FactorSums update(double[] ht, double[] gram) {
    iteration++;
    Broadcast<HShare> h = share(ht, gram);
    sinceCheckpoint.add(h);
    int rank = matrix.grid().rank();
    UpdateRule updateRule = rule;
    JavaRDD<SegmentFactor> old = w;
    w =
        matrix
            .segments()
            .zipPartitions(
                old,
                (segments, factors) -> {
                  SegmentTask task = new SegmentTask(rank);
                  return new PairedIterator<>(
                      segments,
                      factors,
                      (segment, factor) -> task.update(segment, factor, h.value(), updateRule));
                });
    scope.persist(w, "W after iteration " + iteration, LEVEL);
    boolean saving = checkpoints.mark(w, iteration);
    String label = "iteration " + iteration + jobSuffix;
    FactorSums sums = JobLabel.during(scope.context(), label, () -> reduce(w));
    scope.release(old);
    if (saving) {
      checkpoints.saved(w);
      sinceCheckpoint.forEach(scope::release);
      sinceCheckpoint.clear();
    }
    return sums;
  }

  private Broadcast<HShare> share(double[] ht, double[] gram) {
    // A copy: the caller goes on to change H in place, and a lost partition is computed again.
    bytesMoved = 8L * (ht.length + gram.length);
    return scope.broadcast(new HShare(ht.clone(), gram));
  }

  private FactorSums reduce(JavaRDD<SegmentFactor> factors) {
    BlockGrid grid = matrix.grid();
    OrderedReduce total = new OrderedReduce(grid.segments());
    List<SumNode> nodes =
        matrix
            .segments()
            .zipPartitions(factors, (segments, rows) -> partialSums(segments, rows, grid))
            .collect();
    for (SumNode node : nodes) {
      bytesMoved += 8L * (node.product().length + node.gram().length);
      total.add(node);
    }
    return new FactorSums(total.root().product(), total.root().gram());
  }

  private static Iterator<SumNode> partialSums(
      Iterator<Segment> segments, Iterator<SegmentFactor> factors, BlockGrid grid) {
    int rank = grid.rank();
    SegmentTask task = new SegmentTask(rank);
    OrderedReduce reduce = new OrderedReduce(grid.segments());
    while (segments.hasNext()) {
      Segment segment = segments.next();
      SumNode leaf = reduce.zeroLeaf(segment.index(), grid.columns() * rank, rank * rank);
      task.addSums(segment, factors.next(), leaf);
      reduce.add(leaf);
    }
    return reduce.nodes().iterator();
  }

  @Override
  public double squaredResidual(double[] ht) {
    int rank = matrix.grid().rank();
    Broadcast<HShare> h = share(ht, new double[0]);
    JavaRDD<Double> parts =
        matrix
            .segments()
            .zipPartitions(
                w,
                (segments, factors) -> {
                  SegmentTask task = new SegmentTask(rank);
                  return new PairedIterator<>(
                      segments,
                      factors,
                      (segment, factor) -> task.squaredResidual(segment, factor, h.value()));
                });
    try {
      String label = "error of the final factors";
      return JobLabel.during(scope.context(), label, parts::collect).stream()
          .reduce(0.0, Double::sum);
    } finally {
      scope.release(h);
    }
  }

  @Override
  public double[] columnSums() {
    int rank = matrix.grid().rank();
    JavaRDD<double[]> parts = w.map(factor -> TallFactor.columnSums(factor.w(), rank));
    double[] sums = new double[rank];
    for (double[] part : JobLabel.during(scope.context(), "column sums of W", parts::collect)) {
      for (int c = 0; c < rank; c++) {
        sums[c] += part[c];
      }
    }
    return sums;
  }

  @Override
  public long bytesMoved() {
    return bytesMoved;
  }

  @Override
  public JavaRDD<SegmentFactor> w() {
    return w;
  }
}
