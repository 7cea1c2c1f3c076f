package org.sparknmf.io.read.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.ColumnRole;
import org.sparknmf.io.read.asked.TripleColumns;

/** Finds the columns of triples: as asked for; else by their names; else the first that may be. */
final class TripleGuess {
  private final TableColumns columns;
  private final Set<Integer> taken = new HashSet<>();

  private TripleGuess(TableColumns columns) {
    this.columns = columns;
  }

  static TripleColumns of(TableColumns columns, ColumnNames asked) {
    return new TripleGuess(columns).find(asked);
  }

  private TripleColumns find(ColumnNames asked) {
    // Refuses names that are not there, or there twice.
    TripleColumns found = TripleColumns.asked(asked, columns.names(), columns.place());
    int row = asked.row().isPresent() ? take(found.row()) : -1;
    int column = asked.column().isPresent() ? take(found.column()) : -1;
    int value = asked.value().isPresent() ? take(found.value()) : -1;
    int weight = asked.weight().isPresent() ? take(found.weight()) : -1;
    row = row >= 0 ? row : byName(ColumnRole.ROW);
    column = column >= 0 ? column : byName(ColumnRole.COLUMN);
    value = value >= 0 ? value : byName(ColumnRole.VALUE);
    value = value >= 0 ? value : byName(ColumnRole.WEIGHT);
    row = row >= 0 ? row : inOrder(i -> columns.kind(i).isId());
    column = column >= 0 ? column : inOrder(i -> columns.kind(i).isId());
    value = value >= 0 ? value : inOrder(i -> columns.kind(i).isNumber());
    return row >= 0 && column >= 0
        ? new TripleColumns(row, column, value, weight)
        : TripleColumns.find(asked, columns.names(), columns.place());
  }

  private int take(int position) {
    if (position >= 0) {
      taken.add(position);
    }
    return position;
  }

  private int byName(ColumnRole role) {
    return take(first(columns.ofRole(role).stream().mapToInt(i -> i), i -> true));
  }

  private int inOrder(IntPredicate wanted) {
    int fits = first(all(), i -> columns.mayCount(i) && wanted.test(i));
    return take(fits >= 0 ? fits : first(all(), columns::mayCount));
  }

  private IntStream all() {
    return IntStream.range(0, columns.names().size());
  }

  private int first(IntStream positions, IntPredicate wanted) {
    return positions.filter(i -> !taken.contains(i)).filter(wanted).findFirst().orElse(-1);
  }

  /** Triples out of three columns, where no other reading is plausible. */
  static Optional<TripleColumns> ofThree(TableColumns columns, List<Integer> three) {
    List<Integer> values =
        three.stream()
            .filter(i -> columns.is(i, ColumnRole.VALUE) || isWeight(columns, i))
            .toList();
    if (values.isEmpty()) {
      values = three.stream().filter(i -> columns.kind(i).isNumber()).toList();
    }
    if (values.size() > 1) {
      return Optional.empty();
    }
    int value = values.isEmpty() ? three.get(2) : values.get(0);
    List<Integer> ids = three.stream().filter(i -> i != value).toList();
    boolean swapped =
        columns.is(ids.get(0), ColumnRole.COLUMN) || columns.is(ids.get(1), ColumnRole.ROW);
    return ids.stream().allMatch(i -> columns.kind(i).isId())
        ? Optional.of(
            new TripleColumns(ids.get(swapped ? 1 : 0), ids.get(swapped ? 0 : 1), value, -1))
        : Optional.empty();
  }

  private static boolean isWeight(TableColumns columns, int position) {
    return columns.is(position, ColumnRole.WEIGHT) && columns.ofRole(ColumnRole.VALUE).isEmpty();
  }
}
