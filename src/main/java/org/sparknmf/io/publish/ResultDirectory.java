package org.sparknmf.io.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.io.IOUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.engine.spark.RootCause;
import org.sparknmf.frame.LiteralPath;
import org.sparknmf.io.read.files.InputUnreadableException;

/** The tables and texts of one result, on any Hadoop file system. */
public final class ResultDirectory {
  private final SparkSession spark;
  private final Path directory;

  /** A directory that may or may not exist. */
  public ResultDirectory(SparkSession spark, String directory) {
    this.spark = spark;
    if (directory.isBlank()) {
      throw new InputUnreadableException("no directory is given; give the --output of a run");
    }
    this.directory = pointedAt(new Path(directory));
  }

  /** The result itself, where its place only points at it. */
  private Path pointedAt(Path place) {
    try {
      return ResultPointer.run(place.getFileSystem(hadoop()), place)
          .map(run -> new Path(ResultPointer.runs(place), run))
          .orElse(place);
    } catch (IOException | IllegalArgumentException e) {
      // Whoever reads from there will hear of it.
      return place;
    }
  }

  /** Where it lies. */
  public String path() {
    return directory.toString();
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

  /** Whether there is a text of some name. */
  public boolean hasText(String name) {
    return Arrays.stream(there(new Path(directory, name)))
        .anyMatch(file -> file.isFile() && file.getPath().getName().equals(name));
  }

  private FileStatus[] there(Path path) {
    try {
      return path.getFileSystem(hadoop()).listStatus(path);
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

  private void writing(String name, Writing action) {
    try {
      action.to(new Path(directory, name));
    } catch (SparkException e) {
      throw new OutputException(
          "%s cannot be written: %s; see to space and permissions"
              .formatted(new Path(directory, name), RootCause.message(e)),
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

  /**
   * Reads a text file in UTF-8.
   *
   * @throws InputUnreadableException if it cannot be read
   */
  public String readText(String name) {
    Path file = new Path(directory, name);
    try (FSDataInputStream in = file.getFileSystem(hadoop()).open(file)) {
      return IOUtils.toString(in, StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      throw new InputUnreadableException(
          "%s has no %s: it is no result of spark-nmf; give the --output of a run"
              .formatted(directory, name),
          e);
    } catch (IOException e) {
      throw new InputUnreadableException(
          file + " cannot be read: " + e.getMessage() + "; check the path and permissions", e);
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

  private Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }
}
