package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.solver.FactorSums;
import io.github.sparknmf.solver.UpdateRule;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * X and W stay on the executors; each iteration broadcasts H, and is one job: every task updates
 * its rows of W, adds up its X'W and W'W while at it, and the reduction brings these together.
 */
final class BroadcastEngine implements RowEngine {
  private static final StorageLevel LEVEL = StorageLevel.MEMORY_AND_DISK();

  /** Beyond this it costs less to save W, and to forget H as it was. */
  private static final double MOST_KEPT = 512 << 20;

  private final DistributedMatrix matrix;
  private final SparkScope scope;
  private final UpdateRule rule;
  private final SumReduction reduction;
  private final Checkpoints checkpoints;
  private final String jobSuffix;
  private final List<Broadcast<HShare>> sinceCheckpoint = new ArrayList<>();
  private JavaRDD<FactorPart> w;
  private int iteration;
  private long bytesBroadcast;

  /**
   * An engine that has started nothing yet.
   *
   * @param matrix X
   * @param start gives the start values of W
   * @param rule how W is updated
   * @param reduction how the sums come together
   * @param settings for labels, and where and how often to checkpoint
   * @param scope releases whatever is left at its end
   */
  BroadcastEngine(
      DistributedMatrix matrix,
      FactorStart start,
      UpdateRule rule,
      SumReduction reduction,
      EngineSettings settings,
      SparkScope scope) {
    this.matrix = matrix;
    this.scope = scope;
    this.rule = rule;
    this.reduction = reduction;
    this.jobSuffix = " of at most " + settings.maxIterations();
    this.checkpoints =
        new Checkpoints(
            scope.context(), settings.checkpointDirectory(), settings.checkpointInterval());
    BlockGrid grid = matrix.grid();
    this.w =
        scope.persist(
            matrix
                .segments()
                .map(segment -> SegmentTask.start(segment, start, grid.rank(), grid.precision())),
            "W start",
            LEVEL);
  }

  @Override
  public FactorSums sums() {
    bytesBroadcast = 0;
    return JobLabel.during(scope.context(), "error of the start values", this::reduce);
  }

  private FactorSums reduce() {
    return reduction.reduce(matrix.segments(), w);
  }

  @Override
  public FactorSums update(Factor ht, double[] gram) {
    iteration++;
    Broadcast<HShare> h = share(new HShare(ht, gram));
    sinceCheckpoint.add(h);
    UpdateRule updateRule = rule;
    JavaRDD<FactorPart> old = w;
    w =
        matrix
            .segments()
            .zipPartitions(
                old,
                (segments, factors) -> {
                  SegmentTask task = new SegmentTask();
                  return new PairedIterator<>(
                      segments,
                      factors,
                      (segment, factor) -> task.update(segment, factor, h.value(), updateRule));
                });
    scope.persist(w, "W after iteration " + iteration, LEVEL);
    boolean saving = checkpoints.isDue(iteration) || bytesKept() > MOST_KEPT;
    if (saving) {
      w.checkpoint();
    }
    String label = "iteration " + iteration + jobSuffix;
    FactorSums sums = JobLabel.during(scope.context(), label, this::reduce);
    scope.release(old);
    if (saving) {
      checkpoints.saved(List.of(w));
      sinceCheckpoint.forEach(scope::releaseAtOnce);
      sinceCheckpoint.clear();
    } else {
      // Should an executor lose its rows of W, it fetches this again to make them again.
      h.unpersist(false);
    }
    return sums;
  }

  /** Of H as it was in the iterations since the last checkpoint; the driver keeps them. */
  private double bytesKept() {
    return (double) bytesBroadcast * sinceCheckpoint.size();
  }

  private Broadcast<HShare> share(HShare h) {
    bytesBroadcast = h.bytes();
    return scope.broadcast(h);
  }

  @Override
  public double squaredResidual(Factor ht) {
    Broadcast<HShare> h = share(new HShare(ht, new double[0]));
    JavaRDD<Double> parts =
        matrix
            .segments()
            .zipPartitions(
                w,
                (segments, factors) ->
                    new PairedIterator<>(
                        segments,
                        factors,
                        (segment, factor) ->
                            SegmentTask.squaredResidual(segment, factor, h.value().ht())));
    try {
      String label = "error of the final factors";
      return JobLabel.during(scope.context(), label, parts::collect).stream()
          .reduce(0.0, Double::sum);
    } finally {
      scope.release(h);
    }
  }

  @Override
  public long bytesMoved() {
    return bytesBroadcast + reduction.bytesMoved();
  }

  @Override
  public JavaRDD<FactorPart> w() {
    return w;
  }
}
