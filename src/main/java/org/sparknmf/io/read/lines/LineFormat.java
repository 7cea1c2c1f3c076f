package org.sparknmf.io.read.lines;

import java.io.Serializable;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineText;

/** How the lines of text files become rows of a DataFrame. Immutable; travels to executors. */
public interface LineFormat extends Serializable {

  /** The fields of the rows. */
  StructType schema();

  /** Whether a line says anything, as opposed to blank lines and comments. */
  default boolean isContent(byte[] line) {
    return !LineText.isBlank(line);
  }

  /** How many lines at the beginning of each file say nothing, whatever is on them. */
  default int skippedLines() {
    return 0;
  }

  /** Whether the first line of a file that says anything is a header, which is no data. */
  default boolean isHead(byte[] firstContent) throws BadLineException {
    return false;
  }

  /** Whether readers need to know the number of each data line. */
  default boolean needsOrdinals() {
    return false;
  }

  /** A reader for the lines of one partition, in their order. */
  LineReader open();
}
