package org.sparknmf.engine.savepoint;

import java.util.List;
import java.util.Optional;

/**
 * What an earlier run left to go on from.
 *
 * @param <T> what is saved
 */
public interface Leftover<T> {

  /** The newest savepoint, as far as its own file tells. */
  Optional<T> found();

  /**
   * Makes the newest whose factors are whole the one to go on from.
   *
   * @return what is damaged, for people
   */
  List<String> adopt();

  /** The one to go on from; empty for a run from the start. */
  Optional<T> resumed();

  /** Removes all of it. */
  void discard();
}
