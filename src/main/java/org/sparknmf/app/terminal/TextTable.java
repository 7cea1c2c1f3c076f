package org.sparknmf.app.terminal;

import java.util.List;

/** Lays texts out in columns. */
public final class TextTable {
  private static final String GAP = "  ";

  private TextTable() {}

  /** One line a row; each column as wide as its longest text, no blanks at the end of a line. */
  public static List<String> lines(List<List<String>> rows) {
    return rows.stream().map(row -> line(row, rows)).toList();
  }

  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String text = row.get(column);
      line.append(text).append(" ".repeat(width(rows, column) - text.length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
