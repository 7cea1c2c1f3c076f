package org.sparknmf.engine.savepoint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparknmf.engine.factor.CheckpointException;
import org.sparknmf.engine.spark.RawFiles;

/**
 * The numbered files of savepoints in one directory.
 *
 * @param <T> what is saved
 */
public final class SavepointFolder<T extends Versioned> {
  private static final Logger LOG = LoggerFactory.getLogger(SavepointFolder.class);
  private static final Pattern NAME = Pattern.compile("savepoint-(\\d{6}|[1-9]\\d{6,8})\\.json");

  private final FileSystem files;
  private final Path directory;
  private final Class<T> type;
  private final int version;

  /**
   * Creates a folder of which nothing is read yet.
   *
   * @param directory URI, on any file system that Hadoop knows; made when it is needed
   * @param version of the layout of {@code type}: what another wrote is not read
   */
  public SavepointFolder(Configuration hadoop, String directory, Class<T> type, int version) {
    this.directory = new Path(directory);
    this.type = type;
    this.version = version;
    try {
      this.files = RawFiles.of(this.directory, hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The file of a savepoint.
   *
   * @param number in its name
   * @param savepoint what it says; empty if it is damaged or of another layout
   * @param isDamaged whether it is not as it was written
   */
  public record Numbered<T>(int number, Optional<T> savepoint, boolean isDamaged) {}

  /**
   * All files, the newest first.
   *
   * @throws CheckpointException if one cannot be read, which does not mean that it is damaged
   */
  public List<Numbered<T>> all() {
    return numbers().stream().map(this::read).toList();
  }

  /** The largest first. */
  private List<Integer> numbers() {
    try {
      return Arrays.stream(files.listStatus(directory))
          .map(file -> NAME.matcher(file.getPath().getName()))
          .filter(Matcher::matches)
          .map(name -> Integer.valueOf(name.group(1)))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw CheckpointException.unreadable(directory.toString(), e.getMessage());
    }
  }

  private Numbered<T> read(int number) {
    Path file = file(number);
    try (FSDataInputStream in = files.open(file)) {
      byte[] bytes = in.readAllBytes();
      return new Numbered<>(
          number, SavepointFile.parse(bytes, type, version), !SavepointFile.isWhole(bytes));
    } catch (IOException e) {
      throw CheckpointException.unreadable(file.toString(), e.getMessage());
    }
  }

  /** Writes it whole before it has its name. */
  public void write(int number, T savepoint) throws IOException {
    Path unfinished = new Path(directory, "savepoint.new");
    try (OutputStream out = files.create(unfinished, true)) {
      out.write(SavepointFile.toBytes(savepoint));
    }
    if (!files.rename(unfinished, file(number))) {
      throw new IOException("cannot rename " + unfinished + " to " + file(number));
    }
  }

  /** Removes one, if that can be. */
  public void delete(int number) {
    try {
      files.delete(file(number), false);
    } catch (IOException e) {
      LOG.warn("cannot delete {}: {}", file(number), e.getMessage());
    }
  }

  /** The file of a savepoint, a URI. */
  public Path file(int number) {
    return new Path(directory, "savepoint-%06d.json".formatted(number));
  }
}
