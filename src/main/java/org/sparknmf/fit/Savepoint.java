package org.sparknmf.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sparknmf.engine.factor.SavedIndex;
import org.sparknmf.engine.savepoint.Versioned;

/**
 * The state of a factorization when it was saved.
 *
 * @param schemaVersion version of this layout
 * @param identity of which data and by which settings, for people and comparison
 * @param objectives what the attempts before the current one came to
 * @param best the end of the best of these; null in the first attempt
 * @param compared H' of each of these, where they are compared
 * @param current where the current attempt stood
 */
public record Savepoint(
    int schemaVersion,
    Map<String, String> identity,
    List<Double> objectives,
    Stage best,
    List<SavedIndex> compared,
    Stage current)
    implements Versioned {

  /** Refuses what lacks a part. */
  public Savepoint {
    Objects.requireNonNull(identity);
    Objects.requireNonNull(current);
    objectives = List.copyOf(objectives);
    compared = List.copyOf(compared);
  }

  /** Version of the layout that this class writes. */
  public static final int SCHEMA_VERSION = 4;

  /** All factors of the savepoint. */
  List<SavedIndex> factors() {
    List<SavedIndex> factors = new ArrayList<>(current.factors());
    factors.addAll(compared);
    if (best != null) {
      factors.addAll(best.factors());
    }
    return factors;
  }
}
