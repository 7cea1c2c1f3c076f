package org.sparknmf.io.read.lines;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** Rows that some of the lines of a partition give. */
abstract class FoundRows implements Iterator<Row> {
  private final ChunkTracker lines;
  private Row next;

  FoundRows(ChunkTracker lines) {
    this.lines = lines;
  }

  /** The row that the line gives to which the tracker has moved, or null. */
  abstract Row find(boolean isNewChunk);

  @Override
  public final boolean hasNext() {
    while (next == null && lines.hasNext()) {
      next = find(lines.next());
    }
    return next != null;
  }

  @Override
  public final Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }
}
