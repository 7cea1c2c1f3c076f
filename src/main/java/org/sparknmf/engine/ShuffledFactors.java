package org.sparknmf.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.factor.SavedFit;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.shuffle.ShuffleTraffic;
import org.sparknmf.engine.spark.Partitions;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.engine.sums.OrderedReduce;
import org.sparknmf.engine.sums.PartialSums;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.StripeSums;
import org.sparknmf.solver.update.Extrapolation;
import org.sparknmf.solver.update.Rules;

/** Both factors as parts on the executors, the terms of H, and the statistics of both. */
final class ShuffledFactors {
  private static final StorageLevel LEVEL = StorageLevel.MEMORY_AND_DISK();

  private final ShuffleTraffic traffic;
  private final BlockGrid grid;
  private final Rules rules;
  private final SparkScope scope;
  private JavaRDD<FactorPart> w;
  private JavaRDD<FactorPart> h;
  private JavaRDD<FactorPart> terms;
  private Optional<JavaRDD<FactorPart>> hBefore = Optional.empty();

  /** Whether the parts of both factors have the rows before for the next iteration. */
  private boolean remembers;

  private double[] wStatistics;
  private double[] hStatistics;

  /** The start values of a task; nothing is computed yet. */
  ShuffledFactors(ShuffleTraffic traffic, EngineTask task, SparkScope scope) {
    this.traffic = traffic;
    this.grid = task.grid();
    this.rules = task.rules();
    this.scope = scope;
    this.w = kept(traffic.onSegments(task.rows()), "W start");
    this.h = kept(task.columns().onStripes(traffic), "H start");
  }

  /** Both factors at one time, and what was known of them. */
  @SuppressWarnings("ArrayRecordComponent") // Held, never compared.
  record State(
      JavaRDD<FactorPart> w,
      JavaRDD<FactorPart> h,
      JavaRDD<FactorPart> terms,
      double[] wStatistics,
      double[] hStatistics) {

    private List<JavaRDD<FactorPart>> rdds() {
      return List.of(w, h, terms);
    }
  }

  State state() {
    return new State(w, h, terms, wStatistics, hStatistics);
  }

  private JavaRDD<FactorPart> kept(JavaRDD<FactorPart> factor, String name) {
    return scope.persist(factor, name, LEVEL);
  }

  /** Finds the statistics of both factors and the terms. */
  void addUp() {
    hStatistics = statisticsOfH();
    wStatistics = statisticsOfW();
    renewTerms(0);
  }

  /** Improves W, with momentum where both factors have it. */
  void improveW(double weight, int iteration) {
    JavaRDD<FactorPart> improved = traffic.improvedRows(w, h, hStatistics, rules, weight);
    w = kept(improved, "W after iteration " + iteration);
    wStatistics = statisticsOfW();
  }

  void improveH(int iteration) {
    double[] statistics = wStatistics;
    Rules updateRules = rules;
    JavaRDD<FactorPart> improved =
        Partitions.paired(
            h, terms, (old, part) -> old.improved(part, statistics, updateRules.columns()));
    h = kept(improved, "H after iteration " + iteration);
    hStatistics = statisticsOfH();
  }

  /** Improves H by the terms, and goes on beyond it. */
  void improveHBeyond(double weight, int iteration) {
    double[] statistics = wStatistics;
    Rules updateRules = rules;
    JavaRDD<FactorPart> beyond =
        Partitions.paired(
            h, terms, (old, part) -> old.improvedBeyond(part, statistics, updateRules, weight));
    h = kept(beyond, "H of iteration " + iteration);
    hStatistics = statisticsOfH();
  }

  void renewTerms(int iteration) {
    terms = kept(traffic.terms(w, h, rules.loss()), "terms of iteration " + iteration);
  }

  /** Makes the terms of both factors as they stand, and forgets the others. */
  void renewTermsNow() {
    JavaRDD<FactorPart> old = terms;
    terms = kept(traffic.terms(w, h, rules.loss()), "terms");
    terms.count();
    scope.release(old);
  }

  /** Puts the point beyond H on the way from the H before in the place of H. */
  void extrapolateH(double weight, int iteration) {
    Extrapolation extrapolation = rules.extrapolation();
    JavaRDD<FactorPart> beyond =
        h.zip(hBefore.orElseThrow())
            .map(pair -> pair._1().extrapolated(pair._2(), weight, extrapolation));
    h = kept(beyond, "H extrapolated for iteration " + iteration);
    hStatistics = statisticsOfH();
    forgetBefore();
  }

  private void forgetBefore() {
    hBefore.ifPresent(scope::release);
    hBefore = Optional.empty();
  }

