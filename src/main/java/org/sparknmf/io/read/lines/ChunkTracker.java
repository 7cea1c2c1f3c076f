package org.sparknmf.io.read.lines;

import org.apache.spark.sql.Row;
import org.sparknmf.io.read.text.BadLineException;

/** Follows the lines of a partition: to which chunk they belong, and whether they are data. */
final class ChunkTracker {
  private final LineFormat format;
  private final Census census;
  private final String onlyFile;
  private Chunk chunk = new Chunk("", -1);
  private byte[] line = {};
  private long number;
  private long contents;
  private long dataLines;
  private long ordinal;
  private boolean atHead;

  /**
   * Starts before the first line.
   *
   * @param onlyFile the file, if there is just one and the rows do not name it; else null
   */
  ChunkTracker(LineFormat format, Census census, String onlyFile) {
    this.format = format;
    this.census = census;
    this.onlyFile = onlyFile;
  }

  /** Takes a row (line, start of the chunk, perhaps file); true if a new chunk begins with it. */
  boolean accept(Row row) {
    line = row.getAs(0);
    boolean same =
        row.getLong(1) == chunk.start()
            && (onlyFile != null || row.getString(2).equals(chunk.file()));
    if (!same) {
      chunk = new Chunk(onlyFile != null ? onlyFile : row.getString(2), row.getLong(1));
      Census.Before before = census.before(chunk);
      number = 0;
      contents = 0;
      dataLines = 0;
      ordinal = before.ordinal() - 1;
      atHead = before.atHead();
    }
    number++;
    return !same;
  }

  /** Whether the line accepted last is data; to be asked once for each line. */
  boolean isData() throws BadLineException {
    if (!format.isContent(line)) {
      return false;
    }
    contents++;
    boolean first = atHead;
    atHead = false;
    ordinal++;
    dataLines++;
    if (first && format.isHead(line)) {
      ordinal--;
      dataLines--;
      return false;
    }
    return true;
  }

  Chunk chunk() {
    return chunk;
  }

  /** The line accepted last; not to be modified. */
  byte[] line() {
    return line;
  }

  /** Number of the line in its chunk, from 1. */
  long number() {
    return number;
  }

  /** Lines of the chunk so far that say something. */
  long contents() {
    return contents;
  }

  /** Lines of the chunk so far that are data, or would be if they were not bad. */
  long dataLines() {
    return dataLines;
  }

  /** Number of the data line in the input, from 0, if the input was counted. */
  long ordinal() {
    return ordinal;
  }
}
