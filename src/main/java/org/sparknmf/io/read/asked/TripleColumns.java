package org.sparknmf.io.read.asked;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
   * Finds the columns: as asked for by name; else of the default name; else the first that is not
   * taken. Weights must be asked for.
   *
   * @param place the file, for messages
   */
  public static TripleColumns find(ColumnNames asked, List<String> names, String place) {
    int row = asked(asked.row(), names, "row", place);
    int column = asked(asked.column(), names, "column", place);
    int value = asked(asked.value(), names, "value", place);
    int weight = asked(asked.weight(), names, "weight", place);
    row = row >= 0 ? row : position(names, "row");
    column = column >= 0 ? column : position(names, "column");
    value = value >= 0 ? value : position(names, "value");
    refuseTwice(names, row, column, value, weight);
    Set<Integer> taken = new HashSet<>(List.of(row, column, value, weight));
    row = row >= 0 ? row : take(names, taken);
    column = column >= 0 ? column : take(names, taken);
    value = value >= 0 ? value : take(names, taken);
    if (row < 0 || column < 0) {
      throw Places.bad(
          place,
          "columns %s; triples need a row column and a column column: check --format, --delimiter"
              .formatted(listed(names)));
    }
    return new TripleColumns(row, column, value, weight);
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
