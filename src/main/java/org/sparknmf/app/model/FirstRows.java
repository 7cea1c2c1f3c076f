package org.sparknmf.app.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparknmf.app.terminal.Printable;
import org.sparknmf.app.terminal.TextTable;
import scala.collection.Seq;

/** The beginning of a table, for people: Parquet is not to be looked at. */
final class FirstRows {
  private static final int ROWS = 5;

  /** The most numbers on a line; with more, it is too long. */
  private static final int NUMBERS = 10;

  private FirstRows() {}

  /** Names of the fields and some rows, in columns. */
  static List<String> of(Dataset<Row> table) {
    return of(table.columns(), table.takeAsList(ROWS));
  }

  /** The same of rows of this JVM. */
  static List<String> of(String[] fields, List<Row> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(Arrays.asList(fields));
    for (Row row : rows.subList(0, Math.min(ROWS, rows.size()))) {
      lines.add(IntStream.range(0, row.size()).mapToObj(i -> text(row, i)).toList());
    }
    return TextTable.lines(lines);
  }

  private static String text(Row row, int field) {
    return row.get(field) instanceof Seq<?> ? list(row.getList(field)) : text(row.get(field));
  }

  private static String list(List<?> many) {
    String some =
        many.stream().limit(NUMBERS).map(FirstRows::text).collect(Collectors.joining("  "));
    return many.size() > NUMBERS ? some + " ..." : some;
  }

  private static String text(Object value) {
    if (value instanceof Row pair) {
      return IntStream.range(0, pair.size())
          .mapToObj(i -> text(pair.get(i)))
          .collect(Collectors.joining(" "));
    }
    if (value instanceof Double number) {
      return String.format(Locale.ROOT, "%.4g", number);
    }
    return value == null ? "null" : Printable.word(value);
  }
}
