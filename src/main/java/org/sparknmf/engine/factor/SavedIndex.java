package org.sparknmf.engine.factor;

import java.io.Serializable;
import java.util.List;
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

  /** Copies the list. */
  public SavedIndex {
    parts = List.copyOf(parts);
  }

  /** The names of its files. */
  Set<String> files() {
    return parts.stream().map(SavedRows::file).collect(Collectors.toSet());
  }
}
