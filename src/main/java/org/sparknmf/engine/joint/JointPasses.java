package org.sparknmf.engine.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.engine.spark.PairedIterator;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.engine.sums.OrderedReduce;

/**
 * Passes over X for many factorizations at once: X is read once for all of them. W stays on the
 * executors, one job is one pass, and sums run along the same fixed tree as those of a single
 * factorization.
 */
public final class JointPasses {
  private static final StorageLevel LEVEL = StorageLevel.MEMORY_AND_DISK();

  private final DistributedMatrix x;
  private final FactorStore store;
  private final SparkScope scope;
  private final List<Broadcast<HShare[]>> sinceSaved = new ArrayList<>();
  private JavaRDD<JointRows> w;
  private List<SavedFactor> saved = List.of();

  /**
   * Creates passes that have computed nothing yet.
   *
   * @param store where W is saved from time to time, so that what it came from can be forgotten
   * @param scope releases whatever is left at its end
   */
  public JointPasses(DistributedMatrix x, FactorStore store, SparkScope scope) {
    this.x = x;
    this.store = store;
    this.scope = scope;
  }

  /**
   * Changes W; the sums of each group over the new W.
   *
   * @param h whatever the work is to know of H
   */
  public List<JointSums> change(String label, JointWork work, List<HShare> h) {
    Broadcast<HShare[]> shared = scope.broadcast(h.toArray(HShare[]::new));
    sinceSaved.add(shared);
    JavaRDD<JointRows> old = w;
    w = scope.persist(changed(old, work, shared), "W side by side, " + label, LEVEL);
    List<JointSums> sums = sums(label, work, shared);
    if (old != null) {
      scope.release(old);
    }
    shared.unpersist(false);
    return sums;
  }

  private JavaRDD<JointRows> changed(
      JavaRDD<JointRows> old, JointWork work, Broadcast<HShare[]> h) {
    if (old == null) {
      return x.segments().map(segment -> JointRows.of(work, segment, null, List.of(h.value())));
    }
    return x.segments()
        .zipPartitions(
            old,
            (segments, rows) ->
                new PairedIterator<>(
                    segments,
                    rows,
                    (segment, row) -> JointRows.of(work, segment, row, List.of(h.value()))));
  }

  /**
   * The sums of each group over W as it is.
   *
   * @param h whatever the work is to know of H
   */
  public List<JointSums> look(String label, JointWork work, List<HShare> h) {
    Broadcast<HShare[]> shared = scope.broadcast(h.toArray(HShare[]::new));
    List<JointSums> sums = sums(label, work, shared);
    scope.release(shared);
    return sums;
  }

  private List<JointSums> sums(String label, JointWork work, Broadcast<HShare[]> h) {
    int segments = x.grid().segments();
    JavaRDD<JointNode> partial =
        x.segments()
            .zipPartitions(
                w, (own, rows) -> JointNode.of(work, List.of(h.value()), own, rows, segments));
    List<OrderedReduce> totals =
        IntStream.range(0, work.groups()).mapToObj(group -> new OrderedReduce(segments)).toList();
    JobLabel.during(scope.context(), label, partial::collect)
        .forEach(node -> totals.get(node.group()).add(node.sum()));
    return totals.stream()
        .map(OrderedReduce::root)
        .map(root -> new JointSums(root.product(), root.statistics()))
        .toList();
  }

  /**
   * Saves W: from here on it comes from what is saved, and what it came from is needed no more.
   *
   * @param ranks columns of the W of each group
   */
  public List<SavedFactor> save(List<Integer> ranks) {
    JavaRDD<JointRows> old = w;
    List<SavedFactor> before = saved;
    List<SavedFactor> now = new ArrayList<>();
    for (int g = 0; g < ranks.size(); g++) {
      int group = g;
      JavaRDD<FactorPart> parts = old.map(rows -> rows.part(group));
      BlockGrid grid = x.grid().withFactors(ranks.get(g), x.grid().precision());
      now.add(store.save(parts, grid, "W of group " + (g + 1)));
    }
    restore(now);
    before.forEach(store::release);
    sinceSaved.forEach(scope::releaseAtOnce);
    sinceSaved.clear();
    return saved;
  }

  /** Goes on from what was saved; the factors are this object's from here on. */
  public void restore(List<SavedFactor> factors) {
    JavaRDD<JointRows> old = w;
    saved = List.copyOf(factors);
    JointRestart restart = new JointRestart(saved);
    w =
        scope.persist(
            x.segments().map(segment -> JointRows.of(restart, segment, null, List.of())),
            "W side by side, saved",
            LEVEL);
    if (old != null) {
      scope.release(old);
    }
  }

  /** Forgets W. */
  public void release() {
    if (w != null) {
      scope.release(w);
    }
    saved.forEach(store::release);
    sinceSaved.forEach(scope::release);
    sinceSaved.clear();
  }
}
