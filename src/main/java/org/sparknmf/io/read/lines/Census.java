package org.sparknmf.io.read.lines;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** How many lines each chunk of the input has, so that a task knows the numbers of its lines. */
public final class Census implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What comes before a chunk.
   *
   * @param ordinal data lines of the input before it
   * @param atHead whether its file has said nothing yet
   */
  record Before(long ordinal, boolean atHead) implements Serializable {}

  /**
   * What is in a chunk.
   *
   * @param contents lines that say something
   * @param headFirst whether the first of them would be a header at the beginning of a file
   */
  record Content(long contents, boolean headFirst) {}

  private final HashMap<Chunk, Before> before;
  private final long dataLines;

  private Census(Map<Chunk, Before> before, long dataLines) {
    this.before = new HashMap<>(before);
    this.dataLines = dataLines;
  }

  /** Nothing counted: only the first chunk of a file can have its header, ordinals mean nothing. */
  public static Census none() {
    return new Census(Map.of(), 0);
  }

  /** From rows (file, start, contents, headFirst), in any order. */
  static Census of(List<Row> counts) {
    TreeMap<Chunk, Content> sorted = new TreeMap<>(Chunk.READING_ORDER);
    for (Row row : counts) {
      sorted.put(
          new Chunk(row.getString(0), row.getLong(1)),
          new Content(row.getLong(2), row.getBoolean(3)));
    }
    return of(sorted);
  }

  static Census of(Map<Chunk, Content> inReadingOrder) {
    Map<Chunk, Before> before = new HashMap<>();
    String file = null;
    boolean atHead = true;
    long ordinal = 0;
    for (Map.Entry<Chunk, Content> entry : inReadingOrder.entrySet()) {
      Content content = entry.getValue();
      atHead |= !entry.getKey().file().equals(file);
      file = entry.getKey().file();
      before.put(entry.getKey(), new Before(ordinal, atHead));
      ordinal += content.contents() - (atHead && content.headFirst() ? 1 : 0);
      atHead &= content.contents() == 0;
    }
    return new Census(before, ordinal);
  }

  /** What comes before a chunk, as far as it was counted. */
  Before before(Chunk chunk) {
    Before known = before.get(chunk);
    return known == null ? new Before(0, chunk.start() == 0) : known;
  }

  /** All data lines of the input; 0 if nothing was counted. */
  public long dataLines() {
    return dataLines;
  }
}
