package org.sparknmf.io.read.lines;

import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparknmf.io.read.files.RejectedRows;

/** The bad lines of a partition, as far as they are among the first of the input. */
final class ListedLines extends FoundRows {
  private final Iterator<Row> lines;
  private final LineReader reader;
  private final ChunkTracker tracker;
  private final Map<Chunk, BadLines.Before> before;
  private BadLines.Before current;
  private long bad;

  /**
   * Starts before the first line.
   *
   * @param before what comes before each chunk; not modified
   */
  ListedLines(
      Iterator<Row> lines,
      LineReader reader,
      ChunkTracker tracker,
      Map<Chunk, BadLines.Before> before) {
    this.lines = lines;
    this.reader = reader;
    this.tracker = tracker;
    this.before = before;
  }

  @Override
  Row find() {
    Row found = null;
    while (found == null && lines.hasNext()) {
      if (tracker.accept(lines.next())) {
        current = before.get(tracker.chunk());
        bad = 0;
      }
      found = listed(BadLines.problem(reader, tracker));
    }
    return found;
  }

  private Row listed(String reason) {
    if (reason == null || current.bad() + bad++ >= RejectedRows.MOST) {
      return null;
    }
    String file = tracker.chunk().shownFile();
    return RowFactory.create(file, current.lines() + tracker.number(), null, reason);
  }
}
