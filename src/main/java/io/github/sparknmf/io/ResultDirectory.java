package io.github.sparknmf.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.IOUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables and texts of one result, on any Hadoop file system. */
public final class ResultDirectory {
  private final SparkSession spark;
  private final Path directory;

  /** A directory that may or may not exist. */
  public ResultDirectory(SparkSession spark, String directory) {
    this.spark = spark;
    this.directory = new Path(directory);
  }

  /** Writes a table as Parquet. */
  public void writeTable(String name, Dataset<Row> table) {
    table.write().parquet(new Path(directory, name).toString());
  }

  /** Reads a table that {@link #writeTable} wrote. */
  public Dataset<Row> readTable(String name) {
    return spark.read().parquet(new Path(directory, name).toString());
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
          directory
              + " has no "
              + name
              + ": it is no result of spark-nmf; give the --output of a"
              + " run",
          e);
    } catch (IOException e) {
      throw new InputUnreadableException(
          file + " cannot be read: " + e.getMessage() + "; check the path and permissions", e);
    }
  }

  private Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }
}
