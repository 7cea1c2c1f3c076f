package org.sparknmf.io.read.asked;

import java.util.Optional;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Labels;
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

  /** The ids of rows that the files do not name: labels if there are any, else counted. */
  public Axis rowAxis(InputFiles files, Axis.Counted counted) {
    return Labels.axis(files, Labels.given(files, rows), "row", counted);
  }

  /** The ids of columns that the files do not name, likewise. */
  public Axis columnAxis(InputFiles files, Axis.Counted counted) {
    return Labels.axis(files, Labels.given(files, columns), "column", counted);
  }

  /**
   * The ids of rows that have some in the data; makes sure that there are no labels.
   *
   * @param having says where the ids are, for messages
   */
  public Axis rowAxis(InputFiles files, String having) {
    if (Labels.given(files, rows).isPresent()) {
      throw new InvalidSettingException(
          "--row-labels is for rows without ids, but %s; leave it out".formatted(having));
    }
    return new Axis.FromData();
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
