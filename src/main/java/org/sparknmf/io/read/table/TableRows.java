package org.sparknmf.io.read.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.SourceNotes;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.solver.InvalidMatrixException;

/** Rows of a table that each are a row of the matrix: (id or null, contents, file, index in it). */
final class TableRows {
  /** What tells which row comes first, however the table is spread. */
  static final List<Column> ORDER = List.of(col(FileRows.FILE), col(FileRows.INDEX), col("id"));

  private final SourceTable table;
  private final Dataset<Row> stored;
  private final RowCheck check;
  private final BadRows badRows;

  /** How many rows come before those of each file; null where rows have ids. */
  private final HashMap<String, Long> before;

  /**
   * Rows that are checked.
   *
   * @param stored what {@link #of} gives
   * @param before number of the first row of each file, to number rows; null if they have ids
   */
  TableRows(
      SourceTable table,
      Dataset<Row> stored,
      Map<String, Long> before,
      RowCheck check,
      BadRows badRows) {
    this.table = table;
    this.stored = stored;
    this.before = before == null ? null : new HashMap<>(before);
    this.check = check;
    this.badRows = badRows;
  }

  /** Ids and contents in two columns of a table; without a column of ids they are null. */
  static Dataset<Row> of(SourceTable table, int id, Column contents) {
    Column ids = id < 0 ? lit(null) : table.column(id);
    boolean longs = id >= 0 && table.idType(id) == IdType.LONG;
    return table
        .data()
        .select(
            ids.cast(longs ? "long" : "string").as("id"),
            contents.as("contents"),
            FileRows.file(table),
            FileRows.index(table));
  }

  /** The rows (id or number, contents), without bad ones where these are left out. */
  Dataset<Row> rows(StructType schema) {
    HashMap<String, Long> rowsBefore = before;
    RowCheck checked = check;
    return used()
        .map((MapFunction<Row, Row>) row -> row(row, rowsBefore, checked), Encoders.row(schema));
  }

  private static Row row(Row stored, Map<String, Long> before, RowCheck check) {
    String problem = problem(stored, before == null, check.refusal(stored));
    if (problem != null) {
      throw new InvalidMatrixException(place(stored) + ": " + problem);
    }
    Object id =
        before == null
            ? stored.get(0)
            : (Object) (before.get(stored.getString(2)) + stored.getLong(3));
    return RowFactory.create(id, check.contents(stored));
  }

  private static String problem(Row stored, boolean withIds, String ofContents) {
    return withIds && stored.isNullAt(0)
        ? "the id is null; every row needs one: fill it in or remove the row"
        : ofContents;
  }

  private Dataset<Row> used() {
    return badRows == BadRows.SKIP ? withProblem(false) : stored;
  }

  private Dataset<Row> withProblem(boolean wanted) {
    boolean withIds = before == null;
    RowCheck checked = check;
    return stored.filter(
        (FilterFunction<Row>)
            row -> wanted == (problem(row, withIds, checked.problem(row)) != null));
  }

  /** What is to be said of the table. */
  SourceNotes notes(String description) {
    boolean withIds = before == null;
    RowCheck checked = check;
    return new BadTableRows(
            table,
            withProblem(true),
            ORDER,
            row ->
                BadTableRows.rejected(
                    row.getString(2), place(row), problem(row, withIds, checked.problem(row))))
        .notes(description, badRows, used());
  }

  /** The id of a row, or its place. */
  static String place(Row stored) {
    if (!stored.isNullAt(0)) {
      Object id = stored.get(0);
      return "row " + (id instanceof String text ? LineText.excerpt(text) : id);
    }
    if (stored.isNullAt(2)) {
      return "a row";
    }
    return "row %d (from 0) of %s"
        .formatted(stored.getLong(3), Places.showEncoded(stored.getString(2)));
  }
}
