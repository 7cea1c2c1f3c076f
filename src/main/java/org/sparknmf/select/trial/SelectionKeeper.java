package org.sparknmf.select.trial;

import java.util.List;
import java.util.Optional;
import org.sparknmf.engine.factor.SavedFactor;

/**
 * Sees to it that the choice of a rank may be interrupted and go on later. By default nothing is
 * kept.
 */
public interface SelectionKeeper {

  /** Keeps nothing. */
  SelectionKeeper NONE = new SelectionKeeper() {};

  /** Trials that were done before. */
  default List<TrialResult> ended(boolean isPermuted) {
    return List.of();
  }

  /** The ranks of the batch that was under way; empty if none was. */
  default List<Integer> ranksUnderWay() {
    return List.of();
  }

  /** The state from which a batch is to go on; empty if it is to begin. */
  default Optional<SavedBatch> take(TrialBatch batch) {
    return Optional.empty();
  }

  /**
   * Whether to save at once: somebody wishes to stop.
   *
   * @param isOver there is no time left
   */
  default boolean isDue(boolean isOver) {
    return false;
  }

  /**
   * Saves a batch between two passes.
   *
   * @param w of each group
   * @throws org.sparknmf.engine.savepoint.StoppedException if somebody wishes to stop
   */
  default void save(TrialBatch batch, int pass, RunningTrials trials, List<SavedFactor> w) {}

  /** Notes trials that are done. */
  default void add(boolean isPermuted, List<TrialResult> ended) {}

  /** Notes that all trials of a batch are done. */
  default void batchEnded() {}

  /** Notes that there is no time left: what follows is of trials that would have gone on. */
  default void cutShort() {}
}
