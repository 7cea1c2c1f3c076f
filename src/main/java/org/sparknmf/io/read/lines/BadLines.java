package org.sparknmf.io.read.lines;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.RejectedRows;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.solver.InvalidMatrixException;

/** Searches text files for lines that a format refuses; each search reads them. */
public final class BadLines {
  private static final StructType FINDINGS =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("start", DataTypes.LongType)
          .add("lines", DataTypes.LongType)
          .add("data", DataTypes.LongType)
          .add("bad", DataTypes.LongType)
          .add("firstLine", DataTypes.LongType)
          .add("firstReason", DataTypes.StringType);

  private final LineScan scan;
  private final LineFormat format;
  private final Census census;
  private long dataLines;

  BadLines(LineScan scan, LineFormat format, Census census) {
    this.scan = scan;
    this.format = format;
    this.census = census;
  }

  /**
   * What comes before a chunk.
   *
   * @param lines of its file
   * @param bad bad ones of the input
   */
  record Before(long lines, long bad) implements Serializable {}

  /** What all chunks hold. */
  private static final class Found {
    private final Map<Chunk, Before> before = new HashMap<>();
    private long data;
    private long bad;
    private Optional<InvalidMatrixException> first = Optional.empty();
  }

  /** The error about the first bad line in reading order, if there is one. */
  public Optional<InvalidMatrixException> first() {
    return search().first;
  }

  /**
   * All bad lines, where they are to be left out.
   *
   * @throws InvalidMatrixException if nothing but bad lines is there
   */
  public RejectedRows rejected() {
    if (scan.badRows() == BadRows.FAIL) {
      return RejectedRows.none();
    }
    Found found = search();
    dataLines = found.data;
    if (found.bad > 0 && found.bad == found.data) {
      throw RejectedRows.nothingLeft(found.bad, found.first.orElseThrow());
    }
    return RejectedRows.of(found.bad, () -> listed(found.before));
  }

  /** How many lines of data there are, bad ones among them; known once {@link #rejected} does. */
  public long dataLines() {
    return dataLines;
  }

  private Found search() {
    LineFormat lineFormat = format;
    Census counted = census;
    String file = scan.onlyFile();
    Dataset<Row> findings =
        scan.lines()
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    rows ->
                        search(
                            rows, lineFormat.open(), new ChunkTracker(lineFormat, counted, file)),
                Encoders.row(FINDINGS));
    TreeMap<Chunk, Row> sorted = new TreeMap<>(Chunk.READING_ORDER);
    for (Row row : scan.collect(findings)) {
      sorted.put(new Chunk(row.getString(0), row.getLong(1)), row);
    }
    Found found = new Found();
    String current = null;
    long lines = 0;
    for (Row finding : sorted.values()) {
      lines = finding.getString(0).equals(current) ? lines : 0;
      current = finding.getString(0);
      Chunk chunk = new Chunk(current, finding.getLong(1));
      found.before.put(chunk, new Before(lines, found.bad));
      if (found.first.isEmpty() && finding.getLong(4) > 0) {
        long line = lines + finding.getLong(5);
        found.first = Optional.of(Places.bad(chunk.shownFile(), line, finding.getString(6)));
      }
      lines += finding.getLong(2);
      found.data += finding.getLong(3);
      found.bad += finding.getLong(4);
    }
    return found;
  }

  private static Iterator<Row> search(Iterator<Row> rows, LineReader reader, ChunkTracker tracker) {
    List<Row> findings = new ArrayList<>();
    ChunkFindings chunk = null;
    while (rows.hasNext()) {
      if (tracker.accept(rows.next())) {
        if (chunk != null) {
          findings.add(chunk.row());
        }
        chunk = new ChunkFindings(tracker.chunk());
      }
      chunk.look(reader, tracker);
    }
    if (chunk != null) {
      findings.add(chunk.row());
    }
    return findings.iterator();
  }

  /** Looks at the lines of one chunk. */
  private static final class ChunkFindings {
    private final Chunk chunk;
    private long lines;
    private long data;
    private long bad;
    private long firstLine;
    private String firstReason;

    ChunkFindings(Chunk chunk) {
      this.chunk = chunk;
    }

    void look(LineReader reader, ChunkTracker tracker) {
      lines = tracker.number();
      String reason = problem(reader, tracker);
      data = tracker.dataLines();
      if (reason != null) {
        if (bad == 0) {
          firstLine = lines;
          firstReason = reason;
        }
        bad++;
      }
    }

    Row row() {
      return RowFactory.create(
          chunk.file(), chunk.start(), lines, data, bad, firstLine, firstReason);
    }
  }

  /** What is wrong with the tracker's line, or null. */
  static String problem(LineReader reader, ChunkTracker tracker) {
    try {
      if (tracker.isData()) {
        reader.read(tracker.line(), tracker.ordinal());
      }
      return null;
    } catch (BadLineException e) {
      return e.getMessage();
    }
  }

  private Dataset<Row> listed(Map<Chunk, Before> before) {
    LineFormat lineFormat = format;
    Census counted = census;
    String file = scan.onlyFile();
    return scan.lines()
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows ->
                    new ListedLines(
                        rows,
                        lineFormat.open(),
                        new ChunkTracker(lineFormat, counted, file),
                        before),
            Encoders.row(RejectedRows.SCHEMA))
        .repartition(1)
        .sortWithinPartitions(RejectedRows.FILE, RejectedRows.LINE);
  }
}
