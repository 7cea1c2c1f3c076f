package org.sparknmf.io.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.frame.LiteralPath;
import org.sparknmf.io.read.files.InputUnreadableException;

/** The tables and texts of one result, on any Hadoop file system. */
public final class ResultDirectory {
  /** Asks for lists as programs of ten years ago read them, which is Spark's own affair. */
  private static final String LEGACY = "spark.sql.parquet.writeLegacyFormat";

  private final SparkSession spark;
  private final ResultFiles files;
  private final Path directory;

  /** A directory that may or may not exist; the result itself, where it only points at that. */
  public ResultDirectory(SparkSession spark, String directory) {
    this.spark = spark;
    this.files = ResultFiles.at(spark.sparkContext().hadoopConfiguration(), directory);
    this.directory = new Path(files.path());
  }

  /** The texts in it. */
  public ResultFiles files() {
    return files;
  }

  /** The path of the directory. */
  public String path() {
    return files.path();
  }

  /**
   * Whether there is something under its path.
   *
   * @throws InputUnreadableException if that cannot be told
   */
  public boolean exists() {
    return there(directory).length > 0;
  }

  /** Whether there is a table of some name, with a file in it. */
  public boolean has(String name) {
    return Arrays.stream(there(new Path(directory, name)))
        .anyMatch(file -> file.isFile() && file.getPath().getName().endsWith(".parquet"));
  }

  private FileStatus[] there(Path path) {
    try {
      return path.getFileSystem(spark.sparkContext().hadoopConfiguration()).listStatus(path);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    } catch (IOException | IllegalArgumentException e) {
      throw new InputUnreadableException(
          path + " cannot be reached: " + e.getMessage() + "; check path, host and permissions", e);
    }
  }

  /** Writes a table as Parquet. */
  public void writeTable(String name, Dataset<Row> table) {
    writing(name, path -> table.write().parquet(path.toString()));
  }

  /**
   * Writes a table whose rows are in this JVM as one Parquet file, with no Spark job: what Spark
   * reads from there is what it would read had it written the table itself.
   *
   * @param rows in order; arrays of doubles as {@code double[]}, or as Spark has them
   */
  public void writeRows(String name, StructType schema, Iterable<Row> rows) {
    if (Boolean.parseBoolean(spark.conf().get(LEGACY, "false"))) {
      List<Row> all = new ArrayList<>();
      rows.forEach(all::add);
      writeTable(name, spark.createDataFrame(all, schema).coalesce(1));
      return;
    }
    String codec = spark.conf().get("spark.sql.parquet.compression.codec", "snappy");
    new ParquetTable(new Path(directory, name), spark.sparkContext().hadoopConfiguration(), codec)
        .write(new RowsToParquet(schema, spark.version()), rows);
  }

  private void writing(String name, Writing action) {
    try {
      action.to(new Path(directory, name));
    } catch (SparkException e) {
      throw new OutputException(
          "%s cannot be written: %s; see to space and permissions"
              .formatted(new Path(directory, name), ExceptionUtils.getRootCause(e).getMessage()),
          e);
    }
  }

  /** Writes a small table as JSON lines in one file, nulls left out. */
  public void writeLines(String name, Dataset<Row> table) {
    writing(name, path -> table.coalesce(1).write().json(path.toString()));
  }

  /** Reads a table that {@link #writeTable} wrote. */
  public Dataset<Row> readTable(String name) {
    try {
      return read(new Path(directory, name));
    } catch (AnalysisException e) {
      throw new InputUnreadableException(
          "%s has no table %s: it is no whole result of spark-nmf; run fit again"
              .formatted(directory, name),
          e);
    }
  }

  /** Declares what Spark throws undeclared. */
  @FunctionalInterface
  private interface Writing {
    void to(Path path) throws SparkException;
  }

  /** Declares what Spark throws undeclared. */
  private Dataset<Row> read(Path path) throws AnalysisException {
    return spark.read().parquet(LiteralPath.of(path));
  }
}
