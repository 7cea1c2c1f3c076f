package org.sparknmf.io.read.lines;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.text.BadLineException;

/** Counts the lines of one chunk after the other. */
final class ChunkCount {
  // Places in the rows: one that the driver has made knows no names.
  static final int LINES = 2;

  /** How many lines say something; 0 where they are read. */
  static final int CONTENTS = 3;

  /** Whether the first of them would be a header at the beginning of a file. */
  static final int HEAD_FIRST = 4;

  /** How many lines are data; 0 where they are not read. */
  static final int DATA = 5;

  /** How many of these are bad, the number of the first in the chunk, and what is wrong there. */
  static final int BAD = 6;

  static final int FIRST_LINE = 7;
  static final int FIRST_REASON = 8;

  static final StructType SCHEMA =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("start", DataTypes.LongType)
          .add("lines", DataTypes.LongType)
          .add("contents", DataTypes.LongType)
          .add("headFirst", DataTypes.BooleanType)
          .add("data", DataTypes.LongType)
          .add("bad", DataTypes.LongType)
          .add("firstLine", DataTypes.LongType)
          .add("firstReason", DataTypes.StringType);

  private final LineFormat format;
  private final Chunk chunk;
  private long lines;
  private long contents;
  private boolean headFirst;
  private long data;
  private long bad;
  private long firstLine;
  private String firstReason;

  private ChunkCount(LineFormat format, Chunk chunk) {
    this.format = format;
    this.chunk = chunk;
  }

  /**
   * A row for each chunk of a partition.
   *
   * @param reads whether lines are read, to find the bad ones
   */
  static Iterator<Row> of(ChunkTracker lines, LineFormat format, boolean reads) {
    List<ChunkCount> counts = new ArrayList<>();
    while (lines.hasNext()) {
      if (lines.next()) {
        counts.add(new ChunkCount(format, lines.chunk()));
      }
      counts.get(counts.size() - 1).count(lines, reads);
    }
    return counts.stream().map(ChunkCount::row).iterator();
  }

  private void count(ChunkTracker tracker, boolean reads) {
    lines = tracker.number();
    if (reads) {
      read(tracker);
    } else if (tracker.isContent()) {
      headFirst = contents == 0 ? isHead(tracker.line()) : headFirst;
      contents++;
    }
  }

  private void read(ChunkTracker tracker) {
    String reason = tracker.problem();
    data = tracker.dataLines();
    if (reason != null && bad++ == 0) {
      firstLine = lines;
      firstReason = reason;
    }
  }

  private boolean isHead(byte[] line) {
    try {
      return format.isHead(line);
    } catch (BadLineException e) {
      // Whoever reads the line as data will report it.
      return false;
    }
  }

  private Row row() {
    return RowFactory.create(
        chunk.file(), chunk.start(), lines, contents, headFirst, data, bad, firstLine, firstReason);
  }
}
