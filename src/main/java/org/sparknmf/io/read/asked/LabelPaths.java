package org.sparknmf.io.read.asked;

import java.util.Optional;
import org.sparknmf.solver.InvalidSettingException;

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

  /** Makes sure that there are none where triples are read. */
  public void refuseForTriples() {
    if (any()) {
      throw new InvalidSettingException(
          "--row-labels and --column-labels have no meaning for triples, which have their ids in"
              + " every line; leave them out");
    }
  }
}
