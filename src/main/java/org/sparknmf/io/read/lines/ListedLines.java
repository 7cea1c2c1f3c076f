package org.sparknmf.io.read.lines;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparknmf.io.read.files.RejectedRows;

/** The bad lines of a partition, as far as they are among the first of the input. */
final class ListedLines extends FoundRows {
  private final ChunkTracker lines;
  private final Map<Chunk, TextRows.Before> before;
  private TextRows.Before current;
  private long bad;

  /**
   * Starts before the first line.
   *
   * @param before what comes before each chunk; not modified
   */
  ListedLines(ChunkTracker lines, Map<Chunk, TextRows.Before> before) {
    super(lines);
    this.lines = lines;
    this.before = before;
  }

  @Override
  Row find(boolean isNewChunk) {
    if (isNewChunk) {
      current = before.get(lines.chunk());
      bad = 0;
    }
    String reason = lines.problem();
    if (reason == null || current.bad() + bad++ >= RejectedRows.MOST) {
      return null;
    }
    return RowFactory.create(
        lines.chunk().shownFile(), current.lines() + lines.number(), null, reason);
  }
}
