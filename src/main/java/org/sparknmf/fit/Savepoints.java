package org.sparknmf.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.sparknmf.engine.EngineSettings;
import org.sparknmf.engine.FitEngine;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.engine.factor.SavedFit;
import org.sparknmf.engine.factor.SavedIndex;
import org.sparknmf.engine.savepoint.SavepointShelf;
import org.sparknmf.engine.savepoint.StopRequest;
import org.sparknmf.engine.savepoint.StoppedException;
import org.sparknmf.solver.loop.LoopKeeper;
import org.sparknmf.solver.loop.LoopState;

/** The savepoints of a run of some attempts. */
public final class Savepoints extends SavepointShelf<Savepoint> implements RunKeeper {
  private final FactorStore store;
  private final EngineSettings settings;
  private final StopRequest stop;
  private Map<String, String> identity;
  private final List<Double> objectives = new ArrayList<>();
  private Stage latest;
  private Stage best;
  private List<SavedFactor> bestFactors = List.of();
  private final List<SavedFactor> compared = new ArrayList<>();
  private long nanos;

  /**
   * Savepoints in the directory of a store; nothing is read yet.
   *
   * @param settings how often to save
   * @param stop is looked at after each iteration
   * @param identity data and settings that the run's result follows from; where it goes on from a
   *     savepoint, the identity of that is kept
   */
  public Savepoints(
      FactorStore store,
      Configuration hadoop,
      EngineSettings settings,
      StopRequest stop,
      Map<String, String> identity) {
    super(store, hadoop, Savepoint.class, Savepoint.SCHEMA_VERSION);
    this.store = store;
    this.settings = settings;
    this.stop = stop;
    this.identity = identity;
  }

  @Override
  protected List<SavedIndex> factors(Savepoint savepoint) {
    return savepoint.factors();
  }

  @Override
  protected void remember(Savepoint savepoint) {
    identity = savepoint.identity();
    objectives.addAll(savepoint.objectives());
    latest = savepoint.current();
    best = savepoint.best();
    if (best != null) {
      bestFactors = best.open(store).factors();
    }
    savepoint.compared().forEach(index -> compared.add(store.open(index)));
  }

  /** What saving has taken so far. */
  public double seconds() {
    return nanos / 1e9;
  }

  @Override
  public LoopKeeper during(int attempt, FitEngine engine) {
    return (iteration, last, state) -> {
      boolean stopping = stop.isMade();
      if (stopping || last || settings.isDue(iteration)) {
        long began = System.nanoTime();
        save(attempt, engine, state);
        nanos += System.nanoTime() - began;
      }
      if (stopping) {
        throw new StoppedException(iteration);
      }
    };
  }

  private void save(int attempt, FitEngine engine, Supplier<LoopState> state) {
    SavedFit saved = engine.save();
    latest = Stage.of(attempt, state.get(), saved);
    keep(
        new Savepoint(
            Savepoint.SCHEMA_VERSION,
            identity,
            List.copyOf(objectives),
            best,
            compared.stream().map(SavedFactor::index).toList(),
            latest));
    // The savepoint holds them.
    saved.factors().forEach(store::release);
  }

  @Override
  public void compare(SavedFactor ht) {
    store.hold(ht);
    compared.add(ht);
  }

  @Override
  public void ended(double objective, boolean isBest) {
    objectives.add(objective);
    if (isBest) {
      bestFactors.forEach(store::release);
      best = latest;
      bestFactors = best.open(store).factors();
    }
  }
}
