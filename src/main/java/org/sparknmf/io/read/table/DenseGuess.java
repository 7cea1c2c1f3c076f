package org.sparknmf.io.read.table;

import java.util.BitSet;
import java.util.List;
import org.sparknmf.io.read.asked.ColumnChoice;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.ColumnRole;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.LineText;

/** Finds the columns of dense rows: all that have numbers, and perhaps an id. */
final class DenseGuess {
  private final TableColumns columns;
  private final ColumnNames asked;
  private final ColumnChoice choice;
  private final BitSet leftOut;

  private DenseGuess(TableColumns columns, ColumnNames asked, ColumnChoice choice) {
    this.columns = columns;
    this.asked = asked;
    this.choice = choice;
    this.leftOut =
        choice.leftOut(columns.names(), i -> columns.kind(i).isNumber(), columns.place());
  }

  static TableLayout of(TableColumns columns, ColumnNames asked, ColumnChoice choice) {
    return new DenseGuess(columns, asked, choice).find();
  }

  private TableLayout find() {
    int id = id();
    List<Integer> values = columns.where(i -> i != id && !leftOut.get(i) && isValue(i));
    if (values.isEmpty()) {
      throw Places.bad(
          columns.place(),
          "no column of numbers among %s; dense rows are made of them: cast them, or check --format"
              .formatted(TripleColumns.listed(columns.names())));
    }
    return new TableLayout.Rows(id, values);
  }

  /** Whether a column has values: numbers, and those that were asked for must be. */
  private boolean isValue(int position) {
    boolean numbers = columns.kind(position).isNumber();
    if (choice.kept().isEmpty()) {
      return numbers && columns.mayCount(position);
    }
    if (!numbers) {
      throw Places.bad(
          columns.place(),
          "column %s has no numbers; values of dense rows are numbers: cast it, or leave it out of --columns"
              .formatted(LineText.excerpt(columns.names().get(position))));
    }
    return true;
  }

  private int id() {
    if (asked.id().isPresent()) {
      return TripleColumns.required(
          columns.names(), asked.id().get(), "--id-column", columns.place());
    }
    int named = TripleColumns.position(columns.names(), "id");
    return named >= 0 ? named : unnamed();
  }

  private int unnamed() {
    BitSet dropped = choice.dropped(columns.names(), columns.place());
    List<Integer> texts =
        columns.where(
            i -> columns.kind(i) == ColumnKind.TEXT && columns.mayCount(i) && !dropped.get(i));
    if (texts.size() == 1) {
      return texts.get(0);
    }
    if (texts.size() > 1) {
      return ofMany(texts);
    }
    List<Integer> index =
        columns.where(i -> columns.is(i, ColumnRole.INDEX) && columns.kind(i).isId());
    if (!index.isEmpty()) {
      return index.get(0);
    }
    return columns.kind(0) == ColumnKind.INTEGER && isSide(0) ? 0 : -1;
  }

  private int ofMany(List<Integer> texts) {
    List<Integer> ids = texts.stream().filter(this::isSide).toList();
    if (ids.size() != 1) {
      throw Places.bad(
          columns.place(),
          "columns %s have text, and rows have one id: name it by --id-column"
              .formatted(columns.listed(texts)));
    }
    return ids.get(0);
  }

  private boolean isSide(int position) {
    return columns.is(position, ColumnRole.ROW) || columns.is(position, ColumnRole.COLUMN);
  }
}
