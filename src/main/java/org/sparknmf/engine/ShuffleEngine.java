package org.sparknmf.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorParts;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.factor.PartSum;
import org.sparknmf.engine.factor.SavedFit;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.shuffle.ShuffleTraffic;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.engine.spark.PairedIterator;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.engine.sums.OrderedReduce;
import org.sparknmf.engine.sums.PartialSums;
import org.sparknmf.engine.sums.SegmentTask;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.StripeSums;
import org.sparknmf.solver.loop.Alternation;
import org.sparknmf.solver.loop.Ledger;
import org.sparknmf.solver.loop.UpdateOrder;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.update.ProjectedGradient;
import org.sparknmf.solver.update.Rules;

/**
 * X, W and H all stay on the executors: W with the segments of X, H' in stripes. Rows of H' travel
 * to the partitions of X that touch them, and sums of X'W travel back to the stripes; the driver
 * sees k x k numbers only.
 */
final class ShuffleEngine implements FitEngine, Alternation, Ledger.Sums {
  private static final StorageLevel LEVEL = StorageLevel.MEMORY_AND_DISK();

  /** A residual cell by cell needs all of H' on every machine. */
  private static final long MOST_RESIDUAL_BYTES = 256L << 20;

  private final SparkScope scope;
  private final BlockGrid grid;
  private final Rules rules;
  private final Ledger ledger;
  private final UpdateOrder order;
  private final ShuffleTraffic traffic;
  private final EngineSettings settings;
  private final FactorStore store;
  private final String jobSuffix;
  private JavaRDD<FactorPart> w;
  private JavaRDD<FactorPart> h;
  private JavaRDD<FactorPart> terms;
  private SavedFit saved;
  private boolean changed = true;
  private double[] wStatistics;
  private double[] hStatistics;
  private int iteration;

  /**
   * An engine that has started nothing yet.
   *
   * @param traffic where X is, and the ways to it
   * @param task start values, rules
   * @param summary of X
   * @param settings for labels, and how often to save both factors
   * @param store where to
   * @param scope releases whatever is left at its end
   */
  ShuffleEngine(
      ShuffleTraffic traffic,
      EngineTask task,
      MatrixSummary summary,
      EngineSettings settings,
      FactorStore store,
      SparkScope scope) {
    this.scope = scope;
    this.grid = task.grid();
    this.rules = task.rules();
    this.ledger = new Ledger(rules, summary, grid.rank());
    this.order = task.order();
    this.traffic = traffic;
    this.jobSuffix = " of at most " + settings.maxIterations();
    this.settings = settings;
    this.store = store;
    this.w = scope.persist(traffic.onSegments(task.rows()), "W start", LEVEL);
    this.h = scope.persist(task.columns().onStripes(traffic), "H start", LEVEL);
  }

  @Override
  public Alternation alternation() {
    return this;
  }

  @Override
  public FitProgress start() {
    return JobLabel.during(
        scope.context(),
        "sums of the start values",
        () -> {
          hStatistics = statisticsOfH();
          wStatistics = statisticsOfW();
          terms = newTerms();
          return ledger.progress(this);
        });
  }

  @Override
  public FitProgress iterate() {
    iteration++;
    String label = "iteration " + iteration + jobSuffix;
    return JobLabel.during(scope.context(), label, this::improve);
  }

  private FitProgress improve() {
    JavaRDD<FactorPart> oldW = w;
    JavaRDD<FactorPart> oldH = h;
    JavaRDD<FactorPart> oldTerms = terms;
    if (order == UpdateOrder.ROWS_FIRST) {
      improveW();
      terms = newTerms();
      improveH();
    } else {
      improveH();
      improveW();
      terms = newTerms();
    }
    changed = true;
    FitProgress progress = ledger.progress(this);
    // In this order: the way back along the lineage ends where something is persisted.
    List.of(w, terms).forEach(SparkScope::forgetShuffle);
    List.of(oldW, oldH, oldTerms).forEach(scope::release);
    if (settings.isDue(iteration)) {
      saveChanges();
    }
    return progress;
  }

