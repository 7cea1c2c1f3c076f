package org.sparknmf.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.engine.factor.SavedIndex;
import org.sparknmf.engine.savepoint.SavepointShelf;
import org.sparknmf.engine.savepoint.StopRequest;
import org.sparknmf.engine.savepoint.StoppedException;
import org.sparknmf.linalg.Factor;
import org.sparknmf.select.trial.Measurement;
import org.sparknmf.select.trial.RunningTrials;
import org.sparknmf.select.trial.SavedBatch;
import org.sparknmf.select.trial.SelectionKeeper;
import org.sparknmf.select.trial.TrialBatch;
import org.sparknmf.select.trial.TrialResult;

/** The savepoints of the choice of a rank. */
public final class SelectionSavepoints extends SavepointShelf<SelectionSavepoint>
    implements SelectionKeeper {
  private final FactorStore store;
  private final StopRequest stop;
  private final Map<String, String> identity;
  private final List<SelectionSavepoint.Ended> ended = new ArrayList<>();
  private SelectionSavepoint.SavedRound underWay;
  private boolean isCutShort;

  /**
   * Savepoints in the directory of a store; nothing is read yet.
   *
   * @param stop is looked at after each pass
   * @param identity data and settings that the result follows from
   */
  public SelectionSavepoints(
      FactorStore store, Configuration hadoop, StopRequest stop, Map<String, String> identity) {
    super(store, hadoop, SelectionSavepoint.class, SelectionSavepoint.SCHEMA_VERSION);
    this.store = store;
    this.stop = stop;
    this.identity = identity;
  }

  @Override
  protected List<SavedIndex> factors(SelectionSavepoint savepoint) {
    return savepoint.factors();
  }

  @Override
  protected void remember(SelectionSavepoint savepoint) {
    ended.addAll(savepoint.ended());
    // They are in every savepoint to come, too.
    ended.forEach(one -> store.open(one.ht()));
    underWay = savepoint.batch();
  }

  @Override
  public List<TrialResult> ended(boolean isPermuted) {
    return ended.stream().filter(one -> one.permuted() == isPermuted).map(this::result).toList();
  }

  private TrialResult result(SelectionSavepoint.Ended one) {
    return new TrialResult(
        one.rank(),
        one.restart(),
        one.iterations(),
        new Measurement.Errors(one.relativeError(), one.heldOutError()),
        read(one.ht()),
        one.components().stream().mapToInt(Integer::intValue).toArray());
  }

  /** The one part that a whole factor has. */
  private Factor read(SavedIndex index) {
    SavedFactor factor = store.open(index);
    try {
      return factor.rows(0, index.parts().get(0).rows(), index.rank(), index.precision());
    } finally {
      store.release(factor);
    }
  }

  @Override
  public List<Integer> ranksUnderWay() {
    return underWay == null ? List.of() : underWay.ranks();
  }

  @Override
  public Optional<SavedBatch> take(TrialBatch batch) {
    if (underWay == null
        || underWay.permuted() != batch.isPermuted()
        || !underWay.ranks().equals(batch.ranks())) {
      return Optional.empty();
    }
    SavedBatch saved =
        new SavedBatch(underWay.pass(), underWay.groups().stream().map(this::opened).toList());
    underWay = null;
    return Optional.of(saved);
  }

  private SavedBatch.Group opened(SelectionSavepoint.Group group) {
    return new SavedBatch.Group(
        group.restart(),
        group.trials().stream()
            .map(
                one ->
                    new SavedBatch.Memory(
                        one.rank(), one.began(), one.checkedError(), read(one.ht())))
            .toList(),
        store.open(group.w()));
  }

  @Override
  public boolean isDue(boolean isOver) {
    return !isCutShort && (isOver || stop.isMade());
  }

  @Override
  public void save(TrialBatch batch, int pass, RunningTrials trials, List<SavedFactor> w) {
    if (isCutShort) {
      return;
    }
    boolean isStopping = stop.isMade();
    List<SavedFactor> saved =
        store.save(trials.shares().stream().map(share -> share.ht()).toList());
    Iterator<SavedFactor> next = saved.iterator();
    List<SelectionSavepoint.Group> groups = new ArrayList<>();
    for (int g = 0; g < w.size(); g++) {
      List<SelectionSavepoint.Running> running =
          trials.states(g).stream()
              .map(
                  state ->
                      new SelectionSavepoint.Running(
                          state.trial().rank(),
                          state.began(),
                          state.checkedError(),
                          next.next().index()))
              .toList();
      int restart = trials.state(g, 0).trial().restart();
      groups.add(new SelectionSavepoint.Group(restart, running, w.get(g).index()));
    }
    write(new SelectionSavepoint.SavedRound(batch.isPermuted(), batch.ranks(), pass, groups));
    // The savepoint holds them.
    saved.forEach(store::release);
    if (isStopping) {
      throw new StoppedException(pass);
    }
  }

  private void write(SelectionSavepoint.SavedRound batch) {
    keep(
        new SelectionSavepoint(
            SelectionSavepoint.SCHEMA_VERSION, identity, List.copyOf(ended), batch));
  }

  @Override
  public void add(boolean isPermuted, List<TrialResult> results) {
    if (isCutShort) {
      return;
    }
    List<SavedFactor> saved = store.save(results.stream().map(TrialResult::ht).toList());
    for (int r = 0; r < results.size(); r++) {
      TrialResult one = results.get(r);
      ended.add(
          new SelectionSavepoint.Ended(
              isPermuted,
              one.rank(),
              one.restart(),
              one.iterations(),
              one.relativeError(),
              one.heldOutError(),
              Arrays.stream(one.components()).boxed().toList(),
              saved.get(r).index()));
    }
  }

  @Override
  public void batchEnded() {
    if (!isCutShort) {
      write(null);
    }
  }

  @Override
  public void cutShort() {
    isCutShort = true;
  }

  /** Whether there was no time for all: what is saved is worth to be kept. */
  public boolean isCutShort() {
    return isCutShort;
  }
}
