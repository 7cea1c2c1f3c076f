package org.sparknmf.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.joint.JointPasses;
import org.sparknmf.engine.matrix.CellKeys;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.Precision;
import org.sparknmf.select.trial.HeldOut;
import org.sparknmf.select.trial.JointTrials;
import org.sparknmf.select.trial.SavedBatch;
import org.sparknmf.select.trial.SelectionKeeper;
import org.sparknmf.select.trial.TrialBatch;
import org.sparknmf.select.trial.TrialListener;
import org.sparknmf.select.trial.TrialResult;
import org.sparknmf.solver.InvalidSettingException;

/** Tries ranks on one X and says which is advised. */
public final class RankSelection {
  private final DistributedMatrix x;
  private final CellKeys keys;
  private final SelectionSettings settings;
  private final FactorStore store;
  private final SparkScope scope;
  private final TrialListener listener;
  private final SelectionKeeper keeper;
  private final double share;
  private final Map<Integer, RankSummary> known = new TreeMap<>();
  private DistributedMatrix permuted;
  private boolean isCutShort;

  /**
   * Creates a selection that has computed nothing yet.
   *
   * @param x cut by rows
   * @param keys of its rows and columns: by these, cells are held out
   * @param store where factors are saved on the way
   * @param scope releases whatever is left at its end
   * @param keeper saves trials on the way, and knows of those that were done before
   * @throws InvalidSettingException if X or the settings are of a kind that cannot be compared
   */
  public RankSelection(
      DistributedMatrix x,
      CellKeys keys,
      SelectionSettings settings,
      FactorStore store,
      SparkScope scope,
      TrialListener listener,
      SelectionKeeper keeper) {
    this.x = x;
    this.keys = keys;
    this.settings = settings;
    this.store = store;
    this.scope = scope;
    this.listener = listener;
    this.keeper = keeper;
    this.share =
        settings.share(
            x.grid().emptyCells(),
            (double) x.summary().nonZeros(),
            (double) x.grid().rows() * x.grid().columns());
    requireComparable();
  }

  private void requireComparable() {
    if (x.grid().precision() != Precision.DOUBLE || x.grid().orientation() != Orientation.ROWS) {
      throw new InvalidSettingException(
          "select-rank needs precision double and orientation rows; leave --precision and"
              + " --orientation out");
    }
    long most = Math.min(x.grid().rows(), x.grid().columns());
    if (settings.largest() > most) {
      throw new InvalidSettingException(
          "ranks must be from 1 to min(rows, columns) = %d, got %d; change --ranks"
              .formatted(most, settings.largest()));
    }
  }

  /**
   * What came out.
   *
   * @param choice the rank advised
   * @param heldOutShare of the cells
   * @param ranks what is known of each that was tried, ascending
   * @param isComplete whether there was time for all, and for all of them to settle
   */
  public record Outcome(
      RankChoice choice, double heldOutShare, List<RankSummary> ranks, boolean isComplete) {}

  /** Tries all ranks, or those between which the best must be. */
  public Outcome run() {
    permuted = x.withPermutedColumns(settings.nmf().seed());
    if (settings.isBisected()) {
      bisect();
    } else {
      tryAll(settings.ranks());
    }
    List<RankSummary> ranks = List.copyOf(known.values());
    return new Outcome(RankChoice.of(ranks), HeldOut.rounded(share), ranks, !isCutShort);
  }

  private HeldOut heldOut(int restart) {
    return HeldOut.share(keys, x.grid().emptyCells(), settings.nmf().seed() + restart, share);
  }

  /**
   * Keeps two ranks between which the least held-out error is, as long as it has one valley, and
   * tries the three that cut the ranks between them in four.
   */
  private void bisect() {
    List<Integer> ranks = settings.ranks();
    int from = 0;
    int to = ranks.size() - 1;
    while (to - from > 2) {
      int low = from;
      int high = to;
      List<Integer> places =
          IntStream.rangeClosed(0, 4)
              .map(q -> low + q * (high - low) / 4)
              .distinct()
              .boxed()
              .toList();
      tryAll(places.stream().map(ranks::get).toList());
      int best =
          places.stream()
              .filter(place -> known.containsKey(ranks.get(place)))
              .min(Comparator.comparing(place -> known.get(ranks.get(place)).heldOutError()))
              .orElseThrow();
      int at = places.indexOf(best);
      from = places.get(Math.max(0, at - 1));
      to = places.get(Math.min(places.size() - 1, at + 1));
      if (isOver()) {
        return;
      }
    }
    tryAll(ranks.subList(from, to + 1));
  }

