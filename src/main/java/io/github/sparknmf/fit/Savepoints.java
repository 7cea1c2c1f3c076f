package io.github.sparknmf.fit;

import io.github.sparknmf.engine.CheckpointException;
import io.github.sparknmf.engine.EngineSettings;
import io.github.sparknmf.engine.FactorStore;
import io.github.sparknmf.engine.FitEngine;
import io.github.sparknmf.engine.SavedFactor;
import io.github.sparknmf.engine.SavedFit;
import io.github.sparknmf.solver.LoopKeeper;
import io.github.sparknmf.solver.LoopState;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * The savepoints of a run: the newest, and the one before it for the case that a file of the newest
 * is damaged. A savepoint has its name only when all that it names is written.
 */
public final class Savepoints implements RunKeeper {
  private static final int KEPT = 2;

  private final FactorStore store;
  private final SavepointFolder folder;
  private final EngineSettings settings;
  private final StopRequest stop;
  private final Map<String, String> identity;
  private final Deque<Held> held = new ArrayDeque<>();
  private final List<Double> objectives = new ArrayList<>();
  private Optional<Savepoint> resumed = Optional.empty();
  private List<SavepointFolder.Numbered> left;
  private int lastNumber;
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
   * @param identity data and settings that the run's result follows from
   */
  public Savepoints(
      FactorStore store,
      Configuration hadoop,
      EngineSettings settings,
      StopRequest stop,
      Map<String, String> identity) {
    this.store = store;
    this.folder = new SavepointFolder(hadoop, store.directory());
    this.settings = settings;
    this.stop = stop;
    this.identity = identity;
  }

  /** A savepoint of this run or the one before it, and the factors in it, which it holds. */
  private record Held(int number, List<SavedFactor> factors) {}

  /** The newest that an earlier run left, as far as its own file tells. */
  public Optional<Savepoint> found() {
    return left().stream().findFirst().map(SavepointFolder.Numbered::savepoint);
  }

  /** What earlier runs left, the newest first; read once. */
  private List<SavepointFolder.Numbered> left() {
    if (left == null) {
      lastNumber = folder.lastNumber();
      left = folder.all();
    }
    return left;
  }

  /**
   * Makes the newest whose factors are whole the one to go on from.
   *
   * @return what is damaged, for people
   */
  public List<String> adopt() {
    List<String> damages = new ArrayList<>();
    // All are held before any is dropped: they have the best attempt in common.
    Map<Held, Savepoint> all = new LinkedHashMap<>();
    left()
        .forEach(one -> all.put(new Held(one.number(), opened(one.savepoint())), one.savepoint()));
    all.forEach(
        (files, savepoint) -> {
          Optional<String> damage = resumed.isPresent() ? Optional.empty() : damage(files);
          damage.ifPresent(damages::add);
          if (damage.isPresent()) {
            drop(files);
          } else {
            held.addFirst(files);
            resumed = resumed.or(() -> Optional.of(savepoint));
          }
        });
    trim();
    store.sweep();
    resumed.ifPresent(this::remember);
    return damages;
  }

  private Optional<String> damage(Held files) {
    return files.factors().stream().flatMap(factor -> store.damage(factor).stream()).findFirst();
  }

  private void remember(Savepoint savepoint) {
    objectives.addAll(savepoint.objectives());
    latest = savepoint.current();
    best = savepoint.best();
    if (best != null) {
      bestFactors = best.open(store).factors();
    }
    savepoint.compared().forEach(index -> compared.add(store.open(index)));
  }

  /** Removes all that earlier runs left. */
  public void discard() {
    left().forEach(one -> folder.delete(one.number()));
    store.sweep();
  }

  private List<SavedFactor> opened(Savepoint savepoint) {
    List<SavedFactor> factors = new ArrayList<>();
    savepoint.stages().forEach(stage -> factors.addAll(stage.open(store).factors()));
    savepoint.compared().forEach(index -> factors.add(store.open(index)));
    return factors;
  }

  /** What saving has taken so far. */
  public double seconds() {
    return nanos / 1e9;
  }

  @Override
  public Optional<Savepoint> resumed() {
    return resumed;
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
    List<SavedFactor> factors = new ArrayList<>(saved.factors());
    Stream.of(bestFactors, compared)
        .flatMap(List::stream)
        .forEach(
            factor -> {
              store.hold(factor);
              factors.add(factor);
            });
    lastNumber++;
    write(
        new Savepoint(
            Savepoint.SCHEMA_VERSION,
            identity,
            List.copyOf(objectives),
            best,
            compared.stream().map(SavedFactor::index).toList(),
            latest));
    held.addLast(new Held(lastNumber, factors));
    trim();
  }

  private void write(Savepoint savepoint) {
    try {
      folder.write(lastNumber, savepoint);
    } catch (IOException e) {
      throw new CheckpointException(store.directory(), e);
    }
  }

  private void trim() {
    while (held.size() > KEPT) {
      drop(held.removeFirst());
    }
  }

  private void drop(Held old) {
    folder.delete(old.number());
    old.factors().forEach(store::release);
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
