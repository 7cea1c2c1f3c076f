package org.sparknmf.io.read.lines;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.io.read.files.Splits;

/** Reads the lines of text files in parallel. */
public final class LineScan {

  /** What becomes of the lines of a partition. */
  interface LineWork extends Serializable {
    Iterator<Row> rows(ChunkTracker lines);
  }

  private final SparkSession spark;
  private final Dataset<Row> lines;

  /** The file where there is just one, which lines then do not name; else null. */
  private final String onlyFile;

  private final String place;
  private final BadRows badRows;

  private LineScan(
      SparkSession spark, Dataset<Row> lines, String onlyFile, String place, BadRows badRows) {
    this.spark = spark;
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
                InputFiles.reader(spark)
                    .text(files.filePatterns())
                    .select(fields.toArray(Column[]::new)));
    String onlyFile = single ? files.files().get(0).toUri().toString() : null;
    return new LineScan(spark, lines, onlyFile, place, badRows);
  }

  /**
   * What the lines are to a format; counts them with a Spark job where that is needed to number
   * them, or to tell where a file begins.
   *
   * @param headAt where in its file the header begins; 0 if there is none
   */
  public TextRows read(LineFormat format, long headAt) {
    boolean counts = format.needsOrdinals() || Splits.mayCut(spark, headAt);
    return new TextRows(
        this, format, counts ? Census.of(counts(format, Census.none(), false)) : Census.none());
  }

  /** The rows that the lines stand for, evaluated lazily. */
  public Dataset<Row> rows(LineFormat format) {
    return rows(format, Census.none());
  }

  Dataset<Row> rows(LineFormat format, Census census) {
    BadRows onBadRows = badRows;
    return mapped(format, census, format.schema(), tracker -> new ParsedLines(tracker, onBadRows));
  }

  /** What each chunk holds, in reading order, found by a Spark job. */
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

  Dataset<Row> mapped(LineFormat format, Census census, StructType schema, LineWork work) {
    String file = onlyFile;
    return lines.mapPartitions(
        (MapPartitionsFunction<Row, Row>)
            rows -> work.rows(new ChunkTracker(rows, format, census, file)),
        Encoders.row(schema));
  }

  /** Runs a job over the lines whose result is small. */
  public List<Row> collect(Dataset<Row> few) {
    return ReadFailures.explaining(place, few::collectAsList);
  }

  public BadRows badRows() {
    return badRows;
  }
}