  /** In this order: the way back along the lineage ends where something is persisted. */
  void forgetShuffles() {
    List.of(w, terms).forEach(SparkScope::forgetShuffle);
  }

  void release(State old) {
    old.rdds().forEach(scope::release);
  }

  /** Of what there was, only what goes with both factors, or the H before, is of use. */
  void keep(State old) {
    forgetBefore();
    remembers = rules.extrapolation().isOfBoth();
    if (remembers) {
      release(old);
      return;
    }
    hBefore = Optional.of(old.h());
    List.of(old.w(), old.terms()).forEach(scope::release);
  }

  /** All is as it was, but for what was before. */
  void takeBack(State old) {
    forgetBefore();
    remembers = false;
    release(state());
    w = old.w();
    h = old.h();
    terms = old.terms();
    wStatistics = old.wStatistics();
    hStatistics = old.hStatistics();
  }

  /** Saves what the next iteration begins with. */
  SavedFit saved(FactorStore store, int iteration) {
    String after = " after iteration " + iteration;
    return new SavedFit(
        store.save(w, grid, "W" + after),
        store.save(h, grid, "H" + after),
        before().stream().map(one -> store.save(one, grid, "H before it")).toList(),
        remembers
            ? List.of(store.save(w.map(FactorPart::remembered), grid, "W before it"))
            : List.of(),
        List.of());
  }

  private Optional<JavaRDD<FactorPart>> before() {
    return remembers ? Optional.of(h.map(FactorPart::remembered)) : hBefore;
  }

  /**
   * Lets all come from what was saved. So do the terms: where rows go first they are hardly ever
   * asked for again, elsewhere the next iteration makes them.
   */
  void become(SavedFit saved, int iteration) {
    State old = state();
    List<JavaRDD<FactorPart>> all = new ArrayList<>(old.rdds());
    hBefore.ifPresent(all::add);
    String after = " after iteration " + iteration + ", saved";
    JavaRDD<FactorPart> rows = traffic.onSegments(saved.rows());
    JavaRDD<FactorPart> columns = saved.columns().onStripes(traffic);
    if (remembers) {
      rows = withRowsBefore(rows, saved);
      columns = withColumnsBefore(columns, saved);
    }
    w = kept(rows, "W" + after);
    h = kept(columns, "H" + after);
    renewTerms(iteration);
    rememberH(saved);
    List.of(old.w(), old.terms()).forEach(SparkScope::forgetShuffle);
    all.forEach(scope::release);
  }

  private JavaRDD<FactorPart> withRowsBefore(JavaRDD<FactorPart> rows, SavedFit saved) {
    return Partitions.paired(
        rows, traffic.onSegments(saved.rowMemory().get(0)), FactorPart::remembering);
  }

  private JavaRDD<FactorPart> withColumnsBefore(JavaRDD<FactorPart> columns, SavedFit saved) {
    return Partitions.paired(
        columns, saved.memory().get(0).onStripes(traffic), FactorPart::remembering);
  }

  /** Takes from what was saved what was before; nothing is started. */
  void remember(SavedFit saved) {
    remembers = !saved.rowMemory().isEmpty();
    if (remembers) {
      List.of(w, h).forEach(scope::release);
      w = kept(withRowsBefore(w, saved), "W start");
      h = kept(withColumnsBefore(h, saved), "H start");
    }
    rememberH(saved);
  }

  private void rememberH(SavedFit saved) {
    hBefore =
        remembers
            ? Optional.empty()
            : saved.memory().stream()
                .findFirst()
                .map(before -> kept(before.onStripes(traffic), "H before, saved"));
  }

  void remap(FactorMap rowMap, FactorMap columnMap) {
    forgetBefore();
    remembers = false;
    State old = state();
    w = kept(w.map(part -> part.mapped(rowMap)), "W changed");
    h = kept(h.map(part -> part.mapped(columnMap)), "H changed");
    wStatistics = statisticsOfW();
    hStatistics = statisticsOfH();
    terms = kept(traffic.terms(w, h, rules.loss()), "terms");
    terms.count();
    release(old);
  }

  void release() {
    forgetBefore();
    release(state());
  }

  private double[] statisticsOfW() {
    BlockGrid layout = grid;
    OrderedReduce total = new OrderedReduce(grid.segments());
    Partitions.collected(w.mapPartitions(parts -> PartialSums.statistics(parts, layout).iterator()))
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
    return StripeSums.inOrder(Partitions.collected(parts));
  }

  JavaRDD<FactorPart> w() {
    return w;
  }

  JavaRDD<FactorPart> h() {
    return h;
  }

  JavaRDD<FactorPart> terms() {
    return terms;
  }

  double[] wStatistics() {
    return wStatistics;
  }

  double[] hStatistics() {
    return hStatistics;
  }
}
