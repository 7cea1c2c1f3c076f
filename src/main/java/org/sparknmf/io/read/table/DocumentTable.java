package org.sparknmf.io.read.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.documents.Documents;
import org.sparknmf.io.read.documents.WordCounts;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.solver.InvalidMatrixException;

/** Reads documents from a table. Without an id column the rows of Parquet files are counted. */
public final class DocumentTable {
  private final SourceTable table;
  private final int text;
  private final int id;
  private final BadRows badRows;

  private DocumentTable(SourceTable table, InputSettings input) {
    this.table = table;
    this.id = table.idPosition(input.columns());
    this.text = text(table, input, id);
    this.badRows = input.badRows();
  }

  public static Documents read(SourceTable table, InputSettings input) {
    return new DocumentTable(table, input).read();
  }

  private static int text(SourceTable table, InputSettings input, int id) {
    List<String> names = table.names();
    boolean[] isText = new boolean[names.size()];
    for (int i = 0; i < isText.length; i++) {
      isText[i] = i != id && table.isText(i);
    }
    int[] texts = IntStream.range(0, isText.length).filter(i -> isText[i]).toArray();
    int found = position(names, input.columns().text(), texts, table.place());
    if (!table.isText(found)) {
      throw Places.bad(
          table.place(),
          "column %s is of type %s; text must be strings: cast it, or name another by --text-column"
              .formatted(LineText.excerpt(names.get(found)), table.typeName(found)));
    }
    return found;
  }

  /**
   * Where text is: as asked for by name; else {@code text}; else the only column with strings.
   *
   * @param candidates columns with strings
   */
  public static int position(
      List<String> names, Optional<String> asked, int[] candidates, String place) {
    if (asked.isPresent()) {
      return TripleColumns.required(names, asked.get(), "--text-column", place);
    }
    int found = TripleColumns.position(names, "text");
    if (found >= 0 || candidates.length == 1) {
      return found >= 0 ? found : candidates[0];
    }
    throw Places.bad(
        place,
        "no column 'text', and %d others with strings among %s; text is in one: name it by"
                .formatted(candidates.length, TripleColumns.listed(names))
            + " --text-column");
  }

  private Documents read() {
    IdType ids = id < 0 ? IdType.LONG : table.idType(id);
    Optional<FileRows> places = id < 0 ? Optional.of(FileRows.of(table)) : Optional.empty();
    HashMap<String, Long> before = places.map(rows -> new HashMap<>(rows.before())).orElse(null);
    String name = table.names().get(text);
    boolean withIds = id >= 0;
    boolean skip = badRows == BadRows.SKIP;
    Dataset<Row> used =
        skip
            ? stored().filter((FilterFunction<Row>) row -> problem(row, withIds, name) == null)
            : stored();
    Dataset<Row> documents =
        used.map(
            (MapFunction<Row, Row>) row -> document(row, before, name),
            Encoders.row(Documents.schema(ids)));
    BadTableRows bad = badRows(withIds, name);
    return new Documents(
        documents,
        ids,
        places.<Axis>map(rows -> new Axis.Counted(rows.total(), 0)).orElse(new Axis.FromData()),
        table.place(),
        "text from %s; text: %s, id: %s"
            .formatted(table.kind(), name, id < 0 ? "none" : table.names().get(id)),
        table.files(),
        bad::first,
        bad.rejected(badRows, used));
  }

  /** Rows (id or null, text, file, index in the file). */
  private Dataset<Row> stored() {
    Column ids =
        id < 0
            ? lit(null).cast("string")
            : table.column(id).cast(table.idType(id) == IdType.LONG ? "long" : "string");
    return table
        .data()
        .select(
            ids.as("id"),
            table.column(text).as(WordCounts.TEXT),
            FileRows.file(table),
            FileRows.index(table));
  }

  private static Row document(Row stored, Map<String, Long> before, String name) {
    String problem = problem(stored, before == null, name);
    if (problem != null) {
      throw new InvalidMatrixException(VectorCheck.place(stored) + ": " + problem);
    }
    Object rowId =
        before == null
            ? stored.get(0)
            : (Object) (before.get(stored.getString(2)) + stored.getLong(3));
    return RowFactory.create(rowId, stored.getString(1).toLowerCase(Locale.ROOT));
  }

  private static String problem(Row stored, boolean withIds, String name) {
    if (withIds && stored.isNullAt(0)) {
      return "the id is null; every row needs one: fill it in or remove the row";
    }
    return stored.isNullAt(1)
        ? "%s is null; every row needs a text: fill it in or remove the row"
            .formatted(LineText.excerpt(name))
        : null;
  }

  private BadTableRows badRows(boolean withIds, String name) {
    return new BadTableRows(
        table,
        stored().filter((FilterFunction<Row>) row -> problem(row, withIds, name) != null),
        new Column[] {col(FileRows.FILE), col(FileRows.INDEX), col("id")},
        row ->
            BadTableRows.rejected(
                row.getString(2), VectorCheck.place(row), problem(row, withIds, name)));
  }
}
