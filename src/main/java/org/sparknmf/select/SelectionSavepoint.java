package org.sparknmf.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sparknmf.engine.factor.SavedIndex;
import org.sparknmf.engine.savepoint.Versioned;

/**
 * The state of the choice of a rank when it was saved.
 *
 * @param schemaVersion version of this layout
 * @param identity of which data and by which settings, for people and comparison
 * @param ended trials that are done
 * @param batch those under way; null between two batches
 */
public record SelectionSavepoint(
    int schemaVersion, Map<String, String> identity, List<Ended> ended, SavedRound batch)
    implements Versioned {

  /** Refuses what lacks a part. */
  public SelectionSavepoint {
    Objects.requireNonNull(identity);
    ended = List.copyOf(ended);
  }

  /** Version of the layout that this class writes. */
  public static final int SCHEMA_VERSION = 1;

  /**
   * What a trial came to.
   *
   * @param permuted whether the columns of X were
   * @param components of the sampled rows
   * @param ht where H' lies
   */
  public record Ended(
      boolean permuted,
      int rank,
      int restart,
      int iterations,
      double relativeError,
      double heldOutError,
      List<Integer> components,
      SavedIndex ht) {

    /** Refuses what lacks a part. */
    public Ended {
      Objects.requireNonNull(ht);
      components = List.copyOf(components);
    }
  }

  /**
   * Trials that ran side by side.
   *
   * @param permuted whether the columns of X were
   * @param ranks all that the batch began with
   * @param pass over X, the last
   * @param groups those with trials that go on
   */
  public record SavedRound(boolean permuted, List<Integer> ranks, int pass, List<Group> groups) {

    /** Refuses what lacks a part. */
    public SavedRound {
      ranks = List.copyOf(ranks);
      groups = List.copyOf(groups);
    }
  }

  /**
   * Trials of one restart.
   *
   * @param w where their W, side by side, lies
   */
  public record Group(int restart, List<Running> trials, SavedIndex w) {

    /** Refuses what lacks a part. */
    public Group {
      trials = List.copyOf(trials);
      Objects.requireNonNull(w);
    }
  }

  /**
   * A trial that goes on.
   *
   * @param began how many passes there were before its first
   * @param checkedError the error that was looked at last; NaN before
   * @param ht where H' lies
   */
  public record Running(int rank, int began, double checkedError, SavedIndex ht) {

    /** Refuses what lacks a part. */
    public Running {
      Objects.requireNonNull(ht);
    }
  }

  /** All factors of the savepoint. */
  List<SavedIndex> factors() {
    List<SavedIndex> factors = new ArrayList<>(ended.stream().map(Ended::ht).toList());
    if (batch != null) {
      for (Group group : batch.groups()) {
        factors.add(group.w());
        group.trials().forEach(trial -> factors.add(trial.ht()));
      }
    }
    return factors;
  }
}
