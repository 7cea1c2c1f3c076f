package org.sparknmf.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorParts;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.factor.PartSum;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.engine.inspect.SlicePart;
import org.sparknmf.engine.inspect.SliceQuery;
import org.sparknmf.engine.matrix.Batch;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.StripeSums;

/** The rows of all batches, each with an engine of its own. */
final class BatchedRows implements RowFactor {
  private final List<RowEngine> engines;
  private final FactorStore store;
  private final SparkScope scope;
  private List<Factor> sent = List.of();
  private JavaRDD<FactorPart> distributed;

  BatchedRows(List<RowEngine> engines, FactorStore store, SparkScope scope) {
    this.engines = List.copyOf(engines);
    this.store = store;
    this.scope = scope;
  }

  /**
   * Parts in this JVM are sent out once, however often they are asked for; others come together
   * again where they are: a partition of X has segments of all batches.
   */
  @Override
  public JavaRDD<FactorPart> w() {
    List<FactorPart> here = new ArrayList<>();
    List<JavaRDD<FactorPart>> there = new ArrayList<>();
    for (int b = 0; b < engines.size(); b++) {
      Batch batch = new Batch(b, engines.size());
      FactorSource source = engines.get(b).mappedRows((rows, firstRow) -> rows);
      if (source instanceof FactorSource.Held held) {
        held.parts().forEach(part -> here.add(part.numbered(batch.whole(part.index()))));
      } else {
        there.add(engines.get(b).w().map(part -> part.numbered(batch.whole(part.index()))));
      }
    }
    return here.isEmpty() ? merged(there) : distribute(here);
  }

  private JavaRDD<FactorPart> distribute(List<FactorPart> parts) {
    parts.sort(Comparator.comparingInt(FactorPart::index));
    List<Factor> rows = parts.stream().map(FactorPart::rows).toList();
    if (!rows.equals(sent)) {
      sent = rows;
      distributed = FactorParts.distribute(parts, scope);
    }
    return distributed;
  }

  /** Halves first, so that lineage is no deeper than it must be. */
  private static JavaRDD<FactorPart> merged(List<JavaRDD<FactorPart>> batches) {
    if (batches.size() == 1) {
      return batches.get(0);
    }
    int half = batches.size() / 2;
    JavaRDD<FactorPart> others = merged(batches.subList(half, batches.size()));
    return merged(batches.subList(0, half)).zipPartitions(others, BatchedRows::inOrder);
  }

  private static Iterator<FactorPart> inOrder(Iterator<FactorPart> one, Iterator<FactorPart> two) {
    List<FactorPart> all = new ArrayList<>();
    one.forEachRemaining(all::add);
    two.forEachRemaining(all::add);
    all.sort(Comparator.comparingInt(FactorPart::index));
    return all.iterator();
  }

  @Override
  public double[] sumOverRows(PartSum sum, int length) {
    return StripeSums.inOrder(
        engines.stream().map(engine -> engine.sumOverRows(sum, length)).toList());
  }

  @Override
  public List<SlicePart> lines(HShare h, SliceQuery query) {
    return engines.stream().flatMap(engine -> engine.lines(h, query).stream()).toList();
  }

  @Override
  public FactorSource mappedRows(FactorMap map) {
    return new FactorSource.Distributed(w().map(part -> part.mapped(map)));
  }

  /** Rows go by their numbers in X, so that those of all batches are one factor. */
  @Override
  public SavedFactor save() {
    return store.joined(engines.stream().map(RowFactor::save).toList());
  }

  @Override
  public void release() {
    engines.forEach(RowFactor::release);
  }
}
