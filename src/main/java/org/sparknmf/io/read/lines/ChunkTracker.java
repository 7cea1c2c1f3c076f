package org.sparknmf.io.read.lines;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.sparknmf.io.read.text.BadLineException;

/** Walks over the lines of a partition: to which chunk they belong, whether they are data. */
final class ChunkTracker {
  private final Iterator<Row> lines;
  private final LineFormat format;
  private final LineReader reader;
  private final Census census;
  private final String onlyFile;
  private Chunk chunk = new Chunk("", -1);

  /** The file of the chunk as the lines name it. */
  private String file;

  private byte[] line = {};
  private long number;
  private long dataLines;
  private long ordinal;
  private boolean atHead;

  /**
   * Starts before the first line.
   *
   * @param lines rows of line, start of the chunk and perhaps file
   * @param onlyFile the file, if there is just one and the rows do not name it; else null
   */
  ChunkTracker(Iterator<Row> lines, LineFormat format, Census census, String onlyFile) {
    this.lines = lines;
    this.format = format;
    this.reader = format.open();
    this.census = census;
    this.onlyFile = onlyFile;
  }

  boolean hasNext() {
    return lines.hasNext();
  }

  /** Moves to the next line, which must exist; true if a new chunk begins with it. */
  boolean next() {
    Row row = lines.next();
    line = row.getAs(0);
    boolean same =
        row.getLong(1) == chunk.start() && (onlyFile != null || row.getString(2).equals(file));
    if (!same) {
      file = onlyFile != null ? onlyFile : row.getString(2);
      chunk = Chunk.of(file, row.getLong(1));
      Census.Before before = census.before(chunk);
      number = 0;
      dataLines = 0;
      ordinal = before.ordinal() - 1;
      atHead = before.atHead();
    }
    number++;
    return !same;
  }

  /** The row that the line stands for, or null; to be asked once for each line. */
  Row read() throws BadLineException {
    return isData() ? reader.read(line, ordinal) : null;
  }

  /** What is wrong with the line, or null; to be asked in place of {@link #read}. */
  String problem() {
    try {
      read();
      return null;
    } catch (BadLineException e) {
      return e.getMessage();
    }
  }

  /** Whether the line says anything. */
  boolean isContent() {
    boolean skipped = chunk.start() == 0 && number <= format.skippedLines();
    return !skipped && format.isContent(line);
  }

  private boolean isData() throws BadLineException {
    if (!isContent()) {
      return false;
    }
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

  /** The line; not to be modified. */
  byte[] line() {
    return line;
  }

  /** Number of the line in its chunk, from 1. */
  long number() {
    return number;
  }

  /** Lines of the chunk so far that are data, or would be if they were not bad. */
  long dataLines() {
    return dataLines;
  }
}
