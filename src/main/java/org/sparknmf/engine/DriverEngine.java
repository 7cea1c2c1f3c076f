package org.sparknmf.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorParts;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.factor.PartSum;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.engine.inspect.SlicePart;
import org.sparknmf.engine.inspect.SlicePass;
import org.sparknmf.engine.inspect.SliceQuery;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.engine.sums.OrderedReduce;
import org.sparknmf.engine.sums.PartialSums;
import org.sparknmf.engine.sums.SegmentNumber;
import org.sparknmf.engine.sums.SegmentTask;
import org.sparknmf.engine.sums.SumNode;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.StripeSums;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.update.Rules;

/**
 * X and W in the driver, for data so small that a Spark job would take longer than its arithmetic:
 * the same segments, kernels and ordered sum as on the executors, on the driver's own cores.
 */
final class DriverEngine implements RowEngine {
  private final SparkScope scope;
  private final BlockGrid grid;
  private final Rules rules;
  private final FactorStore store;
  private final DriverSegments x;
  private final List<FactorPart> w;
  private List<FactorPart> before = List.of();

  /** Whether the parts of W have the rows before for the next iteration. */
  private boolean remembers;

  private JavaRDD<FactorPart> distributed;

  /**
   * An engine that has started nothing yet.
   *
   * @param x the segments of X
   * @param task start values, rules
   * @param store where W is saved when asked for
   * @param scope for W when it is asked for as an RDD
   */
  DriverEngine(DriverSegments x, EngineTask task, FactorStore store, SparkScope scope) {
    this.store = store;
    this.grid = task.grid();
    this.rules = task.rules();
    this.scope = scope;
    this.x = x;
    this.w = new ArrayList<>(task.rows().of(x.all(), grid));
  }

  @Override
  public FactorSums sums(Factor ht, double[] statistics) {
    return reduce(w::get, ht);
  }

  @Override
  public FactorSums update(Factor ht, double[] statistics) {
    return improve(ht, statistics, 0);
  }

  private FactorSums improve(Factor ht, double[] statistics, double weight) {
    distributed = null;
    HShare h = new HShare(ht, statistics);
    return reduce(
        s -> {
          FactorPart updated = new SegmentTask().update(x.all().get(s), w.get(s), h, rules, weight);
          w.set(s, updated);
          return updated;
        },
        ht);
  }

  @Override
  public FactorSums attempt(Factor ht, double[] statistics, double weight) {
    before = List.copyOf(w);
    return improve(ht, statistics, weight);
  }

  @Override
  public void keep() {
    before = List.of();
    remembers = rules.extrapolation().isOfBoth();
  }

  @Override
  public void takeBack() {
    distributed = null;
    for (int s = 0; s < w.size(); s++) {
      w.set(s, before.get(s));
    }
    before = List.of();
    remembers = false;
  }

  /** Gives the rows of W of a segment, updated or as they are. */
  @FunctionalInterface
  private interface FactorOfSegment {
    FactorPart of(int segment);
  }

  /** Adds up the sums of all segments, each after its factor is known. */
  private FactorSums reduce(FactorOfSegment factors, Factor ht) {
    OrderedReduce total = new OrderedReduce(grid.segments());
    List<List<SumNode>> parts =
        x.threads()
            .map(
                thread -> {
                  int from = x.first(thread);
                  List<Segment> share = x.all().subList(from, x.first(thread + 1));
                  return new PartialSums(grid, rules.loss())
                      .of(share, i -> factors.of(from + i), ht, 0, grid.columns());
                });
    parts.forEach(nodes -> nodes.forEach(total::add));
    return FactorSums.whole(total.root().product(), total.root().statistics());
  }

  @Override
  public double cellLoss(Factor ht, double[] statistics) {
    Loss loss = rules.loss();
    return sumOverSegments((segment, rows) -> SegmentTask.cellLoss(segment, rows, ht, loss));
  }

  @Override
  public double constantLoss(double value) {
    Loss loss = rules.loss();
    return sumOverSegments((segment, rows) -> SegmentTask.constantLoss(segment, value, loss));
  }

  @Override
  public double projectedGradient(Factor ht, double[] statistics) {
    HShare h = new HShare(ht, statistics);
    return sumOverSegments(
        (segment, rows) -> new SegmentTask().projectedGradient(segment, rows, h, rules));
  }

  private double sumOverSegments(SegmentNumber number) {
    List<List<Double>> parts =
        x.threads()
            .map(
                thread ->
                    IntStream.range(x.first(thread), x.first(thread + 1))
                        .mapToObj(s -> number.of(x.all().get(s), w.get(s)))
                        .toList());
    return parts.stream().flatMap(List::stream).reduce(0.0, Double::sum);
  }

  @Override
  public double[] sumOverRows(PartSum sum, int length) {
    return StripeSums.inOrder(w.stream().map(part -> part.sum(sum, length)).toList());
  }

  @Override
  public List<SlicePart> lines(HShare h, SliceQuery query) {
    List<SlicePart> parts =
        x.threads()
            .map(
                thread -> {
                  int from = x.first(thread);
                  int to = x.first(thread + 1);
                  return SlicePass.over(
                      x.all().subList(from, to).iterator(),
                      w.subList(from, to).iterator(),
                      grid,
                      query,
                      h);
                });
    return List.of(SlicePart.joined(parts, grid));
  }

  @Override
  public FactorSource mappedRows(FactorMap map) {
    return new FactorSource.Held(w.stream().map(part -> part.mapped(map)).toList());
  }

  @Override
  public void remap(FactorMap map) {
    w.replaceAll(part -> part.mapped(map));
    remembers = false;
    distributed = null;
  }

  @Override
  public SavedFactor save() {
    return store.save(w, grid);
  }

  @Override
  public List<SavedFactor> saveMemory() {
    return remembers
        ? List.of(store.save(w.stream().map(FactorPart::remembered).toList(), grid))
        : List.of();
  }

  @Override
  public void remember(List<SavedFactor> memory) {
    remembers = !memory.isEmpty();
    for (SavedFactor factor : memory) {
      List<FactorPart> old = factor.of(x.all(), grid);
      for (int s = 0; s < w.size(); s++) {
        w.set(s, w.get(s).remembering(old.get(s)));
      }
    }
  }

  @Override
  public void release() {
    w.clear();
    distributed = null;
  }

  @Override
  public long bytesMoved() {
    return 0;
  }

  /** W as parts on the cluster, sent out once, however often it is asked for. */
  @Override
  public JavaRDD<FactorPart> w() {
    if (distributed == null) {
      distributed = FactorParts.distribute(w.stream().map(FactorPart::alone).toList(), scope);
    }
    return distributed;
  }
}
