package io.github.sparknmf.io.read;

import static org.apache.spark.sql.functions.lit;

import io.github.sparknmf.frame.Axis;
import io.github.sparknmf.frame.MatrixFrame;
import io.github.sparknmf.solver.InvalidMatrixException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads cells from a table. */
final class TableTriples {
  private final SourceTable table;
  private final TripleColumns columns;

  private TableTriples(SourceTable table, TripleColumns columns) {
    this.table = table;
    this.columns = columns;
  }

  static MatrixSource read(SourceTable table, InputSettings input) {
    TripleColumns stored = TripleColumns.find(input.columns(), table.names(), table.place());
    TripleColumns columns = input.transposed() ? stored.transposed() : stored;
    TableTriples triples = new TableTriples(table, columns);
    MatrixFrame frame =
        new MatrixFrame(
            triples.cells(),
            MatrixFrame.Shape.CELLS,
            new Axis.FromData(),
            new Axis.FromData(),
            false,
            OptionalLong.empty(),
            triples::firstBadCell);
    if (table.collect(table.data().limit(1)).isEmpty()) {
      throw table.empty();
    }
    return new MatrixSource(
        InputFormat.TRIPLES,
        "triples from " + table.kind() + "; " + stored.describe(table.names()),
        table.files(),
        frame);
  }

  private Dataset<Row> cells() {
    Column value = columns.value() < 0 ? lit(1.0) : table.numbers(columns.value(), "value");
    List<Column> fields = new ArrayList<>();
    fields.add(table.ids(columns.row()).as(MatrixFrame.ROW));
    fields.add(table.ids(columns.column()).as(MatrixFrame.COLUMN));
    fields.add(value.as(MatrixFrame.VALUE));
    if (columns.weight() >= 0) {
      fields.add(table.numbers(columns.weight(), "weight").as(MatrixFrame.WEIGHT));
    }
    return table.data().select(fields.toArray(Column[]::new));
  }

  /** Nulls first, then by row and column id: the same answer however the data is spread. */
  private Optional<InvalidMatrixException> firstBadCell() {
    Column row = table.column(columns.row());
    Column column = table.column(columns.column());
    Column value = numberOrOne(columns.value());
    Column weight = numberOrOne(columns.weight());
    Column bad = row.isNull().or(column.isNull()).or(isBad(value)).or(isBad(weight));
    Dataset<Row> first =
        table
            .data()
            .where(bad)
            .select(row, column, value, weight)
            .orderBy(row, column, value, weight)
            .limit(1);
    List<Row> found = table.collect(first);
    return found.stream().findFirst().map(this::problem);
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

  private InvalidMatrixException problem(Row cell) {
    String at =
        "cell (%s = %s, %s = %s)"
            .formatted(
                table.names().get(columns.row()),
                shown(cell.get(0)),
                table.names().get(columns.column()),
                shown(cell.get(1)));
    if (cell.isNullAt(0) || cell.isNullAt(1)) {
      return Places.bad(
          table.place(), at + " has no id; every cell needs a row and a column: remove it");
    }
    String ofValue = problem(cell, 2, "value");
    return Places.bad(
        table.place(), at + ": " + (ofValue == null ? problem(cell, 3, "weight") : ofValue));
  }

  private static String problem(Row cell, int position, String what) {
    return cell.isNullAt(position)
        ? "the %1$s is null; it must be a number: remove the cell or give it a %1$s".formatted(what)
        : Numerals.problem(cell.getDouble(position), what);
  }

  private static String shown(Object id) {
    return id instanceof String text ? LineText.excerpt(text) : String.valueOf(id);
  }
}
