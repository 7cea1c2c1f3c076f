package org.sparknmf.engine.savepoint;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.sparknmf.engine.factor.CheckpointException;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.engine.factor.SavedIndex;

/**
 * The savepoints of a run: the newest, and the one before it for the case that a file of the newest
 * is damaged. A savepoint has its name only when all that it names is written.
 *
 * @param <T> what is saved
 */
public abstract class SavepointShelf<T extends Versioned> {
  private static final int KEPT = 2;

  private final FactorStore store;
  private final SavepointFolder<T> folder;
  private final Deque<Held> held = new ArrayDeque<>();
  private Optional<T> resumed = Optional.empty();
  private List<SavepointFolder.Numbered<T>> left;
  private int lastNumber;

  /**
   * Savepoints in the directory of a store; nothing is read yet.
   *
   * @param version of the layout of {@code type}
   */
  protected SavepointShelf(FactorStore store, Configuration hadoop, Class<T> type, int version) {
    this.store = store;
    this.folder = new SavepointFolder<>(hadoop, store.directory(), type, version);
  }

  /** The factors that a savepoint names. */
  protected abstract List<SavedIndex> factors(T savepoint);

  /** Takes up what a savepoint knows, from which this run goes on. */
  protected abstract void remember(T savepoint);

  /** A savepoint of this run or the one before it, and the factors in it, which it holds. */
  private record Held(int number, List<SavedFactor> factors) {}

  /** The newest savepoint of an earlier run, as far as its own file tells. */
  public final Optional<T> found() {
    return left().stream().findFirst().map(SavepointFolder.Numbered::savepoint);
  }

  /** What earlier runs left, the newest first; read once. */
  private List<SavepointFolder.Numbered<T>> left() {
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
  public final List<String> adopt() {
    List<String> damages = new ArrayList<>();
    // All are held before any is dropped: they may have factors in common.
    Map<Held, T> all = new LinkedHashMap<>();
    left().forEach(one -> all.put(opened(one.number(), one.savepoint()), one.savepoint()));
    all.forEach(
        (files, savepoint) -> {
          Optional<String> damage =
              resumed.isPresent() ? Optional.empty() : store.damage(files.factors());
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

  private Held opened(int number, T savepoint) {
    return new Held(number, factors(savepoint).stream().map(store::open).toList());
  }

  /** The one to go on from; empty for a run from the start. */
  public final Optional<T> resumed() {
    return resumed;
  }

  /** Removes all that earlier runs left. */
  public final void discard() {
    left().forEach(one -> folder.delete(one.number()));
    store.sweep();
  }

  /** Writes one more; from here on it holds the factors that it names, too. */
  protected final void keep(T savepoint) {
    lastNumber++;
    Held files = opened(lastNumber, savepoint);
    try {
      folder.write(lastNumber, savepoint);
    } catch (IOException e) {
      throw new CheckpointException(store.directory(), e);
    }
    held.addLast(files);
    trim();
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
}
