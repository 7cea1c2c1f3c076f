package org.sparknmf.io.read.asked;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.io.read.text.SimilarNames;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;

/**
 * Which columns of a table are triples, as positions from 0.
 *
 * @param row where row ids are
 * @param column where column ids are
 * @param value where values are, or -1 if every cell counts 1
 * @param weight where weights are, or -1 if there are none
 */
public record TripleColumns(int row, int column, int value, int weight) implements Serializable {

  /**
   * Finds the columns by their names alone.
   *
   * @param place the file, for messages
   */
  public static TripleColumns find(ColumnNames asked, List<String> names, String place) {
    BitSet idle = new BitSet();
    ColumnRoles roles = ColumnRoles.of(names);
    roles.positions(ColumnRole.TIME).forEach(idle::set);
    return find(asked, names, idle, place);
  }

  /**
   * Finds the columns: as asked for by name; else of the default name; else the one whose name says
   * what it is; else the first that is not taken. Weights must be asked for, or are the values
   * where nothing else is.
   *
   * @param idle positions of columns that are none of these, unless they are asked for
   * @param place the file, for messages
   * @throws InvalidMatrixException if several columns might be the values
   */
  public static TripleColumns find(
      ColumnNames asked, List<String> names, BitSet idle, String place) {
    TripleColumns given = asked(asked, names, place);
    int weight = given.weight;
    int row = given.row >= 0 ? given.row : position(names, "row");
    int column = given.column >= 0 ? given.column : position(names, "column");
    int value = given.value >= 0 ? given.value : position(names, "value");
    refuseTwice(names, row, column, value, weight);
    Set<Integer> taken = new HashSet<>(List.of(row, column, value, weight));
    idle.stream().forEach(taken::add);
    ColumnRoles roles = ColumnRoles.of(names);
    row = row >= 0 ? row : only(roles, ColumnRole.ROW, taken);
    column = column >= 0 ? column : only(roles, ColumnRole.COLUMN, taken);
    value = value >= 0 ? value : only(roles, ColumnRole.VALUE, taken);
    value = value >= 0 ? value : only(roles, ColumnRole.WEIGHT, taken);
    row = row >= 0 ? row : take(names, taken);
    column = column >= 0 ? column : take(names, taken);
    roles.positions(ColumnRole.ROW).forEach(taken::add);
    roles.positions(ColumnRole.COLUMN).forEach(taken::add);
    value = value >= 0 ? value : value(names, taken, place);
    if (row < 0 || column < 0) {
      throw Places.bad(
          place,
          "columns %s; triples need a row column and a column column: check --format, --delimiter"
              .formatted(listed(names)));
    }
    return new TripleColumns(row, column, value, weight);
  }

  /** The names of columns that are nothing of it, in words; empty if there are none. */
  public String unused(List<String> names) {
    Set<Integer> used = new HashSet<>(List.of(row, column, value, weight));
    List<String> others =
        IntStream.range(0, names.size())
            .filter(i -> !used.contains(i))
            .mapToObj(names::get)
            .toList();
    return NotUsed.words(others);
  }

  /** The only column with a role that is not taken; -1 if there is none or several. */
  private static int only(ColumnRoles roles, ColumnRole role, Set<Integer> taken) {
    List<Integer> found =
        roles.positions(role).stream().filter(position -> !taken.contains(position)).toList();
    if (found.size() != 1) {
      return -1;
    }
    taken.add(found.get(0));
    return found.get(0);
  }

  /** The only column that is left for values; -1 if there is none. */
  private static int value(List<String> names, Set<Integer> taken, String place) {
    List<String> left =
        IntStream.range(0, names.size())
            .filter(i -> !taken.contains(i))
            .mapToObj(names::get)
            .toList();
    if (left.size() > 1) {
      throw Places.bad(
          place,
          "columns %s may have the values; say which by --value-column".formatted(listed(left)));
    }
    return left.isEmpty() ? -1 : names.indexOf(left.get(0));
  }

  /** The columns that were asked for by name; -1 for others. */
  public static TripleColumns asked(ColumnNames asked, List<String> names, String place) {
    TripleColumns given =
        new TripleColumns(
            asked(asked.row(), names, "row", place),
            asked(asked.column(), names, "column", place),
            asked(asked.value(), names, "value", place),
            asked(asked.weight(), names, "weight", place));
    refuseTwice(names, given.row, given.column, given.value, given.weight);
    return given;
  }

  public TripleColumns transposed() {
    return new TripleColumns(column, row, value, weight);
  }

  /** Which column is what, in words. */
  public String describe(List<String> names) {
    return describe(
        names.get(row),
        names.get(column),
        value < 0 ? "" : names.get(value),
        weight < 0 ? "" : names.get(weight));
  }

  /** Which name is what, in words; value and weight may be empty. */
  public static String describe(String row, String column, String value, String weight) {
    return "row: %s, column: %s, value: %s%s"
        .formatted(
            row,
            column,
            value.isEmpty() ? "1 for every cell" : value,
            weight.isEmpty() ? "" : ", weight: " + weight);
  }

  private static int asked(Optional<String> name, List<String> names, String what, String place) {
    return name.map(known -> required(names, known, "--" + what + "-column", place)).orElse(-1);
  }

  /** The position of a column that must exist. */
  public static int required(List<String> names, String name, String option, String place) {
    int found = position(names, name);
    if (found < 0) {
      throw missing(names, name, option, place);
    }
    return found;
  }

  private static InvalidMatrixException missing(
      List<String> names, String name, String option, String place) {
    return Places.bad(
        place,
        "no column %s; the columns are %s: correct %s%s"
            .formatted(
                LineText.excerpt(name), listed(names), option, SimilarNames.hint(name, names)));
  }

  /** The position of that name, else of that name in another case, else -1. */
  public static int position(List<String> names, String name) {
    int exact = names.indexOf(name);
    if (exact >= 0) {
      return exact;
    }
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private static int take(List<String> names, Set<Integer> taken) {
    for (int i = 0; i < names.size(); i++) {
      if (taken.add(i)) {
        return i;
      }
    }
    return -1;
  }

  private static void refuseTwice(List<String> names, int... positions) {
    Set<Integer> seen = new HashSet<>();
    for (int position : positions) {
      if (position >= 0 && !seen.add(position)) {
        throw new InvalidSettingException(
            "column %s is asked for twice; row, column, value and weight must be columns of their"
                    .formatted(LineText.excerpt(names.get(position)))
                + " own: correct --row-column, --column-column, --value-column, --weight-column");
      }
    }
  }

  /** Names in quotes, not too many of them. */
  public static String listed(List<String> names) {
    int most = 20;
    String shown = names.stream().limit(most).map(LineText::excerpt).collect(joining(", "));
    return names.size() <= most ? shown : shown + " and %d more".formatted(names.size() - most);
  }
}
