package org.sparknmf.io.read.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sparknmf.io.read.asked.ColumnRole;
import org.sparknmf.io.read.asked.ColumnRoles;
import org.sparknmf.io.read.asked.TripleColumns;

/**
 * The columns of a table, as positions from 0, by their names and types.
 *
 * @param place the input, for messages
 * @param names their names
 * @param kinds what they can serve as
 * @param roles what their names say
 * @param ofPaths names of those that stand in the paths of files
 */
record TableColumns(
    String place,
    List<String> names,
    List<ColumnKind> kinds,
    ColumnRoles roles,
    Set<String> ofPaths) {

  static TableColumns of(
      String place, List<String> names, List<ColumnKind> kinds, Set<String> ofPaths) {
    return new TableColumns(place, names, kinds, ColumnRoles.of(names), ofPaths);
  }

  ColumnKind kind(int position) {
    return kinds.get(position);
  }

  boolean is(int position, ColumnRole role) {
    return roles.roles().get(position).equals(Optional.of(role));
  }

  boolean hasRole(int position) {
    return roles.roles().get(position).isPresent();
  }

  List<Integer> where(IntPredicate wanted) {
    return IntStream.range(0, names.size()).filter(wanted).boxed().toList();
  }

  /** Columns of a role, none of them vectors; one that is called just so is the only one. */
  List<Integer> ofRole(ColumnRole role) {
    int exact = TripleColumns.position(names, role.name().toLowerCase(Locale.ROOT));
    List<Integer> found = exact >= 0 ? List.of(exact) : roles.positions(role);
    return found.stream().filter(position -> !kind(position).isVector()).toList();
  }

  /**
   * Whether a column may be of a matrix: numbers and ids, but no times, running numbers and, unless
   * their names say so, parts of paths.
   */
  boolean mayCount(int position) {
    return (kind(position).isNumber() || kind(position).isId())
        && !is(position, ColumnRole.TIME)
        && !is(position, ColumnRole.INDEX)
        && (hasRole(position) || !ofPaths.contains(names.get(position)));
  }

  /** Names of columns, in quotes. */
  String listed(List<Integer> positions) {
    return TripleColumns.listed(positions.stream().map(names::get).toList());
  }

  /** The names of the columns that are not used. */
  List<String> unused(Set<Integer> used) {
    return where(i -> !used.contains(i)).stream().map(names::get).toList();
  }
}
