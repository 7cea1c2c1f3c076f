package io.github.sparknmf.select;

import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.FactorStore;
import io.github.sparknmf.engine.Orientation;
import io.github.sparknmf.engine.Resources;
import io.github.sparknmf.engine.SidePasses;
import io.github.sparknmf.engine.SparkScope;
import io.github.sparknmf.linalg.EmptyCells;
import io.github.sparknmf.linalg.Precision;
import io.github.sparknmf.solver.InvalidSettingException;
import io.github.sparknmf.solver.Objective;
import io.github.sparknmf.solver.Solver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tries ranks on one X and says which is advised. */
public final class RankSelection {
  private final DistributedMatrix x;
  private final SelectionSettings settings;
  private final FactorStore store;
  private final SparkScope scope;
  private final TrialListener listener;
  private final double share;
  private final Map<Integer, RankSummary> known = new TreeMap<>();
  private DistributedMatrix permuted;

  /**
   * Nothing is computed yet.
   *
   * @param x cut by rows
   * @param store where factors are saved on the way
   * @param scope releases whatever is left at its end
   * @throws InvalidSettingException if X or the settings are of a kind that cannot be compared
   */
  public RankSelection(
      DistributedMatrix x,
      SelectionSettings settings,
      FactorStore store,
      SparkScope scope,
      TrialListener listener) {
    this.x = x;
    this.settings = settings;
    this.store = store;
    this.scope = scope;
    this.listener = listener;
    this.share =
        settings.share(
            (double) x.summary().nonZeros(), (double) x.grid().rows() * x.grid().columns());
    requireComparable();
  }

  private void requireComparable() {
    if (settings.nmf().objective().beta() != Objective.FROBENIUS
        || x.grid().emptyCells() == EmptyCells.MISSING) {
      throw new InvalidSettingException(
          "select-rank compares fits of loss frobenius with every cell known; leave --loss and"
              + " --empty-cells out");
    }
    if (settings.nmf().solver() == Solver.BPP || settings.nmf().miniBatch().isOn()) {
      throw new InvalidSettingException(
          "solver must be hals or mu where cells are held out, without mini-batches; change"
              + " --solver");
    }
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
   * @param isComplete whether there was time for all
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
    return new Outcome(
        RankChoice.of(ranks),
        HeldOut.share(0, share).share(),
        ranks,
        settings.isBisected() || ranks.size() == settings.ranks().size());
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
      if (listener.isOver()) {
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
    List<HeldOut> held =
        IntStream.range(0, settings.restarts())
            .mapToObj(restart -> HeldOut.share(settings.nmf().seed() + restart, share))
            .toList();
    Resources resources = Resources.of(scope.context());
    List<List<Integer>> batches =
        Batches.of(ranks, settings.restarts(), x.grid().rows(), x.grid().columns(), resources);
    for (List<Integer> batch : batches) {
      if (known.isEmpty() || !listener.isOver()) {
        summarize(trials(x, batch, held), trials(permuted, batch, List.of(HeldOut.nothing())));
      }
    }
  }

  private List<TrialResult> trials(
      DistributedMatrix matrix, List<Integer> ranks, List<HeldOut> held) {
    SidePasses passes = new SidePasses(matrix, store, scope);
    long[] sample = RowSample.of(matrix.grid().rows(), settings.nmf().seed());
    return new SideBySide(matrix, passes, settings.nmf(), sample, listener).run(ranks, held);
  }

  private void summarize(List<TrialResult> trials, List<TrialResult> ofPermuted) {
    Map<Integer, List<TrialResult>> byRank =
        trials.stream().collect(Collectors.groupingBy(TrialResult::rank));
    for (TrialResult none : ofPermuted) {
      List<TrialResult> own = new ArrayList<>(byRank.get(none.rank()));
      own.sort(Comparator.comparing(TrialResult::restart));
      known.put(none.rank(), RankSummary.of(own, none.relativeError()));
    }
  }
}
