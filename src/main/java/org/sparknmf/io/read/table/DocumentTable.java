package org.sparknmf.io.read.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.documents.Documents;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.LineText;

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
    int[] texts =
        IntStream.range(0, names.size()).filter(i -> i != id && table.isText(i)).toArray();
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
   * The position of the text column: as asked for by name; else {@code text}; else the only column
   * with strings.
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
    TableRows rows =
        new TableRows(
            table,
            TableRows.of(table, id, table.column(text)),
            places.map(FileRows::before).orElse(null),
            new TextCheck(table.names().get(text)),
            badRows);
    return new Documents(
        table.frameRows(rows.rows(Documents.schema(ids))),
        ids,
        places.<Axis>map(found -> new Axis.Counted(found.total(), 0)).orElse(new Axis.FromData()),
        table.place(),
        rows.notes(
            "text from %s; text: %s, id: %s%s"
                .formatted(
                    table.kind(),
                    table.names().get(text),
                    id < 0 ? "none" : table.names().get(id),
                    table.unused(List.of(text, id)))));
  }

  /** Makes lower case out of stored text in a column of that name. */
  private record TextCheck(String name) implements RowCheck {

    @Override
    public String refusal(Row stored) {
      return stored.isNullAt(1)
          ? "%s is null; every row needs a text: fill it in or remove the row"
              .formatted(LineText.excerpt(name))
          : null;
    }

    @Override
    public Object contents(Row stored) {
      return stored.getString(1).toLowerCase(Locale.ROOT);
    }
  }
}