  private void tryAll(List<Integer> wanted) {
    List<Integer> ranks = wanted.stream().filter(rank -> !known.containsKey(rank)).toList();
    if (ranks.isEmpty()) {
      return;
    }
    List<HeldOut> held = IntStream.range(0, settings.restarts()).mapToObj(this::heldOut).toList();
    for (List<Integer> batch : batches(ranks)) {
      if (known.isEmpty() || !isOver()) {
        summarize(
            trials(new TrialBatch(false, settings.isWarm(), batch), held),
            trials(
                new TrialBatch(true, settings.isWarm(), batch),
                List.of(HeldOut.nothing(x.grid().emptyCells()))));
      }
    }
  }

  /** Whether there is no time left; what has not begun is then missing. */
  private boolean isOver() {
    boolean isOver = listener.isOver();
    if (isOver) {
      isCutShort = true;
      keeper.cutShort();
    }
    return isOver;
  }

  /** A batch that was under way comes first, as it was, whatever memory there is now. */
  private List<List<Integer>> batches(List<Integer> ranks) {
    if (settings.isWarm()) {
      return List.of(ranks);
    }
    List<List<Integer>> batches = new ArrayList<>();
    List<Integer> rest = new ArrayList<>(ranks);
    List<Integer> underWay = keeper.ranksUnderWay();
    if (!underWay.isEmpty() && rest.containsAll(underWay)) {
      batches.add(underWay);
      rest.removeAll(underWay);
    }
    if (!rest.isEmpty()) {
      Resources resources = Resources.of(scope.context());
      batches.addAll(
          Batches.of(
              rest,
              settings.restarts(),
              x.grid().rows(),
              x.grid().columns(),
              rank -> settings.nmf().withRank(rank).loss(x.summary()).width(rank),
              resources));
    }
    return batches;
  }

  /** The trials of a batch: some may have been done before. */
  private List<TrialResult> trials(TrialBatch batch, List<HeldOut> held) {
    List<TrialResult> all =
        new ArrayList<>(
            keeper.ended(batch.isPermuted()).stream()
                .filter(one -> batch.ranks().contains(one.rank()))
                .toList());
    List<Integer> left =
        batch.ranks().stream().filter(rank -> count(all, rank) < held.size()).toList();
    if (!left.isEmpty()) {
      all.addAll(sideBySide(batch, left, held));
    }
    return all;
  }

  private static long count(List<TrialResult> trials, int rank) {
    return trials.stream().filter(one -> one.rank() == rank).count();
  }

  private List<TrialResult> sideBySide(TrialBatch batch, List<Integer> left, List<HeldOut> held) {
    Optional<SavedBatch> saved = keeper.take(batch);
    TrialBatch wanted = saved.isPresent() ? batch : batch.of(left);
    DistributedMatrix matrix = batch.isPermuted() ? permuted : x;
    // Of fits of permuted columns only the error is asked for.
    long[] sample =
        batch.isPermuted() ? new long[0] : RowSample.of(x.grid().rows(), settings.nmf().seed());
    JointTrials trials =
        new JointTrials(
            matrix,
            new JointPasses(matrix, store, scope),
            settings.nmf(),
            sample,
            listener,
            keeper);
    List<TrialResult> results = trials.run(wanted, held, saved);
    isCutShort |= trials.isCutShort();
    keeper.batchEnded();
    return results;
  }

  private void summarize(List<TrialResult> trials, List<TrialResult> ofPermuted) {
    Map<Integer, Double> nullErrors =
        ofPermuted.stream()
            .collect(Collectors.toMap(TrialResult::rank, TrialResult::relativeError));
    Map<Integer, List<TrialResult>> byRank =
        trials.stream().collect(Collectors.groupingBy(TrialResult::rank));
    byRank.forEach(
        (rank, all) -> {
          // Where time was over, some restarts may not have come so far.
          if (all.size() == settings.restarts()) {
            List<TrialResult> own = new ArrayList<>(all);
            own.sort(Comparator.comparing(TrialResult::restart));
            known.put(rank, RankSummary.of(own, nullErrors.getOrDefault(rank, Double.NaN)));
          }
        });
  }
}
