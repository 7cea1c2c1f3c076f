package org.sparknmf.io.read.lines;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparknmf.frame.FrameRows;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.SourceNotes;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.RejectedRows;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * What the lines of text files are to a format: rows, so many, some of them bad. Each search for
 * bad lines reads the files.
 */
public final class TextRows {
  private final LineScan scan;
  private final LineFormat format;
  private final Census census;
  private long dataLines;

  TextRows(LineScan scan, LineFormat format, Census census) {
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
    private final HashMap<Chunk, Before> before = new HashMap<>();
    private long data;
    private long bad;
    private Optional<InvalidMatrixException> first = Optional.empty();
  }

  /** The rows; evaluated lazily. */
  public FrameRows rows() {
    return scan.rows(format, census);
  }

  /** How many lines of data were counted; 0 where they are not numbered. */
  public long counted() {
    return census.dataLines();
  }

  /** The error about the first bad line in reading order, if there is one. */
  public Optional<InvalidMatrixException> firstBad() {
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

  /** What is to be said of files that are read so; searches for what is to be left out. */
  public SourceNotes notes(String description, List<String> files) {
    return new SourceNotes(description, files, this::firstBad, rejected());
  }

  private Found search() {
    Found found = new Found();
    String file = null;
    long lines = 0;
    for (Map.Entry<Chunk, Row> entry : scan.counts(format, census, true).entrySet()) {
      Chunk chunk = entry.getKey();
      Row counts = entry.getValue();
      long bad = counts.getAs(ChunkCount.BAD);
      lines = chunk.file().equals(file) ? lines : 0;
      file = chunk.file();
      found.before.put(chunk, new Before(lines, found.bad));
      if (found.first.isEmpty() && bad > 0) {
        long line = lines + counts.<Long>getAs(ChunkCount.FIRST_LINE);
        String reason = counts.getAs(ChunkCount.FIRST_REASON);
        found.first = Optional.of(Places.bad(chunk.shownFile(), line, reason));
      }
      lines += counts.<Long>getAs(ChunkCount.LINES);
      found.data += counts.<Long>getAs(ChunkCount.DATA);
      found.bad += bad;
    }
    return found;
  }

  private Dataset<Row> listed(Map<Chunk, Before> before) {
    FrameRows bad =
        scan.mapped(
            format, census, RejectedRows.SCHEMA, tracker -> new ListedLines(tracker, before));
    return bad.inHand()
        .map(rows -> bad.spark().createDataFrame(rows, RejectedRows.SCHEMA))
        .orElseGet(bad::table)
        .repartition(1)
        .sortWithinPartitions(RejectedRows.FILE, RejectedRows.LINE);
  }
}
