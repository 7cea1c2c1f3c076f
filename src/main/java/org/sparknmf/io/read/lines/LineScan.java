package org.sparknmf.io.read.lines;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.io.read.text.BadLineException;

/** Reads the lines of text files in parallel. */
public final class LineScan {
  private static final StructType COUNTS =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("start", DataTypes.LongType)
          .add("contents", DataTypes.LongType)
          .add("headFirst", DataTypes.BooleanType);

  private final Dataset<Row> lines;
  private final String onlyFile;
  private final String place;
  private final BadRows badRows;

  private LineScan(Dataset<Row> lines, String onlyFile, String place, BadRows badRows) {
    this.lines = lines;
    this.onlyFile = onlyFile;
    this.place = place;
    this.badRows = badRows;
  }

  /** The lines of some files, bad ones to be dealt with so; nothing is read yet. */
  public static LineScan of(SparkSession spark, InputFiles files, BadRows badRows) {
    List<Column> fields = new ArrayList<>();
    fields.add(col("value").cast("binary"));
    fields.add(col("_metadata.file_block_start"));
    boolean single = files.files().size() == 1;
    if (!single) {
      fields.add(col("_metadata.file_path"));
    }
    String place = files.shown().get(0) + (single ? "" : " and others");
    Dataset<Row> lines =
        ReadFailures.explaining(
            place,
            () ->
                spark
                    .read()
                    .option("ignoreCorruptFiles", false)
                    .option("ignoreMissingFiles", false)
                    .text(files.filePatterns())
                    .select(fields.toArray(Column[]::new)));
    String onlyFile = single ? files.files().get(0).toUri().toString() : null;
    return new LineScan(lines, onlyFile, place, badRows);
  }

  /** The rows that the lines stand for; evaluated lazily. */
  public Dataset<Row> rows(LineFormat format, Census census) {
    String file = onlyFile;
    BadRows onBadRows = badRows;
    return lines.mapPartitions(
        (MapPartitionsFunction<Row, Row>)
            rows ->
                new ParsedLines(
                    rows, new ChunkTracker(format, census, file), format.open(), onBadRows),
        Encoders.row(format.schema()));
  }

  /** Runs a job over the lines whose result is small. */
  public List<Row> collect(Dataset<Row> few) {
    return ReadFailures.explaining(place, few::collectAsList);
  }

  /** Counts the lines, with a Spark job. */
  public Census census(LineFormat format) {
    String file = onlyFile;
    Dataset<Row> counts =
        lines.mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> count(rows, format, new ChunkTracker(format, Census.none(), file)),
            Encoders.row(COUNTS));
    return Census.of(collect(counts));
  }

  private static Iterator<Row> count(Iterator<Row> rows, LineFormat format, ChunkTracker tracker) {
    List<Row> counts = new ArrayList<>();
    long contents = 0;
    boolean headFirst = false;
    Chunk chunk = null;
    while (rows.hasNext()) {
      if (tracker.accept(rows.next())) {
        addCount(counts, chunk, contents, headFirst);
        chunk = tracker.chunk();
        contents = 0;
        headFirst = false;
      }
      if (format.isContent(tracker.line())) {
        headFirst = contents == 0 ? isHead(format, tracker.line()) : headFirst;
        contents++;
      }
    }
    addCount(counts, chunk, contents, headFirst);
    return counts.iterator();
  }

  private static boolean isHead(LineFormat format, byte[] line) {
    try {
      return format.isHead(line);
    } catch (BadLineException e) {
      // Whoever reads the line as data will report it.
      return false;
    }
  }

  private static void addCount(List<Row> counts, Chunk chunk, long contents, boolean headFirst) {
    if (chunk != null) {
      counts.add(RowFactory.create(chunk.file(), chunk.start(), contents, headFirst));
    }
  }

  /** A search for the lines that a format refuses. */
  public BadLines badLines(LineFormat format, Census census) {
    return new BadLines(this, format, census);
  }

  Dataset<Row> lines() {
    return lines;
  }

  /** The file where there is just one, which lines then do not name; else null. */
  String onlyFile() {
    return onlyFile;
  }

  public BadRows badRows() {
    return badRows;
  }
}
