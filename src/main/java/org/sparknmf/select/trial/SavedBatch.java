package org.sparknmf.select.trial;

import java.util.List;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.linalg.Factor;

/**
 * A batch as an earlier run left it.
 *
 * @param pass over X, the last that it made
 * @param groups those with trials that go on
 */
public record SavedBatch(int pass, List<Group> groups) {

  /**
   * Trials of one restart.
   *
   * @param w theirs side by side
   */
  public record Group(int restart, List<Memory> trials, SavedFactor w) {}

  /**
   * A trial that goes on.
   *
   * @param began how many passes there were before its first
   * @param checkedError the error that was looked at last; NaN before
   */
  public record Memory(int rank, int began, double checkedError, Factor ht) {}
}
