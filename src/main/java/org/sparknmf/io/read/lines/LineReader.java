package org.sparknmf.io.read.lines;

import org.apache.spark.sql.Row;
import org.sparknmf.io.read.text.BadLineException;

/** Reads one data line after the other; keeps scratch memory. */
@FunctionalInterface
public interface LineReader {

  /**
   * The row that a line stands for, or null if it stands for none.
   *
   * @param line not modified
   * @param ordinal number of this data line in the input, from 0; means nothing unless the format
   *     needs ordinals
   */
  Row read(byte[] line, long ordinal) throws BadLineException;
}
