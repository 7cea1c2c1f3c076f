package org.sparknmf.select.trial;

import java.util.List;
import java.util.Optional;

/**
 * Trials that run on one matrix.
 *
 * @param isPermuted whether that is X with its columns permuted
 * @param isWarm whether the trials of a restart follow one another, each from where the one before
 *     ended, instead of running side by side
 * @param ranks ascending
 */
public record TrialBatch(boolean isPermuted, boolean isWarm, List<Integer> ranks) {

  /** The batch of some of these ranks. */
  public TrialBatch of(List<Integer> some) {
    return new TrialBatch(isPermuted, isWarm, some);
  }

  /** The ranks to begin with. */
  List<Integer> first() {
    return isWarm ? ranks.subList(0, 1) : ranks;
  }

  /** The rank of the trial that takes the place of one that is done. */
  Optional<Integer> after(int rank) {
    return isWarm ? ranks.stream().filter(next -> next > rank).findFirst() : Optional.empty();
  }

  /** How many trials a restart has one after the other. */
  int turns() {
    return isWarm ? ranks.size() : 1;
  }
}
