package io.github.sparknmf.io.read;

import static org.apache.spark.sql.functions.col;

import io.github.sparknmf.solver.InvalidMatrixException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Reads the lines of text files in parallel. */
final class LineScan {
  private static final StructType COUNTS =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("start", DataTypes.LongType)
          .add("contents", DataTypes.LongType)
          .add("headFirst", DataTypes.BooleanType);
  private static final StructType FINDINGS =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("start", DataTypes.LongType)
          .add("lines", DataTypes.LongType)
          .add("badLine", DataTypes.LongType)
          .add("reason", DataTypes.StringType);

  private final Dataset<Row> lines;
  private final String onlyFile;
  private final String place;

  private LineScan(Dataset<Row> lines, String onlyFile, String place) {
    this.lines = lines;
    this.onlyFile = onlyFile;
    this.place = place;
  }

  /** The lines of some files; nothing is read yet. */
  static LineScan of(SparkSession spark, InputFiles files) {
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
    return new LineScan(lines, single ? files.files().get(0).toUri().toString() : null, place);
  }

  /** The rows that the lines stand for; evaluated lazily. */
  Dataset<Row> rows(LineFormat format, Census census) {
    String file = onlyFile;
    return lines.mapPartitions(
        (MapPartitionsFunction<Row, Row>)
            rows -> new ParsedLines(rows, new ChunkTracker(format, census, file), format.open()),
        Encoders.row(format.schema()));
  }

  /** The same rows, made and used in one task: nothing is encoded between. */
  JavaRDD<Row> direct(LineFormat format, Census census) {
    String file = onlyFile;
    return lines
        .toJavaRDD()
        .mapPartitions(
            rows -> new ParsedLines(rows, new ChunkTracker(format, census, file), format.open()));
  }

  /** Runs a job over the lines whose result is small. */
  List<Row> collect(Dataset<Row> few) {
    return ReadFailures.explaining(place, few::collectAsList);
  }

  /** Counts the lines, with a Spark job. */
  Census census(LineFormat format) {
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

  /** Searches for the first bad line in reading order, with a Spark job. */
  Optional<InvalidMatrixException> firstBadLine(LineFormat format, Census census) {
    String file = onlyFile;
    Dataset<Row> findings =
        lines.mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> search(rows, format.open(), new ChunkTracker(format, census, file)),
            Encoders.row(FINDINGS));
    TreeMap<Chunk, Row> sorted = new TreeMap<>(Chunk.READING_ORDER);
    for (Row row : collect(findings)) {
      sorted.put(new Chunk(row.getString(0), row.getLong(1)), row);
    }
    return firstBad(sorted);
  }

  private static Optional<InvalidMatrixException> firstBad(Map<Chunk, Row> inReadingOrder) {
    String file = null;
    long linesBefore = 0;
    for (Row finding : inReadingOrder.values()) {
      linesBefore = finding.getString(0).equals(file) ? linesBefore : 0;
      file = finding.getString(0);
      if (!finding.isNullAt(4)) {
        String shown = new Chunk(file, 0).shownFile();
        return Optional.of(
            Places.bad(shown, linesBefore + finding.getLong(3), finding.getString(4)));
      }
      linesBefore += finding.getLong(2);
    }
    return Optional.empty();
  }

  private static Iterator<Row> search(Iterator<Row> rows, LineReader reader, ChunkTracker tracker) {
    List<Row> findings = new ArrayList<>();
    Chunk chunk = null;
    long lines = 0;
    long badLine = 0;
    String reason = null;
    while (rows.hasNext()) {
      if (tracker.accept(rows.next())) {
        addFinding(findings, chunk, lines, badLine, reason);
        chunk = tracker.chunk();
        reason = null;
      }
      lines = tracker.number();
      if (reason == null) {
        reason = problem(reader, tracker);
        badLine = lines;
      }
    }
    addFinding(findings, chunk, lines, badLine, reason);
    return findings.iterator();
  }

  private static void addFinding(
      List<Row> findings, Chunk chunk, long lines, long badLine, String reason) {
    if (chunk != null) {
      findings.add(RowFactory.create(chunk.file(), chunk.start(), lines, badLine, reason));
    }
  }

  private static String problem(LineReader reader, ChunkTracker tracker) {
    try {
      if (tracker.isData()) {
        reader.read(tracker.line(), tracker.ordinal());
      }
      return null;
    } catch (BadLineException e) {
      return e.getMessage();
    }
  }
}
