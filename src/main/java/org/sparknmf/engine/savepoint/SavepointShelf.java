package org.sparknmf.engine.savepoint;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

  /**
   * The newest savepoint of an earlier run, as far as its own file tells.
   *
   * @throws CheckpointException if it cannot be read, or names files that no run wrote
   */
  public final Optional<T> found() {
    return left().stream().flatMap(one -> one.savepoint().stream()).findFirst();
  }

  /** The newest savepoint that is whole and of a layout that this version does not know. */
  public final Optional<String> ofAnotherLayout() {
    return left().stream()
        .filter(one -> !one.isDamaged() && one.savepoint().isEmpty())
        .findFirst()
        .map(one -> folder.file(one.number()).toString());
  }

  /** What earlier runs left, the newest first; read once. */
  private List<SavepointFolder.Numbered<T>> left() {
    if (left == null) {
      List<SavepointFolder.Numbered<T>> all = folder.all();
      all.forEach(this::requireOurs);
      lastNumber = all.stream().findFirst().map(SavepointFolder.Numbered::number).orElse(0);
      left = all;
    }
    return left;
  }

  /** Before anything is done with any of them. */
  private void requireOurs(SavepointFolder.Numbered<T> one) {
    String file = folder.file(one.number()).toString();
    one.savepoint()
        .ifPresent(savepoint -> factors(savepoint).forEach(index -> index.requireOurs(file)));
  }

  /**
   * Makes the newest whose factors are whole the one to go on from.
   *
   * @return what is damaged, for people
   * @throws CheckpointException if something cannot be read: then nothing is removed
   */
  public final List<String> adopt() {
    List<String> damages = new ArrayList<>();
    List<SavepointFolder.Numbered<T>> sound = new ArrayList<>();
    for (SavepointFolder.Numbered<T> one : left()) {
      if (one.savepoint().isPresent()) {
        sound.add(one);
      } else {
        damages.add(folder.file(one.number()) + " is damaged: its checksum does not hold");
      }
    }
    // All are held before any is dropped: they may have factors in common.
    List<Held> all =
        sound.stream().map(one -> opened(one.number(), one.savepoint().orElseThrow())).toList();
    // All is read before anything is dropped: a fault of the storage leaves all as it is.
    int damaged = 0;
    for (Optional<String> flaw = flaw(all, 0); flaw.isPresent(); flaw = flaw(all, damaged)) {
      damages.add(flaw.get());
      damaged++;
    }
    left().stream()
        .filter(one -> one.savepoint().isEmpty())
        .forEach(one -> folder.delete(one.number()));
    all.subList(0, damaged).forEach(this::drop);
    all.subList(damaged, all.size()).forEach(held::addFirst);
    resumed = sound.stream().skip(damaged).findFirst().flatMap(SavepointFolder.Numbered::savepoint);
    trim();
    store.sweep();
    resumed.ifPresent(this::remember);
    return damages;
  }

  /** What is wrong with the factors of one of them; nothing if there is no such one. */
  private Optional<String> flaw(List<Held> all, int which) {
    return which < all.size() ? store.damage(all.get(which).factors()) : Optional.empty();
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
