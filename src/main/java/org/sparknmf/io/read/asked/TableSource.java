package org.sparknmf.io.read.asked;

import java.util.Map;
import java.util.TreeMap;
import org.sparknmf.io.read.text.LineText;

/** A table that Spark finds, in place of files that we look up. */
public sealed interface TableSource {

  /** What it is, in words for a person. */
  String words();

  /** What messages call it. */
  default String place() {
    return words();
  }

  /** What kind of table it is, as in "triples from a table". */
  String kind();

  /** A table or view of a catalog, by its name with or without catalog and database. */
  record Named(String name) implements TableSource {

    @Override
    public String words() {
      return "table " + name;
    }

    @Override
    public String kind() {
      return "a table";
    }
  }

  /** What a query in SQL gives. */
  record Query(String sql) implements TableSource {

    @Override
    public String words() {
      return "query " + sql;
    }

    @Override
    public String place() {
      return "query " + LineText.excerpt(sql);
    }

    @Override
    public String kind() {
      return "a query";
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

    @Override
    public String place() {
      return path;
    }

    @Override
    public String kind() {
      return format;
    }
  }
}
