package org.sparknmf.io.read.lines;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.solver.InvalidMatrixException;

/** The rows that the lines of a partition stand for. */
final class ParsedLines extends FoundRows {
  private final Iterator<Row> lines;
  private final ChunkTracker tracker;
  private final LineReader reader;
  private final BadRows onBadRows;

  ParsedLines(Iterator<Row> lines, ChunkTracker tracker, LineReader reader, BadRows onBadRows) {
    this.lines = lines;
    this.tracker = tracker;
    this.reader = reader;
    this.onBadRows = onBadRows;
  }

  @Override
  Row find() {
    Row found = null;
    while (found == null && lines.hasNext()) {
      tracker.accept(lines.next());
      found = parsed();
    }
    return found;
  }

  private Row parsed() {
    try {
      return tracker.isData() ? reader.read(tracker.line(), tracker.ordinal()) : null;
    } catch (BadLineException e) {
      if (onBadRows == BadRows.SKIP) {
        return null;
      }
      throw new InvalidMatrixException(tracker.chunk().shownFile() + ": " + e.getMessage(), e);
    }
  }
}
