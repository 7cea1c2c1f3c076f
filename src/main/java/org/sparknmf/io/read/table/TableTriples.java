package org.sparknmf.io.read.table;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.TripleColumns;

/** Reads cells from a table. */
record TableTriples(SourceTable table, TripleColumns columns) {

  static MatrixSource read(SourceTable table, TripleColumns stored, InputSettings input) {
    input.labels().refuseForTriples();
    TripleColumns columns = input.transposed() ? stored.transposed() : stored;
    TableTriples triples = new TableTriples(table, columns);
    Dataset<Row> used = triples.used(input.badRows());
    BadTableRows bad = triples.badRows();
    Dataset<Row> cells = triples.cells(used);
    if (table.collect(table.data().limit(1)).isEmpty()) {
      throw table.empty();
    }
    return bad.notes(
            "triples from "
                + table.kind()
                + "; "
                + stored.describe(table.names())
                + table.unused(
                    List.of(stored.row(), stored.column(), stored.value(), stored.weight())),
            input.badRows(),
            used)
        .triples(table.frameRows(cells));
  }

  private Dataset<Row> cells(Dataset<Row> data) {
    Column value = columns.value() < 0 ? lit(1.0) : table.numbers(columns.value(), "value");
    List<Column> fields = new ArrayList<>();
    fields.add(table.ids(columns.row()).as(MatrixFrame.ROW));
    fields.add(table.ids(columns.column()).as(MatrixFrame.COLUMN));
    fields.add(value.as(MatrixFrame.VALUE));
    if (columns.weight() >= 0) {
      fields.add(table.numbers(columns.weight(), "weight").as(MatrixFrame.WEIGHT));
    }
    return data.select(fields.toArray(Column[]::new));
  }

  /** The rows that are cells, where the others are to be left out; else all, unseen. */
  private Dataset<Row> used(BadRows badRows) {
    return badRows == BadRows.SKIP ? table.data().where(not(isBad())) : table.data();
  }

  /** Nulls first, then by row and column id: the same order however the data is spread. */
  private BadTableRows badRows() {
    Column row = table.column(columns.row());
    Column column = table.column(columns.column());
    Column value = numberOrOne(columns.value());
    Column weight = numberOrOne(columns.weight());
    TripleCheck check =
        new TripleCheck(table.names().get(columns.row()), table.names().get(columns.column()));
    Dataset<Row> bad =
        table
            .data()
            .where(isBad())
            .select(
                row.as(MatrixFrame.ROW),
                column.as(MatrixFrame.COLUMN),
                value.as(MatrixFrame.VALUE),
                weight.as(MatrixFrame.WEIGHT),
                FileRows.file(table));
    return new BadTableRows(
        table,
        bad,
        Arrays.stream(bad.columns()).map(bad::col).toList(),
        cell -> BadTableRows.rejected(cell.getString(4), check.place(cell), check.problem(cell)));
  }

  private Column isBad() {
    return table
        .column(columns.row())
        .isNull()
        .or(table.column(columns.column()).isNull())
        .or(isBad(numberOrOne(columns.value())))
        .or(isBad(numberOrOne(columns.weight())));
  }

  private Column numberOrOne(int position) {
    return position < 0 ? lit(1.0) : table.column(position).cast("double");
  }

  private static Column isBad(Column number) {
    return number
        .isNull()
        .or(number.isNaN())
        .or(number.lt(0.0))
        .or(number.equalTo(Double.POSITIVE_INFINITY));
  }
}
