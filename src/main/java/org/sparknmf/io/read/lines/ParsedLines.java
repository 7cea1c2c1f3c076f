package org.sparknmf.io.read.lines;

import org.apache.spark.sql.Row;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.solver.InvalidMatrixException;

/** The rows that the lines of a partition stand for. */
final class ParsedLines extends FoundRows {
  private final ChunkTracker lines;
  private final BadRows onBadRows;

  ParsedLines(ChunkTracker lines, BadRows onBadRows) {
    super(lines);
    this.lines = lines;
    this.onBadRows = onBadRows;
  }

  @Override
  Row find(boolean isNewChunk) {
    try {
      return lines.read();
    } catch (BadLineException e) {
      if (onBadRows == BadRows.SKIP) {
        return null;
      }
      throw new InvalidMatrixException(lines.chunk().shownFile() + ": " + e.getMessage(), e);
    }
  }
}
