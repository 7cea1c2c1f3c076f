package org.sparknmf.io.read.asked;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Which columns of dense rows are values, where it is not all.
 *
 * @param kept names of those that are; empty for all
 * @param dropped names of those that are not
 */
public record ColumnChoice(Optional<List<String>> kept, List<String> dropped) {

  /** All of them. */
  public static ColumnChoice all() {
    return new ColumnChoice(Optional.empty(), List.of());
  }

  /** Whether it is not simply all. */
  public boolean any() {
    return kept.isPresent() || !dropped.isEmpty();
  }

  /**
   * The positions that are left out.
   *
   * @param place the file, for messages
   */
  public BitSet leftOut(List<String> names, String place) {
    BitSet out = new BitSet();
    if (kept.isPresent()) {
      out.set(0, names.size());
      kept.get()
          .forEach(name -> out.clear(TripleColumns.required(names, name, "--columns", place)));
    }
    dropped.forEach(name -> out.set(TripleColumns.required(names, name, "--drop-columns", place)));
    return out;
  }
}
