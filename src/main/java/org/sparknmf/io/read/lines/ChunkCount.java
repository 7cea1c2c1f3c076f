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

  /**
   * What is in a chunk.
   *
   * @param lines all lines
   * @param contents lines that say something
   * @param headFirst whether the first of them would be a header at the beginning of a file
   * @param data lines that are data; 0 if they were not read
   * @param bad how many of them are bad
   * @param firstLine number of the first bad line in the chunk
   * @param firstReason what is wrong with it
   */
  record Counts(
      long lines,
      long contents,
      boolean headFirst,
      long data,
      long bad,
      long firstLine,
      String firstReason) {

    /** The counts in a row that has them. */
    static Counts of(Row row) {
      return new Counts(
          row.getLong(2),
          row.getLong(3),
          row.getBoolean(4),
          row.getLong(5),
          row.getLong(6),
          row.getLong(7),
          row.getString(8));
    }
  }

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
    } else if (format.isContent(tracker.line())) {
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
