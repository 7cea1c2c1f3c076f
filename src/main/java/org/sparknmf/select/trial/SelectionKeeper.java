package org.sparknmf.select.trial;

import java.util.List;
import java.util.Optional;
import org.sparknmf.engine.factor.SavedFactor;

/** Sees to it that the choice of a rank may be interrupted and go on later. */
public interface SelectionKeeper {

  /** Keeps nothing. */
  SelectionKeeper NONE =
      new SelectionKeeper() {
        @Override
        public List<TrialResult> ended(boolean isPermuted) {
          return List.of();
        }

        @Override
        public List<Integer> ranksUnderWay() {
          return List.of();
        }

        @Override
        public Optional<SavedBatch> take(TrialBatch batch) {
          return Optional.empty();
        }

        @Override
        public boolean isDue(boolean isOver) {
          return false;
        }

        @Override
        public void save(TrialBatch batch, int pass, RunningTrials trials, List<SavedFactor> w) {
          // Nobody will ask.
        }

        @Override
        public void add(boolean isPermuted, List<TrialResult> ended) {
          // Nobody will ask.
        }

        @Override
        public void batchEnded() {
          // Nobody will ask.
        }

        @Override
        public void cutShort() {
          // Nobody will ask.
        }
      };

  /** Trials that were done before. */
  List<TrialResult> ended(boolean isPermuted);

  /** The ranks of the batch that was under way; empty if none was. */
  List<Integer> ranksUnderWay();

  /** The state from which a batch is to go on; empty if it is to begin. */
  Optional<SavedBatch> take(TrialBatch batch);

  /**
   * Whether to save at once: somebody wishes to stop.
   *
   * @param isOver there is no time left
   */
  boolean isDue(boolean isOver);

  /**
   * Saves a batch between two passes.
   *
   * @param w of each group
   * @throws org.sparknmf.engine.savepoint.StoppedException if somebody wishes to stop
   */
  void save(TrialBatch batch, int pass, RunningTrials trials, List<SavedFactor> w);

  /** Notes trials that are done. */
  void add(boolean isPermuted, List<TrialResult> ended);

  /** Notes that all trials of a batch are done. */
  void batchEnded();

  /** Notes that there is no time left: what follows is of trials that would have gone on. */
  void cutShort();
}
