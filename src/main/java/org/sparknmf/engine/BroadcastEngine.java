package org.sparknmf.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.factor.PartSum;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.engine.inspect.SlicePart;
import org.sparknmf.engine.inspect.SlicePass;
import org.sparknmf.engine.inspect.SliceQuery;
import org.sparknmf.engine.matrix.Batch;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.engine.spark.PairedIterator;
import org.sparknmf.engine.spark.Partitions;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.engine.sums.SegmentNumber;
import org.sparknmf.engine.sums.SegmentTask;
import org.sparknmf.engine.sums.SumReduction;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.StripeSums;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.update.Rules;

/**
 * X and W stay on the executors; each iteration broadcasts H, and is one job: every task updates
 * its rows of W, adds up its X'W and W'W while at it, and the reduction brings these together.
 */
final class BroadcastEngine implements RowEngine {
  private static final StorageLevel LEVEL = StorageLevel.MEMORY_AND_DISK();

  /**
   * The most bytes of former H that are kept, over all batches; beyond, it costs less to save W and
   * to forget them.
   */
  private static final double MOST_KEPT = 512 << 20;

  private final DistributedMatrix matrix;
  private final SparkScope scope;
  private final Rules rules;
  private final BlockGrid grid;
  private final SumReduction reduction;
  private final EngineSettings settings;
  private final FactorStore store;
  private final String jobSuffix;
  private final double mostKept;
  private final List<Broadcast<HShare>> sinceCheckpoint = new ArrayList<>();
  private SavedFactor saved;
  private List<SavedFactor> savedMemory = List.of();

  /** Whether the parts of W have the rows before for the next iteration. */
  private boolean remembers;

  private boolean changed = true;
  private Factor sharedHt;
  private Broadcast<HShare> current;
  private JavaRDD<FactorPart> w;
  private JavaRDD<FactorPart> before;
  private int iteration;
  private long bytesMoved;

  /**
   * An engine that has started nothing yet.
   *
   * @param matrix X
   * @param task start values, rules
   * @param reduction how the sums come together
   * @param settings for labels, and how often to save W
   * @param store where to
   * @param scope releases whatever is left at its end
   */
  BroadcastEngine(
      DistributedMatrix matrix,
      EngineTask task,
      SumReduction reduction,
      EngineSettings settings,
      FactorStore store,
      SparkScope scope) {
    this.matrix = matrix;
    this.scope = scope;
    this.rules = task.rules();
    this.grid = task.grid();
    this.reduction = reduction;
    Batch batch = matrix.batch();
    this.jobSuffix =
        " of at most %d".formatted(settings.maxIterations())
            + (batch.count() == 1
                ? ""
                : ", batch %d of %d".formatted(batch.number() + 1, batch.count()));
    this.mostKept = MOST_KEPT / batch.count();
    this.settings = settings;
    this.store = store;
    JavaRDD<FactorPart> start = task.rows().beside(matrix.segments(), grid);
    this.w = scope.persist(start, "W start", LEVEL);
  }

  @Override
  public FactorSums sums(Factor ht, double[] statistics) {
    bytesMoved = 0;
    String label = "sums of the start values";
    if (rules.loss().needsBothFactors()) {
      Broadcast<HShare> h = share(ht, statistics);
      return JobLabel.during(scope.context(), label, () -> reduce(h));
    }
    Broadcast<HShare> nothing = scope.broadcast(HShare.none(grid));
    FactorSums sums = JobLabel.during(scope.context(), label, () -> reduce(nothing));
    scope.release(nothing);
    return sums;
  }

  private FactorSums reduce(Broadcast<HShare> h) {
    FactorSums sums = reduction.reduce(matrix.segments(), w, h, rules.loss());
    bytesMoved += reduction.bytesMoved();
    return sums;
  }

  @Override
  public FactorSums update(Factor ht, double[] statistics) {
    FactorSums sums = attempt(ht, statistics, 0);
    keep();
    return sums;
  }

  @Override
  public FactorSums attempt(Factor ht, double[] statistics, double weight) {
    iteration++;
    bytesMoved = 0;
    Broadcast<HShare> h = share(ht, statistics);
    sinceCheckpoint.add(h);
    Rules updateRules = rules;
    before = w;
    w =
        Partitions.zipped(
            matrix.segments(),
            before,
            (segments, factors) -> {
              SegmentTask task = new SegmentTask();
              return new PairedIterator<>(
                  segments,
                  factors,
                  (segment, factor) ->
                      task.update(segment, factor, h.value(), updateRules, weight));
            });
    scope.persist(w, "W after iteration " + iteration, LEVEL);
    String label = "iteration " + iteration + jobSuffix;
    FactorSums sums = JobLabel.during(scope.context(), label, () -> reduce(h));
    sharedHt = null;
    current = null;
    return sums;
  }

  @Override
  public void keep() {
    scope.release(before);
    before = null;
    changed = true;
    remembers = rules.extrapolation().isOfBoth();
    Broadcast<HShare> latest = sinceCheckpoint.get(sinceCheckpoint.size() - 1);
    // Should an executor lose its rows of W, it fetches this again to make them again.
    latest.unpersist(false);
    if (settings.isDue(iteration) || bytesKept(latest.value()) > mostKept) {
      saveChanges();
    }
  }

