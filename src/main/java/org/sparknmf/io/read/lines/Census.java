package org.sparknmf.io.read.lines;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.apache.spark.sql.Row;

/** How many lines each chunk of the input has, so that a task knows the numbers of its lines. */
final class Census implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What comes before a chunk.
   *
   * @param ordinal data lines of the input before it
   * @param atHead whether its file has said nothing yet
   */
  record Before(long ordinal, boolean atHead) implements Serializable {}

  private final HashMap<Chunk, Before> before = new HashMap<>();
  private long dataLines;

  private Census() {}

  /**
   * A census that counted nothing: only the first chunk of a file can have its header, ordinals
   * mean nothing.
   */
  static Census none() {
    return new Census();
  }

  /** A census from the {@link ChunkCount counts} of the chunks. */
  static Census of(SortedMap<Chunk, Row> inReadingOrder) {
    Census census = new Census();
    String file = null;
    boolean atHead = true;
    for (Map.Entry<Chunk, Row> entry : inReadingOrder.entrySet()) {
      long contents = entry.getValue().getAs(ChunkCount.CONTENTS);
      boolean headFirst = entry.getValue().getAs(ChunkCount.HEAD_FIRST);
      atHead |= !entry.getKey().file().equals(file);
      file = entry.getKey().file();
      census.before.put(entry.getKey(), new Before(census.dataLines, atHead));
      census.dataLines += contents - (atHead && headFirst ? 1 : 0);
      atHead &= contents == 0;
    }
    return census;
  }

  /** What comes before a chunk, as far as it was counted. */
  Before before(Chunk chunk) {
    Before known = before.get(chunk);
    return known == null ? new Before(0, chunk.start() == 0) : known;
  }

  /** All data lines of the input; 0 if nothing was counted. */
  long dataLines() {
    return dataLines;
  }
}
