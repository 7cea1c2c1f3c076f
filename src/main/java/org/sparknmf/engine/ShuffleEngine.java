package org.sparknmf.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorParts;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.factor.PartSum;
import org.sparknmf.engine.factor.SavedFit;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.shuffle.ShuffleTraffic;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.engine.spark.SparkScope;
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
  private final ShuffledFactors factors;
  private ShuffledFactors.State kept;
  private SavedFit saved;
  private boolean changed = true;
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
    this.factors = new ShuffledFactors(traffic, task, scope);
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
          factors.addUp();
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
    ShuffledFactors.State old = factors.state();
    if (order == UpdateOrder.ROWS_FIRST) {
      factors.improveW(0, iteration);
      factors.renewTerms(iteration);
      factors.improveH(iteration);
    } else {
      factors.improveH(iteration);
      factors.improveW(0, iteration);
      factors.renewTerms(iteration);
    }
    changed = true;
    FitProgress progress = progress();
    factors.release(old);
    saveIfDue();
    return progress;
  }

  private FitProgress progress() {
    FitProgress progress = ledger.progress(this);
    factors.forgetShuffles();
    return progress;
  }

  private void saveIfDue() {
    if (settings.isDue(iteration)) {
      saveChanges();
    }
  }

  @Override
  public FitProgress attempt(double weight) {
    iteration++;
    String label = "iteration " + iteration + jobSuffix;
    kept = factors.state();
    return JobLabel.during(
        scope.context(),
        label,
        () -> rules.extrapolation().isOfBoth() ? improveBoth(weight) : improveBeyond(weight));
  }

  /** From the terms of both factors to those of the next ones, which tell the loss. */
  private FitProgress improveBoth(double weight) {
    factors.improveHBeyond(weight, iteration);
    factors.improveW(weight, iteration);
    factors.renewTerms(iteration);
    return progress();
  }

  /** Rows first in either order: an iteration ends with the factor that has momentum. */
  private FitProgress improveBeyond(double weight) {
    if (weight > 0) {
      factors.extrapolateH(weight, iteration);
    }
    JavaRDD<FactorPart> start = factors.h();
    factors.improveW(0, iteration);
    factors.renewTerms(iteration);
    factors.improveH(iteration);
    FitProgress progress = progress();
    if (start != kept.h()) {
      scope.release(start);
    }
    return progress;
  }

  @Override
  public void keep() {
    factors.keep(kept);
    kept = null;
    changed = true;
    saveIfDue();
  }

  @Override
  public void takeBack() {
    factors.takeBack(kept);
    kept = null;
    saveIfDue();
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
    SavedFit before = saved;
    saved = factors.saved(store, iteration);
    factors.become(saved, iteration);
    changed = false;
    Optional.ofNullable(before).ifPresent(this::releaseSaved);
  }

  @Override
  public void remember(SavedFit saved) {
    factors.remember(saved);
  }

  private void releaseSaved(SavedFit fit) {
    fit.factors().forEach(store::release);
  }

  @Override
  public double cells() {
    Loss loss = rules.loss();
    return sum(
        traffic.numbers(
            factors.w(),
            factors.h(),
            factors.hStatistics(),
            (segment, part, share) -> SegmentTask.cellLoss(segment, part, share.ht(), loss)));
  }

  @Override
  public double cells(double value) {
    Loss loss = rules.loss();
    return sum(
        traffic.numbers(
            factors.w(), (segment, part) -> SegmentTask.constantLoss(segment, value, loss)));
  }

  /** Collects a number of each segment and adds up in order. */
  private static double sum(JavaRDD<Double> numbers) {
    double sum = new ArrayList<>(numbers.collect()).stream().reduce(0.0, Double::sum);
    SparkScope.forgetShuffle(numbers);
    return sum;
  }

  @Override
  public double cross() {
    Loss loss = rules.loss();
    return sumOverStripes(
        (sums, part) -> loss.cross(sums.rows(), 0, part.rows().rows(), part.rows(), 0));
  }

  @Override
  public double charged() {
    Rules all = rules;
    return sumOverStripes(
        (sums, part) -> all.charged(sums.rows(), 0, part.rows().rows(), part.rows(), 0));
  }

  @Override
  public double told() {
    Loss loss = rules.loss();
    return sumOverStripes((sums, part) -> loss.told(sums.rows(), 0, sums.rows().rows()));
  }

  private double sumOverStripes(PartNumber number) {
    JavaRDD<double[]> parts =
        factors
            .terms()
            .zip(factors.h())
            .map(pair -> new double[] {number.of(pair._1(), pair._2())});
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
    Broadcast<Factor> shared = scope.broadcast(FactorParts.whole(factors.h().collect(), grid));
    double cells = sum(traffic.fullLoss(factors.w(), shared, rules.loss()));
    scope.release(shared);
    return OptionalDouble.of(
        rules.loss().complete(cells, factors.wStatistics(), factors.hStatistics(), grid.rank()));
  }

  @Override
  public double projectedGradient() {
    return JobLabel.during(
        scope.context(), "projected gradient", () -> gradientOfH() + gradientOfW());
  }

  /** The terms of H may be those of H before its last update. */
  private double gradientOfH() {
    if (rules.loss().needsBothFactors()) {
      factors.renewTermsNow();
    }
    ProjectedGradient gradient = rules.columnGradient();
    double[] statistics = factors.wStatistics();
    return sumOverStripes(
        (brought, part) ->
            gradient.of(part.rows(), 0, part.rows().rows(), brought.rows(), 0, statistics));
  }

  private double gradientOfW() {
    Rules all = rules;
    return sum(
        traffic.numbers(
            factors.w(),
            factors.h(),
            factors.hStatistics(),
            (segment, part, share) ->
                new SegmentTask().projectedGradient(segment, part, share, all)));
  }

  @Override
  public BitSet deadComponents() {
    return FactorStatistics.dead(factors.wStatistics(), factors.hStatistics(), grid.rank());
  }

  @Override
  public void remap(FactorMap rowMap, FactorMap columnMap) {
    factors.remap(rowMap, columnMap);
    changed = true;
  }

  @Override
  public double[] rowStatistics() {
    return factors.wStatistics();
  }

  @Override
  public double[] columnStatistics() {
    return factors.hStatistics();
  }

  @Override
  public double[] sumOverRows(PartSum sum, int length) {
    return sums(factors.w(), sum, length);
  }

  @Override
  public double[] sumOverColumns(PartSum sum, int length) {
    return sums(factors.h(), sum, length);
  }

  private static double[] sums(JavaRDD<FactorPart> factor, PartSum sum, int length) {
    return StripeSums.inOrder(factor.map(part -> part.sum(sum, length)).collect());
  }

  @Override
  public FactorSource mappedRows(FactorMap map) {
    return new FactorSource.Distributed(factors.w().map(part -> part.mapped(map)));
  }

  @Override
  public FactorSource mappedColumns(FactorMap map) {
    return new FactorSource.Distributed(factors.h().map(part -> part.mapped(map)));
  }

  @Override
  public void release() {
    factors.release();
    Optional.ofNullable(saved).ifPresent(this::releaseSaved);
    saved = null;
  }

  @Override
  public long bytesMoved() {
    return traffic.bytesMoved(rules.loss());
  }

  @Override
  public JavaRDD<FactorPart> w() {
    return factors.w();
  }

  @Override
  public JavaRDD<FactorPart> h() {
    return factors.h();
  }
}
