package org.sparknmf.engine.factor;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparknmf.linalg.Precision;

/**
 * What of a saved factor is to be remembered to find it again.
 *
 * @param rank its components
 * @param precision of its numbers
 * @param parts in order of rows
 */
public record SavedIndex(int rank, Precision precision, List<SavedRows> parts)
    implements Serializable {

  /** Copies the list, and refuses what lacks a part. */
  public SavedIndex {
    Objects.requireNonNull(precision);
    parts = List.copyOf(parts);
  }

  /**
   * Refuses an index with a name that is not of our own making, such as a path out of the
   * directory.
   *
   * @param place of the index, for the message
   */
  public void requireOurs(String place) {
    for (SavedRows part : parts) {
      if (!RowsName.isOurs(part.file())) {
        throw CheckpointException.foreign(place, part.file());
      }
    }
  }

  /** The names of its files. */
  Set<String> files() {
    return parts.stream().map(SavedRows::file).collect(Collectors.toSet());
  }
}
