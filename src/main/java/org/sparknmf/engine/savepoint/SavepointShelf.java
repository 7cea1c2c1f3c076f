package org.sparknmf.engine.savepoint;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
public final class SavepointShelf<T extends Versioned> implements Leftover<T> {
  private static final int KEPT = 2;

  private final FactorStore store;
  private final SavepointFolder<T> folder;
  private final Function<T, List<SavedIndex>> factors;
  private final Deque<Held> held = new ArrayDeque<>();
  private Optional<T> resumed = Optional.empty();
  private List<SavepointFolder.Numbered<T>> left;
  private int lastNumber;

  /**
   * Savepoints in the directory of a store; nothing is read yet.
   *
   * @param version of the layout of {@code type}
   * @param factors those that a savepoint names
   */
  public SavepointShelf(
      FactorStore store,
      Configuration hadoop,
      Class<T> type,
      int version,
      Function<T, List<SavedIndex>> factors) {
    this.store = store;
    this.folder = new SavepointFolder<>(hadoop, store.directory(), type, version);
    this.factors = factors;
  }

  /** A savepoint of this run or the one before it, and the factors in it, which it holds. */
  private record Held(int number, List<SavedFactor> factors) {}

  @Override
  public Optional<T> found() {
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

  @Override
  public List<String> adopt() {
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
    return damages;
  }

  private Held opened(int number, T savepoint) {
    return new Held(number, factors.apply(savepoint).stream().map(store::open).toList());
  }

  @Override
  public Optional<T> resumed() {
    return resumed;
  }

  @Override
  public void discard() {
    left().forEach(one -> folder.delete(one.number()));
    store.sweep();
  }

  /** Writes one more; from here on it holds the factors that it names, too. */
  public void add(T savepoint) {
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
