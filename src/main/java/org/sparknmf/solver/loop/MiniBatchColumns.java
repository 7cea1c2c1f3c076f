package org.sparknmf.solver.loop;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.StripeSums;
import org.sparknmf.solver.Stripes;
import org.sparknmf.solver.divergence.Divergence;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.update.OnlineUpdate;
import org.sparknmf.solver.update.Rules;

/**
 * The alternation where H' is held in this JVM and improved after each batch of rows. An iteration
 * is a pass over all batches, in their order; it may end early when the last step says so.
 */
public final class MiniBatchColumns extends HeldAlternation {
  private final List<RowBatch> batches;
  private final NmfSettings settings;
  private final MatrixSummary x;
  private final double[][] rowStatistics;
  private OnlineUpdate online;
  private MiniBatchStop stop;
  private Optional<StopReason> finished = Optional.empty();

  /**
   * An alternation that has started nothing yet.
   *
   * @param batches hold X and the start value of W; hold the final W afterwards
   * @param ht start value of H' (n x k), not modified
   * @param rules for all of X
   * @param settings what is asked for, mini-batches among it
   * @param x what is known of all of X
   */
  public MiniBatchColumns(
      List<RowBatch> batches, Factor ht, Rules rules, NmfSettings settings, MatrixSummary x) {
    super(batches.stream().map(RowBatch::side).toList(), ht, rules, x);
    this.batches = List.copyOf(batches);
    this.settings = settings;
    this.x = x;
    this.rowStatistics = new double[batches.size()][];
    forget();
  }

  /** Forgets what earlier batches said of H. */
  private void forget() {
    Objective objective = settings.objective();
    Divergence divergence = objective.divergence();
    online =
        new OnlineUpdate(divergence.denominators(objective.isMissing()), divergence.exponent(), ht);
    stop = new MiniBatchStop(settings.tolerance(), batches.size(), x.rows());
    finished = Optional.empty();
  }

  @Override
  public LoopMemory memory() {
    return new LoopMemory(online.memory(), stop.memory());
  }

  @Override
  public void remember(LoopMemory memory) {
    online.remember(memory.factors());
    stop.remember(memory.numbers());
  }

  @Override
  public double[] rowStatistics() {
    return StripeSums.inOrder(Arrays.asList(rowStatistics));
  }

  @Override
  void addUp() {
    sums = null;
    for (int b = 0; b < rowStatistics.length; b++) {
      note(b, batches.get(b).side().sums(ht, statistics));
    }
  }

  private void note(int batch, FactorSums ofBatch) {
    rowStatistics[batch] = ofBatch.statistics().clone();
    sums = sums == null ? ofBatch : sums.plus(ofBatch);
  }

  @Override
  public FitProgress iterate() {
    sums = null;
    int done = 0;
    while (done < batches.size() && finished.isEmpty()) {
      step(done++);
    }
    if (done < batches.size() && !rules.loss().needsBothFactors()) {
      addUp();
    }
    return ledger.progress(this);
  }

  @Override
  public FitProgress attempt(double weight) {
    throw new UnsupportedOperationException("mini-batches have no momentum");
  }

  @Override
  public void keep() {
    throw new UnsupportedOperationException("mini-batches have no momentum");
  }

  @Override
  public void takeBack() {
    throw new UnsupportedOperationException("mini-batches have no momentum");
  }

  private void step(int number) {
    RowBatch batch = batches.get(number);
    FactorSums ofBatch = batch.side().update(ht, statistics);
    double cost = stop.isOff() ? Double.NaN : cost(batch, ofBatch);
    double change = updateColumns(batch, ofBatch);
    note(number, ofBatch);
    double norm = Math.sqrt(FactorStatistics.squares(statistics, ht.rank()));
    finished = stop.after(batch.size(), cost, change, norm);
  }

  /** What a row of the batch costs on average, penalties included. */
  private double cost(RowBatch batch, FactorSums ofBatch) {
    double[] w = ofBatch.statistics();
    Loss loss = batch.rules().loss();
    double lost =
        loss.needsBothFactors()
            ? loss.complete(batch.side().cellLoss(ht, statistics), w, statistics, ht.rank())
            : loss.fromSums(columns.addUp(loss::cross, ofBatch, ht), w, statistics, ht.rank())
                .orElseThrow();
    return (lost + batch.rules().charged(w, statistics, ht.rank())) / batch.size();
  }

  /**
   * Makes a new H', since the old one may still be in use where it was given out. Gives ||H -
   * H_before||.
   */
  private double updateColumns(RowBatch batch, FactorSums ofBatch) {
    OnlineUpdate.Step step =
        new OnlineUpdate.Step(
            ofBatch.statistics(),
            batch.rules().columnPenalty(),
            settings.miniBatch().kept(batch.size(), x.rows()));
    Factor next = ht.zerosLike(ht.rows());
    int length = FactorStatistics.length(ht.rank());
    Stripes cuts = columns.cuts();
    double[] all =
        columns.addUp(
            stripe -> {
              int first = cuts.start(stripe);
              int count = cuts.size(stripe);
              next.copyFrom(ht, first, first, count);
              int termsRow = ofBatch.productRow(cuts, stripe);
              double change =
                  online.update(step, next, first, count, ofBatch.product(stripe), termsRow);
              double[] part = Arrays.copyOf(columns.statistics(next, stripe), length + 1);
              part[length] = change;
              return part;
            });
    ht = next;
    statistics = Arrays.copyOf(all, length);
    return Math.sqrt(all[length]);
  }

  @Override
  public Optional<StopReason> finished() {
    return finished;
  }

  @Override
  public void remap(FactorMap rowMap, FactorMap columnMap) {
    super.remap(rowMap, columnMap);
    forget();
  }
}