  /** Nothing comes from the H of an attempt that is taken back. */
  @Override
  public void takeBack() {
    scope.release(w);
    w = before;
    before = null;
    remembers = false;
    scope.release(sinceCheckpoint.remove(sinceCheckpoint.size() - 1));
    if (settings.isDue(iteration)) {
      saveChanges();
    }
  }

  @Override
  public SavedFactor save() {
    saveChanges();
    store.hold(saved);
    return saved;
  }

  /** What is saved has been saved with W. */
  @Override
  public List<SavedFactor> saveMemory() {
    List<SavedFactor> memory = remembers ? savedMemory : List.of();
    memory.forEach(store::hold);
    return memory;
  }

  @Override
  public void remember(List<SavedFactor> memory) {
    JavaRDD<FactorPart> start = w;
    scope.release(start);
    w = scope.persist(remembering(start, memory), "W start", LEVEL);
    remembers = !memory.isEmpty();
  }

  private JavaRDD<FactorPart> remembering(JavaRDD<FactorPart> parts, List<SavedFactor> memory) {
    JavaRDD<FactorPart> all = parts;
    for (SavedFactor factor : memory) {
      all = Partitions.paired(all, factor.beside(matrix.segments(), grid), FactorPart::remembering);
    }
    return all;
  }

  /** Saves W, so that it comes from what was saved and the former H are no longer needed. */
  private void saveChanges() {
    if (!changed) {
      return;
    }
    JavaRDD<FactorPart> old = w;
    String name = "W after iteration " + iteration;
    SavedFactor now = store.save(old, grid, name);
    List<SavedFactor> memory =
        remembers
            ? List.of(store.save(old.map(FactorPart::remembered), grid, "W before it"))
            : List.of();
    forgetSaved();
    saved = now;
    savedMemory = memory;
    JavaRDD<FactorPart> parts = saved.beside(matrix.segments(), grid);
    w = scope.persist(remembering(parts, savedMemory), name + ", saved", LEVEL);
    changed = false;
    scope.release(old);
    sinceCheckpoint.forEach(scope::releaseAtOnce);
    sinceCheckpoint.clear();
  }

  /** Bytes of the former H of the iterations since the last checkpoint, which the driver keeps. */
  private double bytesKept(HShare h) {
    return (double) h.bytes() * sinceCheckpoint.size();
  }

  /** Sends H out, unless it is there from the last pass. */
  private Broadcast<HShare> share(Factor ht, double[] statistics) {
    if (sharedHt != ht) {
      if (current != null) {
        scope.release(current);
      }
      HShare h = new HShare(ht, statistics);
      sharedHt = ht;
      current = scope.broadcast(h);
      bytesMoved += h.bytes();
    }
    return current;
  }

  @Override
  public double cellLoss(Factor ht, double[] statistics) {
    Broadcast<HShare> h = share(ht, statistics);
    Loss loss = rules.loss();
    return sumOverSegments(
        "loss", (segment, factor) -> SegmentTask.cellLoss(segment, factor, h.value().ht(), loss));
  }

  @Override
  public double constantLoss(double value) {
    Loss loss = rules.loss();
    return sumOverSegments(
        "yardstick", (segment, factor) -> SegmentTask.constantLoss(segment, value, loss));
  }

  @Override
  public double projectedGradient(Factor ht, double[] statistics) {
    Broadcast<HShare> h = share(ht, statistics);
    Rules all = rules;
    return sumOverSegments(
        "projected gradient",
        (segment, factor) -> new SegmentTask().projectedGradient(segment, factor, h.value(), all));
  }

  private double sumOverSegments(String label, SegmentNumber number) {
    JavaRDD<Double> parts = matrix.segments().zip(w).map(pair -> number.of(pair._1(), pair._2()));
    return JobLabel.during(scope.context(), label, parts::collect).stream()
        .reduce(0.0, Double::sum);
  }

  @Override
  public double[] sumOverRows(PartSum sum, int length) {
    JavaRDD<double[]> parts = w.map(part -> part.sum(sum, length));
    return StripeSums.inOrder(JobLabel.during(scope.context(), "sums over W", parts::collect));
  }

  @Override
  public List<SlicePart> lines(HShare h, SliceQuery query) {
    Broadcast<HShare> shared = share(h.ht(), h.statistics());
    BlockGrid layout = grid;
    JavaRDD<SlicePart> parts =
        matrix
            .segments()
            .zipPartitions(
                w,
                (segments, factors) ->
                    List.of(SlicePass.over(segments, factors, layout, query, shared.value()))
                        .iterator());
    return List.of(
        SlicePart.joined(
            JobLabel.during(scope.context(), "errors of rows and columns", parts::collect), grid));
  }

  @Override
  public FactorSource mappedRows(FactorMap map) {
    return new FactorSource.Distributed(w.map(part -> part.mapped(map)));
  }

  @Override
  public void remap(FactorMap map) {
    JavaRDD<FactorPart> old = w;
    w = scope.persist(old.map(part -> part.mapped(map)), "W changed", LEVEL);
    changed = true;
    remembers = false;
    JobLabel.during(scope.context(), "changing W", w::count);
    scope.release(old);
  }

  @Override
  public void release() {
    scope.release(w);
    forgetSaved();
  }

  private void forgetSaved() {
    Optional.ofNullable(saved).ifPresent(store::release);
    savedMemory.forEach(store::release);
    saved = null;
    savedMemory = List.of();
  }

  @Override
  public long bytesMoved() {
    return bytesMoved;
  }

  @Override
  public JavaRDD<FactorPart> w() {
    return w;
  }
}