  @Override
  public SavedFit save() {
    saveChanges();
    saved.factors().forEach(store::hold);
    return saved;
  }

  /**
   * Saves both factors, so that they come from what was saved. So do the terms: where rows go first
   * they are hardly ever asked for again, elsewhere the next iteration makes them.
   */
  private void saveChanges() {
    if (!changed) {
      return;
    }
    List<JavaRDD<FactorPart>> old = List.of(w, h, terms);
    SavedFit before = saved;
    String after = " after iteration " + iteration;
    saved = new SavedFit(store.save(w, grid, "W" + after), store.save(h, grid, "H" + after));
    w = scope.persist(traffic.onSegments(saved.rows()), "W" + after + ", saved", LEVEL);
    h = scope.persist(saved.columns().onStripes(traffic), "H" + after + ", saved", LEVEL);
    terms = newTerms();
    changed = false;
    List.of(old.get(0), old.get(2)).forEach(SparkScope::forgetShuffle);
    old.forEach(scope::release);
    Optional.ofNullable(before).ifPresent(this::releaseSaved);
  }

  private void releaseSaved(SavedFit fit) {
    fit.factors().forEach(store::release);
  }

  @Override
  public double cells() {
    Loss loss = rules.loss();
    return sum(
        traffic.numbers(
            w,
            h,
            hStatistics,
            (segment, part, share) -> SegmentTask.cellLoss(segment, part, share.ht(), loss)));
  }

  @Override
  public double cells(double value) {
    Loss loss = rules.loss();
    return sum(
        traffic.numbers(w, (segment, part) -> SegmentTask.constantLoss(segment, value, loss)));
  }

  /** Collects a number of each segment and adds up in order. */
  private static double sum(JavaRDD<Double> numbers) {
    double sum = new ArrayList<>(numbers.collect()).stream().reduce(0.0, Double::sum);
    SparkScope.forgetShuffle(numbers);
    return sum;
  }

  private void improveW() {
    JavaRDD<FactorPart> improved = traffic.improvedRows(w, h, hStatistics, rules);
    w = kept(improved, "W after iteration " + iteration);
    wStatistics = statisticsOfW();
  }

  private void improveH() {
    double[] statistics = wStatistics;
    Rules updateRules = rules;
    JavaRDD<FactorPart> improved =
        h.zipPartitions(
            terms,
            (stripes, brought) ->
                new PairedIterator<>(
                    stripes,
                    brought,
                    (old, part) -> old.improved(part, statistics, updateRules.columns())));
    h = kept(improved, "H after iteration " + iteration);
    hStatistics = statisticsOfH();
  }

  private JavaRDD<FactorPart> newTerms() {
    return kept(traffic.terms(w, h, rules.loss()), "terms of iteration " + iteration);
  }

  private JavaRDD<FactorPart> kept(JavaRDD<FactorPart> factor, String name) {
    return scope.persist(factor, name, LEVEL);
  }

  private double[] statisticsOfW() {
    BlockGrid layout = grid;
    OrderedReduce total = new OrderedReduce(grid.segments());
    w.mapPartitions(parts -> PartialSums.statistics(parts, layout).iterator())
        .collect()
        .forEach(total::add);
    return total.root().statistics();
  }

  private double[] statisticsOfH() {
    int length = FactorStatistics.length(grid.rank());
    JavaRDD<double[]> parts =
        h.map(
            part -> {
              double[] statistics = new double[length];
              part.addStatistics(statistics);
              return statistics;
            });
    return StripeSums.inOrder(parts.collect());
  }

  @Override
  public double cross() {
    return sumOverStripes((sums, part) -> sums.dot(part));
  }

