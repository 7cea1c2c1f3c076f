package org.sparknmf.io.read.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sparknmf.io.read.asked.ColumnChoice;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.ColumnRole;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * Finds how a matrix lies in a table, by what was asked for, and by names and types together. Where
 * two readings are plausible, it refuses and names the options that decide.
 */
final class LayoutGuess {
  /** So many columns of numbers beside those of triples may be forgotten. */
  private static final int FEW = 3;

  private static final Pattern NUMBERED = Pattern.compile("(.*?)\\d+");

  private final TableColumns columns;
  private final ColumnNames asked;
  private final ColumnChoice choice;

  private LayoutGuess(TableColumns columns, InputSettings input) {
    this.columns = columns;
    this.asked = input.columns();
    this.choice = input.text().choice();
  }

  static TableLayout of(TableColumns columns, InputSettings input) {
    TableLayout layout = layout(new LayoutGuess(columns, input), input);
    if (!(layout instanceof TableLayout.Rows)) {
      input.text().choice().refuseFor(layout instanceof TableLayout.Cells ? "triples" : "vectors");
    }
    return layout;
  }

  private static TableLayout layout(LayoutGuess guess, InputSettings input) {
    InputFormat format = input.format();
    if (format.equals(InputFormat.DENSE)) {
      return guess.rows();
    }
    if (format.equals(InputFormat.VECTORS)) {
      return new TableLayout.Vectors();
    }
    return format.equals(InputFormat.TRIPLES) || input.columns().anyOfTriples()
        ? guess.namedCells()
        : guess.byNamesAndTypes();
  }

  private TableLayout rows() {
    return DenseGuess.of(columns, asked, choice);
  }

  /** Cells whose columns were named, or asked for; the others by their names, else in order. */
  private TableLayout namedCells() {
    return new TableLayout.Cells(TripleGuess.of(columns, asked));
  }

  private TableLayout byNamesAndTypes() {
    boolean anyVector = columns.kinds().stream().anyMatch(ColumnKind::isVector);
    if (asked.features().isPresent() || (anyVector && asked.id().isPresent())) {
      return new TableLayout.Vectors();
    }
    if (asked.id().isPresent() || choice.any()) {
      return rows();
    }
    List<Integer> rows = columns.ofRole(ColumnRole.ROW);
    List<Integer> cols = columns.ofRole(ColumnRole.COLUMN);
    boolean pair = !rows.isEmpty() && !cols.isEmpty();
    if (anyVector && !(pair && isCellBesideVectors())) {
      return new TableLayout.Vectors();
    }
    if (pair) {
      return pair(rows, cols);
    }
    return withoutPair();
  }

  /** Names of a whole cell say more than an array; those of an edge only if it is of integers. */
  private boolean isCellBesideVectors() {
    return !columns.kinds().contains(ColumnKind.VECTOR)
        || !columns.ofRole(ColumnRole.VALUE).isEmpty();
  }

  private TableLayout pair(List<Integer> rows, List<Integer> cols) {
    if (rows.size() > 1 || cols.size() > 1) {
      throw undecided(
          "columns %s may all be ids of rows or columns"
              .formatted(columns.listed(columns.where(i -> rows.contains(i) || cols.contains(i)))));
    }
    int row = rows.get(0);
    int column = cols.get(0);
    List<Integer> unknown =
        columns.where(
            i ->
                i != row
                    && i != column
                    && columns.mayCount(i)
                    && columns.kind(i).isNumber()
                    && !columns.hasRole(i));
    boolean texts = columns.kind(row) == ColumnKind.TEXT && columns.kind(column) == ColumnKind.TEXT;
    if (!texts && unknown.size() > FEW) {
      throw undecided("%d columns, which may be triples or rows".formatted(columns.names().size()));
    }
    return new TableLayout.Cells(new TripleColumns(row, column, value(unknown), -1));
  }

  private int value(List<Integer> unknown) {
    List<Integer> named = columns.ofRole(ColumnRole.VALUE);
    List<Integer> values = named.isEmpty() ? columns.ofRole(ColumnRole.WEIGHT) : named;
    if (values.isEmpty()) {
      values = unknown;
    }
    if (values.size() > 1) {
      throw undecided("columns %s may all be values".formatted(columns.listed(values)));
    }
    return values.isEmpty() ? -1 : values.get(0);
  }

  private TableLayout withoutPair() {
    List<Integer> all = columns.where(columns::mayCount);
    List<Integer> numbers = all.stream().filter(i -> columns.kind(i).isNumber()).toList();
    boolean ids = all.stream().allMatch(i -> columns.kind(i).isId());
    if (all.size() < 2 || (all.size() == 2 && ids)) {
      return namedCells();
    }
    Optional<TripleColumns> three =
        all.size() == 3 ? TripleGuess.ofThree(columns, all) : Optional.empty();
    boolean series = numbers.size() == all.size() || numbers.size() == all.size() - 1;
    if (series && isSeries(numbers)) {
      return rows();
    }
    if (three.isPresent()) {
      return new TableLayout.Cells(three.get());
    }
    int fewest = all.size() == 3 ? 2 : FEW;
    if (numbers.size() < fewest || (all.size() == 3 && mayBeCell(all)) || isHalf(all)) {
      throw undecided(
          "columns %s, which may be triples or rows of a matrix".formatted(columns.listed(all)));
    }
    return rows();
  }

  /** Whether the first two of three columns may be ids. */
  private boolean mayBeCell(List<Integer> three) {
    return columns.kind(three.get(0)).isId() && columns.kind(three.get(1)).isId();
  }

  /** Whether names tell of one side of a cell and of its value, among few columns. */
  private boolean isHalf(List<Integer> all) {
    boolean side =
        all.stream()
            .anyMatch(i -> columns.is(i, ColumnRole.ROW) || columns.is(i, ColumnRole.COLUMN));
    return all.size() <= FEW + 2 && side && columns.ofRole(ColumnRole.VALUE).size() == 1;
  }

  /** Whether names are {@code s1, s2, s3}. */
  private boolean isSeries(List<Integer> numbers) {
    return numbers.size() > 1
        && numbers.stream()
                .map(columns.names()::get)
                .map(NUMBERED::matcher)
                .map(name -> name.matches() ? name.group(1) : null)
                .distinct()
                .count()
            == 1
        && NUMBERED.matcher(columns.names().get(numbers.get(0))).matches();
  }

  private InvalidMatrixException undecided(String what) {
    return Places.bad(
        columns.place(),
        what
            + ": say which with --row-column, --column-column and --value-column, or with --format"
            + " triples, or --format dense for rows of numbers");
  }
}
