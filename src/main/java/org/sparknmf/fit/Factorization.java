package org.sparknmf.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sparknmf.engine.Engines;
import org.sparknmf.engine.FitEngine;
import org.sparknmf.engine.factor.FactorParts;
import org.sparknmf.engine.factor.FittedFactor;
import org.sparknmf.engine.factor.PartSum;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.engine.inspect.SliceErrors;
import org.sparknmf.engine.inspect.SliceQuery;
import org.sparknmf.solver.Component;
import org.sparknmf.solver.loop.FitResult;

/** Both factors of X, still where they were computed. Where X was turned, they are turned back. */
public final class Factorization {
  private final FitEngine engine;
  private final boolean turned;
  private final FitResult result;
  private final double startSeconds;
  private final List<Double> attempts = new ArrayList<>();
  private boolean complete;
  private Optional<Consensus> consensus = Optional.empty();
  private List<Component> components;

  Factorization(FitEngine engine, boolean turned, FitResult result, double startSeconds) {
    this.engine = engine;
    this.turned = turned;
    this.result = result;
    this.startSeconds = startSeconds;
  }

  /** Forgets factors that are not wanted. */
  void release() {
    engine.release();
  }

  /** This factorization, noted as the outcome of all attempts. */
  Factorization ofAttempts(List<Double> objectives, boolean all) {
    attempts.addAll(objectives);
    complete = all;
    return this;
  }

  /** This factorization, noted as what several attempts have in common. */
  Factorization ofConsensus(Consensus found) {
    consensus = Optional.of(found);
    return this;
  }

  /** How it came to be what several attempts have in common; empty for one of its own. */
  public Optional<Consensus> consensus() {
    return consensus;
  }

  /** Saves H'; the caller holds it. */
  SavedFactor saveH(Engines engines) {
    return engines.store().save(h().distributed(), engines.x().grid(), "H of an attempt");
  }

  /** What it came to, penalties included. */
  double total() {
    return result.loss() + result.penalty();
  }

  /** Whether there was no time for all iterations. */
  boolean isCutShort(FitTask task) {
    return !result.stopReason().converged() && result.iterations() < task.nmf().maxIterations();
  }

  /** Whether all was done that was asked for; else the time given was over before. */
  public boolean isComplete() {
    return complete;
  }

  /** How long it took to find the start values, where that is work. */
  public double startSeconds() {
    return startSeconds;
  }

  /** History, stop reason. */
  public FitResult result() {
    return result;
  }

  /** W, in order of rows. */
  public FittedFactor w() {
    return turned ? ofColumns() : ofRows();
  }

  /** H', in order of columns. */
  public FittedFactor h() {
    return turned ? ofRows() : ofColumns();
  }

  private FittedFactor ofRows() {
    return FittedFactor.of(engine.mappedRows((rows, firstRow) -> rows), engine::w);
  }

  private FittedFactor ofColumns() {
    return FittedFactor.of(engine.mappedColumns((rows, firstRow) -> rows), engine::h);
  }

  /** The rows and columns of X that are explained worst; empty where that would cost too much. */
  public Optional<SliceErrors> lineErrors(SliceQuery query) {
    return engine.lineErrors(query);
  }

  /** The sum of {@code length} numbers over the rows of W, in a fixed order. */
  public double[] sumOverW(PartSum sum, int length) {
    return turned ? engine.sumOverColumns(sum, length) : engine.sumOverRows(sum, length);
  }

  /** The sum of {@code length} numbers over the rows of H', in a fixed order. */
  public double[] sumOverH(PartSum sum, int length) {
    return turned ? engine.sumOverRows(sum, length) : engine.sumOverColumns(sum, length);
  }

  /** Begins with H H' (k x k); not to be modified. */
  public double[] statisticsOfH() {
    return turned ? engine.rowStatistics() : engine.columnStatistics();
  }

  /** The objective, penalties included, that each attempt came to; this is the least of them. */
  public List<Double> attempts() {
    return attempts;
  }

  /** How many components have vanished. */
  public int deadComponents() {
    return (int) components().stream().filter(component -> component.weight() == 0).count();
  }

  /** The components, the heaviest first. */
  public List<Component> components() {
    if (components == null) {
      double[] wSums = FactorParts.columnSums(w(), "column sums of W");
      components = Component.of(wSums, FactorParts.columnSums(h(), "column sums of H"));
    }
    return components;
  }
}
