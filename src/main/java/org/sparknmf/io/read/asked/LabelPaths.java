package org.sparknmf.io.read.asked;

import java.util.Optional;

/**
 * Files of ids, one a line, for formats that count rows and columns instead of naming them. For
 * MatrixMarket the defaults are {@code rows.txt} and {@code cols.txt} (or {@code .txt.gz}) beside
 * the matrix, where they exist.
 *
 * @param rows ids of the rows of the files
 * @param columns ids of the columns of the files
 */
public record LabelPaths(Optional<String> rows, Optional<String> columns) {

  /** No files but those beside the matrix. */
  public static LabelPaths byRule() {
    return new LabelPaths(Optional.empty(), Optional.empty());
  }

  public boolean any() {
    return rows.isPresent() || columns.isPresent();
  }
}
