package org.sparknmf.io.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.sparknmf.engine.spark.NamedPath;
import org.sparknmf.engine.spark.RawFiles;
import org.sparknmf.io.read.files.InputUnreadableException;

/** The files of one result, read and written without a Spark session. */
public final class ResultFiles {
  private final Configuration configuration;
  private final Path directory;

  private ResultFiles(Configuration configuration, Path directory) {
    this.configuration = configuration;
    this.directory = directory;
  }

  /**
   * The files of a result, also where its place only points at it.
   *
   * @throws InputUnreadableException if that place cannot be reached
   */
  public static ResultFiles of(Configuration configuration, String directory) {
    if (directory.isBlank()) {
      throw new InputUnreadableException("no directory is given; give the --output of a run");
    }
    try {
      Path place = NamedPath.of(directory, configuration);
      Optional<String> run = ResultPointer.run(place.getFileSystem(configuration), place);
      return new ResultFiles(
          configuration, run.map(name -> new Path(ResultPointer.runs(place), name)).orElse(place));
    } catch (IOException | IllegalArgumentException e) {
      throw new InputUnreadableException(
          "'" + directory + "' cannot be reached: " + e.getMessage() + "; check path and host", e);
    }
  }

  /**
   * The files of a result; a place that cannot be reached is taken as it is, and reading from there
   * fails.
   */
  static ResultFiles at(Configuration configuration, String directory) {
    try {
      return of(configuration, directory);
    } catch (InputUnreadableException e) {
      if (directory.isBlank()) {
        throw e;
      }
      return new ResultFiles(configuration, NamedPath.of(directory, configuration));
    }
  }

  /** The path of the directory of the files. */
  public String path() {
    return directory.toString();
  }

  /**
   * A text in UTF-8; empty if there is none of that name.
   *
   * @throws InputUnreadableException if it cannot be read
   */
  public Optional<String> text(String name) {
    Path file = new Path(directory, name);
    try {
      return WholeFile.text(file.getFileSystem(configuration), file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * A text in UTF-8 that every result has.
   *
   * @throws InputUnreadableException if there is none of that name, or it cannot be read
   */
  public String requiredText(String name) {
    return text(name)
        .orElseThrow(
            () ->
                new InputUnreadableException(
                    "%s has no %s: it is no result of spark-nmf; give the --output of a run"
                        .formatted(directory, name)));
  }

  /**
   * The rows of a table, file by file in order of their names.
   *
   * @return whether there is such a table
   * @throws InputUnreadableException if it cannot be read
   */
  public boolean rows(String table, Consumer<Group> use) {
    Path place = new Path(directory, table);
    try {
      FileStatus[] files = place.getFileSystem(configuration).listStatus(place);
      Arrays.sort(files, Comparator.comparing(file -> file.getPath().getName()));
      for (FileStatus file : files) {
        if (file.isFile() && file.getPath().getName().endsWith(".parquet")) {
          rows(file.getPath(), use);
        }
      }
      return files.length > 0;
    } catch (FileNotFoundException e) {
      return false;
    } catch (IOException e) {
      throw unreadable(place, e);
    }
  }

  private void rows(Path file, Consumer<Group> use) {
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file).withConf(configuration).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        use.accept(row);
      }
    } catch (IOException | RuntimeException e) {
      throw unreadable(file, e);
    }
  }

  private static InputUnreadableException unreadable(Path file, Exception e) {
    return new InputUnreadableException(
        file + " cannot be read: " + e.getMessage() + "; check the path and permissions", e);
  }

  /** The path where a file of that name lies or would lie. */
  public String file(String name) {
    return new Path(directory, name).toString();
  }

  /**
   * Puts a text file in its place, whole or not at all.
   *
   * @throws OutputException if that fails
   */
  public static void replace(Configuration configuration, String file, String text) {
    try {
      Path path = NamedPath.of(file, configuration);
      FileSystem files = RawFiles.of(path, configuration);
      Path whole = path.makeQualified(files.getUri(), files.getWorkingDirectory());
      if (whole.getParent() == null) {
        throw new IOException("it is no file");
      }
      if (files.exists(whole) && files.getFileStatus(whole).isDirectory()) {
        throw new IOException("it is a directory");
      }
      WholeFile.replace(configuration, files, whole, whole.getName(), text);
    } catch (IOException | IllegalArgumentException e) {
      throw new OutputException(
          "'" + file + "' cannot be written: " + e.getMessage() + "; give another --html FILE", e);
    }
  }
}
