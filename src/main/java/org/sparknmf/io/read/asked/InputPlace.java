package org.sparknmf.io.read.asked;

import java.util.List;
import java.util.Optional;

/**
 * The place of a matrix.
 *
 * @param paths files, directories or globs, on any Hadoop file system; none where a table is read
 * @param table the table to read, if it is not files
 */
public record InputPlace(List<String> paths, Optional<TableSource> table) {

  /** Copies the list of paths. */
  public InputPlace {
    paths = List.copyOf(paths);
  }
}
