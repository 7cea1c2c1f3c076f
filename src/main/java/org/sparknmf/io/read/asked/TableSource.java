package org.sparknmf.io.read.asked;

import java.util.Map;
import java.util.TreeMap;

/** A table that Spark finds, in place of files that we look up. */
public sealed interface TableSource {

  /** What it is, in words for a person. */
  String words();

  /** A table or view of a catalog, by its name with or without catalog and database. */
  record Named(String name) implements TableSource {

    @Override
    public String words() {
      return "table " + name;
    }
  }

  /** What a query in SQL gives. */
  record Query(String sql) implements TableSource {

    @Override
    public String words() {
      return "query " + sql;
    }
  }

  /**
   * What a source reads that is installed in Spark.
   *
   * @param format the name of the source, such as {@code delta} or {@code csv}
   * @param path where it is to read
   * @param options options of the source
   */
  record Installed(String format, String path, Map<String, String> options) implements TableSource {

    /** Copies the options. */
    public Installed {
      options = Map.copyOf(options);
    }

    @Override
    public String words() {
      String given = options.isEmpty() ? "" : " " + new TreeMap<>(options);
      return path + " as " + format + given;
    }
  }
}
