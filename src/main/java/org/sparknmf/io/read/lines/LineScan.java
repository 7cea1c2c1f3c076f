package org.sparknmf.io.read.lines;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.frame.FrameRows;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.io.read.files.Splits;

/** Reads the lines of text files, in parallel where they are many. */
public final class LineScan {

  /** What becomes of the lines of a partition. */
  interface LineWork extends Serializable {
    Iterator<Row> rows(ChunkTracker lines);
  }

  private final SparkSession spark;
  private final InputFiles files;
  private final BadRows badRows;
  private final boolean little;

  /** The file where there is just one, which lines then do not name; else null. */
  private final String onlyFile;

  private LineScan(SparkSession spark, InputFiles files, BadRows badRows) {
    this.spark = spark;
    this.files = files;
    this.badRows = badRows;
    this.little = Splits.areLittle(spark, files.bytes());
    this.onlyFile = files.files().size() == 1 ? files.files().get(0).toUri().toString() : null;
  }

  /**
   * The lines of some files, bad ones to be dealt with so; nothing is read yet. The driver reads
   * files that are {@linkplain Splits#areLittle little}; a Spark job would take longer to start.
   */
  public static LineScan of(SparkSession spark, InputFiles files, BadRows badRows) {
    return new LineScan(spark, files, badRows);
  }

  /**
   * What the lines are to a format; counts them where that is needed to number them, or to tell
   * where a file begins.
   *
   * @param headAt where in its file the header begins; 0 if there is none
   */
  public TextRows read(LineFormat format, long headAt) {
    boolean counts = format.needsOrdinals() || (!little && Splits.mayCut(spark, headAt));
    return new TextRows(
        this, format, counts ? Census.of(counts(format, Census.none(), false)) : Census.none());
  }

  /** The rows that the lines stand for, evaluated lazily. */
  public FrameRows rows(LineFormat format) {
    return rows(format, Census.none());
  }

  FrameRows rows(LineFormat format, Census census) {
    BadRows onBadRows = badRows;
    return mapped(format, census, format.schema(), tracker -> new ParsedLines(tracker, onBadRows));
  }

  /** What each chunk holds, in reading order. */
  SortedMap<Chunk, Row> counts(LineFormat format, Census census, boolean reads) {
    TreeMap<Chunk, Row> counts = new TreeMap<>(Chunk.READING_ORDER);
    for (Row row :
        collect(
            mapped(
                format,
                census,
                ChunkCount.SCHEMA,
                tracker -> ChunkCount.of(tracker, format, reads)))) {
      counts.put(new Chunk(row.getString(0), row.getLong(1)), row);
    }
    return counts;
  }

  FrameRows mapped(LineFormat format, Census census, StructType schema, LineWork work) {
    String file = onlyFile;
    return FrameRows.of(
        spark,
        schema,
        () ->
            lines()
                .mapPartitions(
                    (MapPartitionsFunction<Row, Row>)
                        rows -> work.rows(new ChunkTracker(rows, format, census, file)),
                    Encoders.row(schema)),
        little ? Optional.of(() -> onDriver(format, census, work)) : Optional.empty());
  }

  private Dataset<Row> lines() {
    List<Column> fields = new ArrayList<>();
    fields.add(col("value").cast("binary"));
    fields.add(col("_metadata.file_block_start"));
    if (onlyFile == null) {
      fields.add(col("_metadata.file_path"));
    }
    return ReadFailures.explaining(
        place(),
        () ->
            InputFiles.reader(spark)
                .text(files.filePatterns())
                .select(fields.toArray(Column[]::new)));
  }

  private List<Row> onDriver(LineFormat format, Census census, LineWork work) {
    List<Row> rows = new ArrayList<>();
    try (WholeFiles lines =
        new WholeFiles(files.files(), spark.sparkContext().hadoopConfiguration())) {
      work.rows(new ChunkTracker(lines, format, census, null)).forEachRemaining(rows::add);
    }
    return rows;
  }

  /** Reads rows of which there are few. */
  public List<Row> collect(FrameRows few) {
    return ReadFailures.explaining(
        place(), () -> few.inHand().orElseGet(() -> few.table().collectAsList()));
  }

  /** Whether the driver reads the lines. */
  public boolean isLittle() {
    return little;
  }

  private String place() {
    return files.shown().get(0) + (onlyFile == null ? " and others" : "");
  }

  public BadRows badRows() {
    return badRows;
  }
}
