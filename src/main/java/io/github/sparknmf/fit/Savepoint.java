package io.github.sparknmf.fit;

import io.github.sparknmf.engine.SavedIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a factorization stood when it was saved.
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
    Stage current) {

  /** Version of the layout that this class writes. */
  public static final int SCHEMA_VERSION = 2;

  /** All stages in it. */
  List<Stage> stages() {
    List<Stage> stages = new ArrayList<>(List.of(current));
    if (best != null) {
      stages.add(best);
    }
    return stages;
  }
}
