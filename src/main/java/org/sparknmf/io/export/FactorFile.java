package org.sparknmf.io.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** A way to write a factor into one file. */
public interface FactorFile {

  /** What the name of the file ends with. */
  String extension();

  /** Whether the ids need a file of their own, as they do unless overridden. */
  default boolean lacksIds() {
    return true;
  }

  /**
   * Writes a factor in UTF-8 or binary; does not close the stream.
   *
   * @param rows in order of ids
   * @param shape of the factor
   */
  void write(Iterator<NamedRow> rows, FactorShape shape, OutputStream out) throws IOException;

  /** The way of some name, one of {@code csv, mtx, npy}. */
  static FactorFile of(String name) {
    return switch (name) {
      case "csv" -> new CsvFile();
      case "mtx" -> new MatrixMarketFile();
      case "npy" -> new NpyFile();
      default ->
          throw new IllegalArgumentException("no file format " + name + "; take csv, mtx or npy");
    };
  }
}
