package io.github.sparknmf.select;

import io.github.sparknmf.engine.SavedFactor;
import io.github.sparknmf.linalg.Factor;
import java.util.List;

/**
 * A batch as an earlier run left it.
 *
 * @param pass over X, the last that it made
 * @param groups those with trials that go on
 */
record SavedBatch(int pass, List<Group> groups) {

  /**
   * Trials of one restart.
   *
   * @param w theirs side by side
   */
  record Group(int restart, List<Memory> trials, SavedFactor w) {}

  /**
   * A trial that goes on.
   *
   * @param began how many passes there were before its first
   * @param checkedError the error that was looked at last; NaN before
   */
  record Memory(int rank, int began, double checkedError, Factor ht) {}
}
