package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.solver.ErrorTerms;
import io.github.sparknmf.solver.StripeSums;
import io.github.sparknmf.solver.UpdateOrder;
import io.github.sparknmf.solver.UpdateRule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * X, W and H all stay on the executors: W with the segments of X, H' in stripes. Rows of H' travel
 * to the partitions of X that touch them, and sums of X'W travel back to the stripes; the driver
 * sees k x k numbers only.
 */
final class ShuffleEngine implements FitEngine {
  private static final StorageLevel LEVEL = StorageLevel.MEMORY_AND_DISK();

  /** A residual cell by cell needs all of H' on every machine. */
  private static final long MOST_RESIDUAL_BYTES = 256L << 20;

  private final SparkScope scope;
  private final BlockGrid grid;
  private final UpdateRule rule;
  private final UpdateOrder order;
  private final ShuffleTraffic traffic;
  private final Checkpoints checkpoints;
  private final String jobSuffix;
  private JavaRDD<FactorPart> w;
  private JavaRDD<FactorPart> h;
  private JavaRDD<FactorPart> product;
  private double[] wGram;
  private double[] hGram;
  private int iteration;

  /**
   * An engine that has started nothing yet; the matrix is released when its blocks have been
   * renumbered.
   *
   * @param matrix X
   * @param rows gives the start values of W
   * @param columns gives the start values of H'
   * @param rule how both are updated
   * @param order which factor comes first
   * @param settings for labels, and where and how often to checkpoint
   * @param scope releases whatever is left at its end
   */
  ShuffleEngine(
      DistributedMatrix matrix,
      FactorStart rows,
      FactorStart columns,
      UpdateRule rule,
      UpdateOrder order,
      EngineSettings settings,
      SparkScope scope) {
    this.scope = scope;
    this.grid = matrix.grid();
    this.rule = rule;
    this.order = order;
    this.jobSuffix = " of at most " + settings.maxIterations();
    this.checkpoints =
        new Checkpoints(
            scope.context(), settings.checkpointDirectory(), settings.checkpointInterval());
    this.traffic = ShuffleTraffic.open(matrix, scope);
    this.w = scope.persist(traffic.startOfW(rows), "W start", LEVEL);
    this.h = scope.persist(traffic.startOfH(columns), "H start", LEVEL);
  }

  @Override
  public ErrorTerms start() {
    return JobLabel.during(
        scope.context(),
        "error of the start values",
        () -> {
          hGram = gramOfH();
          wGram = gramOfW();
          product = newProduct(false);
          return ErrorTerms.of(cross(), wGram, hGram);
        });
  }

  @Override
  public ErrorTerms iterate() {
    iteration++;
    String label = "iteration " + iteration + jobSuffix;
    return JobLabel.during(scope.context(), label, this::improve);
  }

  private ErrorTerms improve() {
    JavaRDD<FactorPart> oldW = w;
    JavaRDD<FactorPart> oldH = h;
    JavaRDD<FactorPart> oldProduct = product;
    boolean saving = checkpoints.isDue(iteration);
    if (order == UpdateOrder.ROWS_FIRST) {
      improveW(saving);
      product = newProduct(saving);
      improveH(saving);
    } else {
      improveH(saving);
      improveW(saving);
      product = newProduct(saving);
    }
    ErrorTerms terms = ErrorTerms.of(cross(), wGram, hGram);
    // In this order: the way back along the lineage ends where something is persisted.
    List.of(w, product).forEach(SparkScope::forgetShuffle);
    List.of(oldW, oldH, oldProduct).forEach(scope::release);
    if (saving) {
      checkpoints.saved(List.of(w, h, product));
    }
    return terms;
  }

  private void improveW(boolean saving) {
    JavaRDD<FactorPart> improved = traffic.improvedRows(w, h, hGram, rule);
    w = kept(improved, "W after iteration " + iteration, saving);
    wGram = gramOfW();
  }

  private void improveH(boolean saving) {
    double[] gram = wGram;
    UpdateRule updateRule = rule;
    JavaRDD<FactorPart> improved =
        h.zipPartitions(
            product,
            (stripes, products) ->
                new PairedIterator<>(
                    stripes, products, (old, sums) -> old.improved(sums, gram, updateRule)));
    h = kept(improved, "H after iteration " + iteration, saving);
    hGram = gramOfH();
  }

  private JavaRDD<FactorPart> newProduct(boolean saving) {
    return kept(traffic.product(w), "X'W of iteration " + iteration, saving);
  }

  private JavaRDD<FactorPart> kept(JavaRDD<FactorPart> factor, String name, boolean saving) {
    scope.persist(factor, name, LEVEL);
    if (saving) {
      factor.checkpoint();
    }
    return factor;
  }

  private double[] gramOfW() {
    BlockGrid layout = grid;
    OrderedReduce total = new OrderedReduce(grid.segments());
    w.mapPartitions(parts -> PartialSums.grams(parts, layout).iterator())
        .collect()
        .forEach(total::add);
    return total.root().gram();
  }

  private double[] gramOfH() {
    return StripeSums.inOrder(h.map(part -> part.rows().gram()).collect());
  }

  private double cross() {
    JavaRDD<double[]> parts =
        product.zipPartitions(
            h,
            (products, stripes) ->
                new PairedIterator<>(
                    products, stripes, (sums, part) -> new double[] {sums.dot(part)}));
    return StripeSums.inOrder(parts.collect())[0];
  }

  @Override
  public OptionalDouble squaredResidual() {
    if ((long) grid.columns() * grid.rank() * grid.precision().bytes() > MOST_RESIDUAL_BYTES) {
      return OptionalDouble.empty();
    }
    Factor ht = Factor.zeros(grid.precision(), grid.columns(), grid.rank());
    for (FactorPart part : h.collect()) {
      ht.copyFrom(part.rows(), 0, (int) part.firstRow(), part.rows().rows());
    }
    Broadcast<Factor> shared = scope.broadcast(ht);
    List<Double> parts = new ArrayList<>(traffic.squaredResiduals(w, shared).collect());
    scope.release(shared);
    return OptionalDouble.of(parts.stream().reduce(0.0, Double::sum));
  }

  @Override
  public long bytesMoved() {
    return traffic.bytesMoved();
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