  private double sumOverStripes(PartNumber number) {
    JavaRDD<double[]> parts =
        terms.zip(h).map(pair -> new double[] {number.of(pair._1(), pair._2())});
    return StripeSums.inOrder(parts.collect())[0];
  }

  /** A number that the terms of a stripe and its rows of H' give. */
  @FunctionalInterface
  private interface PartNumber extends Serializable {
    double of(FactorPart terms, FactorPart rows);
  }

  @Override
  public double yardstick() {
    return ledger.yardstick(this);
  }

  @Override
  public OptionalDouble directLoss() {
    if ((long) grid.columns() * grid.rank() * grid.precision().bytes() > MOST_RESIDUAL_BYTES) {
      return OptionalDouble.empty();
    }
    Broadcast<Factor> shared = scope.broadcast(FactorParts.whole(h.collect(), grid));
    double cells = sum(traffic.fullLoss(w, shared, rules.loss()));
    scope.release(shared);
    return OptionalDouble.of(rules.loss().complete(cells, wStatistics, hStatistics, grid.rank()));
  }

  @Override
  public double projectedGradient() {
    return JobLabel.during(
        scope.context(), "projected gradient", () -> gradientOfH() + gradientOfW());
  }

  /** The terms of H may be those of H before its last update. */
  private double gradientOfH() {
    if (rules.loss().needsBothFactors()) {
      JavaRDD<FactorPart> old = terms;
      terms = newTerms();
      terms.count();
      scope.release(old);
    }
    ProjectedGradient gradient = rules.columnGradient();
    double[] statistics = wStatistics;
    return sumOverStripes(
        (brought, part) ->
            gradient.of(part.rows(), 0, part.rows().rows(), brought.rows(), 0, statistics));
  }

  private double gradientOfW() {
    Rules all = rules;
    return sum(
        traffic.numbers(
            w,
            h,
            hStatistics,
            (segment, part, share) ->
                new SegmentTask().projectedGradient(segment, part, share, all)));
  }

  @Override
  public BitSet deadComponents() {
    return FactorStatistics.dead(wStatistics, hStatistics, grid.rank());
  }

  @Override
  public void remap(FactorMap rowMap, FactorMap columnMap) {
    List<JavaRDD<FactorPart>> old = List.of(w, h, terms);
    w = scope.persist(w.map(part -> part.mapped(rowMap)), "W changed", LEVEL);
    h = scope.persist(h.map(part -> part.mapped(columnMap)), "H changed", LEVEL);
    wStatistics = statisticsOfW();
    hStatistics = statisticsOfH();
    changed = true;
    terms = newTerms();
    terms.count();
    old.forEach(scope::release);
  }

  @Override
  public double[] rowStatistics() {
    return wStatistics;
  }

  @Override
  public double[] columnStatistics() {
    return hStatistics;
  }

  @Override
  public double[] sumOverRows(PartSum sum, int length) {
    return sums(w, sum, length);
  }

  @Override
  public double[] sumOverColumns(PartSum sum, int length) {
    return sums(h, sum, length);
  }

  private static double[] sums(JavaRDD<FactorPart> factor, PartSum sum, int length) {
    return StripeSums.inOrder(factor.map(part -> part.sum(sum, length)).collect());
  }

  @Override
  public FactorSource mappedRows(FactorMap map) {
    return new FactorSource.Distributed(w.map(part -> part.mapped(map)));
  }

  @Override
  public FactorSource mappedColumns(FactorMap map) {
    return new FactorSource.Distributed(h.map(part -> part.mapped(map)));
  }

  @Override
  public void release() {
    List.of(w, h, terms).forEach(scope::release);
    Optional.ofNullable(saved).ifPresent(this::releaseSaved);
    saved = null;
  }

  @Override
  public long bytesMoved() {
    return traffic.bytesMoved(rules.loss());
  }

  @Override
  public JavaRDD<FactorPart> w() {
    return w;
  }

  @Override
  public JavaRDD<FactorPart> h() {
    return h;
  }
}
