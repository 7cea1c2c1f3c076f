package org.sparknmf.io.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.LabelPaths;

/** Names of columns and of label files for the tests of readers. */
public final class TestColumns {
  private TestColumns() {}

  /** Pairs of what a column has, as {@link ColumnNames} calls it, and its name. */
  public static ColumnNames named(String... pairs) {
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      names.put(pairs[i], pairs[i + 1]);
    }
    ColumnNames columns =
        new ColumnNames(
            Optional.ofNullable(names.remove("row")),
            Optional.ofNullable(names.remove("column")),
            Optional.ofNullable(names.remove("value")),
            Optional.ofNullable(names.remove("weight")),
            Optional.ofNullable(names.remove("id")),
            Optional.ofNullable(names.remove("features")),
            Optional.ofNullable(names.remove("text")));
    if (!names.isEmpty()) {
      throw new IllegalArgumentException("no such columns: " + names);
    }
    return columns;
  }

  /** Files of ids; null where there is none. */
  public static LabelPaths labels(String rows, String columns) {
    return new LabelPaths(Optional.ofNullable(rows), Optional.ofNullable(columns));
  }
}
