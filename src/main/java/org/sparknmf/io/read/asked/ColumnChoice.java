package org.sparknmf.io.read.asked;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.sparknmf.solver.InvalidSettingException;

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

  /** Refuses a choice where there are no dense rows. */
  public void refuseFor(String what) {
    if (any()) {
      throw new InvalidSettingException(
          "--columns and --drop-columns choose values of dense rows, but these are %s; leave them out, or say --format dense if they are not"
              .formatted(what));
    }
  }

  /**
   * The positions that are left out; where no columns are named to be kept, that of a class too.
   *
   * @param mayBeClass whether the values of a column may be classes, see {@link ClassColumn}
   * @param place the file, for messages
   */
  public BitSet leftOut(List<String> names, IntPredicate mayBeClass, String place) {
    BitSet out = dropped(names, place);
    if (kept.isEmpty()) {
      int ofClass = ClassColumn.of(names, mayBeClass);
      if (ofClass >= 0) {
        out.set(ofClass);
      }
      return out;
    }
    BitSet others = new BitSet();
    others.set(0, names.size());
    kept.get()
        .forEach(name -> others.clear(TripleColumns.required(names, name, "--columns", place)));
    out.or(others);
    return out;
  }

  /**
   * The positions that are left out by name.
   *
   * @param place the file, for messages
   */
  public BitSet dropped(List<String> names, String place) {
    BitSet out = new BitSet();
    dropped.forEach(name -> out.set(TripleColumns.required(names, name, "--drop-columns", place)));
    return out;
  }
}
