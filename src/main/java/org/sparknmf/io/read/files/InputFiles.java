package org.sparknmf.io.read.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.engine.spark.LocalPath;
import org.sparknmf.engine.spark.NamedPath;
import org.sparknmf.frame.LiteralPath;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.io.read.text.SimilarNames;
import org.sparknmf.solver.InvalidMatrixException;

/** The files that some paths stand for, sorted by path: the reading order of the input. */
public final class InputFiles {
  private static final int MOST_NAMES = 1000;

  /** The most files that are worth asking for their lengths. */
  private static final int MOST_LITTLE = 64;

  private final Configuration hadoop;
  private final List<Path> files;
  private final List<Path> roots;

  private InputFiles(Configuration hadoop, List<Path> files, List<Path> roots) {
    this.hadoop = hadoop;
    this.files = files;
    this.roots = roots;
  }

  /** Looks the paths up: a path that exists is taken as it is, else it is a glob. */
  public static InputFiles find(Configuration hadoop, List<String> paths) {
    TreeMap<String, Path> files = new TreeMap<>();
    List<Path> roots = new ArrayList<>();
    for (String text : paths) {
      List<FileStatus> found = roots(hadoop, text);
      found.forEach(root -> roots.add(root.getPath()));
      for (FileStatus root : found) {
        for (Path file : leaves(hadoop, root)) {
          files.put(file.toString(), file);
        }
      }
    }
    if (files.isEmpty()) {
      throw new InputUnreadableException(
          "no files in " + String.join(", ", paths) + "; give files or directories that hold some");
    }
    return new InputFiles(hadoop, List.copyOf(files.values()), List.copyOf(roots));
  }

  /** No files, where a table is read; label files can still be looked up. */
  public static InputFiles none(Configuration hadoop) {
    return new InputFiles(hadoop, List.of(), List.of());
  }

  /**
   * Makes sure that there is something under each path.
   *
   * @throws InputUnreadableException naming the first that leads nowhere
   */
  public static void requireThere(Configuration hadoop, List<String> paths) {
    paths.forEach(path -> roots(hadoop, path));
  }

  private static List<FileStatus> roots(Configuration hadoop, String text) {
    Path path = parse(hadoop, text);
    try {
      FileSystem system = path.getFileSystem(hadoop);
      if (system.exists(path)) {
        return List.of(refuseHidden(system.getFileStatus(path)));
      }
      FileStatus[] matches = matches(system, path);
      if (matches == null || matches.length == 0) {
        throw missing(system, system.makeQualified(path));
      }
      return Arrays.stream(matches).filter(match -> !isHidden(match.getPath())).toList();
    } catch (IOException e) {
      throw ReadFailures.unreadable(text, e);
    } catch (IllegalArgumentException e) {
      // Hadoop's word for a host or a scheme that it cannot find.
      throw new InputUnreadableException(
          text + " cannot be reached (" + e.getMessage() + "); check host and scheme", e);
    }
  }

  private static FileStatus[] matches(FileSystem system, Path path) throws IOException {
    try {
      return system.globStatus(path);
    } catch (IllegalArgumentException e) {
      // A colon in a name ends the scheme of a pattern, so that Hadoop matches nothing by it.
      return new FileStatus[0];
    }
  }

  private static Path parse(Configuration hadoop, String text) {
    try {
      return NamedPath.of(text, hadoop);
    } catch (IllegalArgumentException e) {
      throw new InputUnreadableException(
          LineText.excerpt(text) + " is no path (" + e.getMessage() + "); correct it", e);
    }
  }

  private static FileStatus refuseHidden(FileStatus status) {
    if (status.isFile() && isHidden(status.getPath())) {
      throw new InputUnreadableException(
          Places.show(status.getPath())
              + " begins with '_' or '.', and Spark leaves such files out; rename it");
    }
    return status;
  }

  private static boolean isHidden(Path path) {
    String name = path.getName();
    return name.startsWith(".") || (name.startsWith("_") && !name.contains("="));
  }

  /** Hadoop looks for a file of checksums beside a local file, and takes its name for a URI. */
  private static Path openable(Path file) {
    if ("file".equals(file.toUri().getScheme()) && file.getName().indexOf(':') >= 0) {
      throw new InputUnreadableException(
          Places.show(file)
              + " has a colon in its name, and Hadoop cannot open such a local file; rename it");
    }
    return file;
  }

  private static List<Path> leaves(Configuration hadoop, FileStatus root) {
    List<Path> files = new ArrayList<>();
    try {
      FileSystem system = root.getPath().getFileSystem(hadoop);
      if (LocalPath.isSpecial(system, root.getPath())) {
        throw new InputUnreadableException(
            Places.show(root.getPath())
                + " is a pipe, a socket or a device, and input is read more than once; save what it gives in a file and name that");
      }
      if (root.isFile()) {
        return List.of(openable(root.getPath()));
      }
      for (FileStatus child : system.listStatus(root.getPath())) {
        if (!isHidden(child.getPath())) {
          files.addAll(leaves(hadoop, child));
        }
      }
      return files;
    } catch (IOException e) {
      throw ReadFailures.unreadable(Places.show(root.getPath()), e);
    } catch (IllegalArgumentException e) {
      throw new InputUnreadableException(
          "%s has a file whose name Hadoop cannot take (%s): a name that begins with a word and a colon is no relative path; rename it"
              .formatted(Places.show(root.getPath()), e.getMessage()),
          e);
    }
  }

  private static InputUnreadableException missing(FileSystem system, Path path) throws IOException {
    String place = Places.show(path);
    Path parent = path.getParent();
    if (parent == null || !system.exists(parent)) {
      return new InputUnreadableException(
          place + " does not exist, nor does its directory; correct the path");
    }
    List<String> names =
        Arrays.stream(system.listStatus(parent))
            .limit(MOST_NAMES)
            .map(status -> status.getPath().getName())
            .sorted(Comparator.naturalOrder())
            .toList();
    return new InputUnreadableException(
        place + " does not exist; correct the path" + SimilarNames.hint(path.getName(), names));
  }

  /** Sorted by path; empty only where a table is read. */
  public List<Path> files() {
    return files;
  }

  /** The files as a person would type them. */
  public List<String> shown() {
    return files.stream().map(Places::show).toList();
  }

  /** The paths as given, globs resolved, as a person would type them. */
  public List<String> shownRoots() {
    return roots.stream().map(Places::show).toList();
  }

  /** Only those of the files; the order stays. */
  public InputFiles only(List<Path> some) {
    return new InputFiles(hadoop, List.copyOf(some), List.copyOf(some));
  }

  /** The error of files that say nothing. */
  public InvalidMatrixException empty() {
    return Places.bad(shown().get(0), "the input is empty; a matrix needs entries: check the path");
  }

  /** The files as arguments for Spark's readers, which would take special characters for globs. */
  public String[] filePatterns() {
    return files.stream().map(LiteralPath::of).toArray(String[]::new);
  }

  /** The paths as given, globs resolved, as arguments for Spark's readers. */
  public String[] rootPatterns() {
    return roots.stream().map(LiteralPath::of).toArray(String[]::new);
  }

  /** Spark's reader, which is to refuse files that are damaged or gone. */
  public static DataFrameReader reader(SparkSession spark) {
    return spark.read().option("ignoreCorruptFiles", false).option("ignoreMissingFiles", false);
  }

  /** The file beside another one, if there is such a file. */
  public boolean exists(Path path) {
    try {
      return path.getFileSystem(hadoop).exists(path);
    } catch (IOException e) {
      throw ReadFailures.unreadable(Places.show(path), e);
    }
  }

  /**
   * How many bytes the files have, a compressed one counted as the text that it may hold. Adds up
   * no more than a few files: many have the most that a long can say.
   */
  public long bytes() {
    if (files.size() > MOST_LITTLE) {
      return Long.MAX_VALUE;
    }
    CompressionCodecFactory codecs = new CompressionCodecFactory(hadoop);
    long sum = 0;
    for (Path file : files) {
      try {
        long length = file.getFileSystem(hadoop).getFileStatus(file).getLen();
        sum += codecs.getCodec(file) == null ? length : length * Splits.PACKED;
      } catch (IOException e) {
        throw ReadFailures.unreadable(Places.show(file), e);
      }
    }
    return sum;
  }

  /** The lines of a file, decompressed by its suffix; the caller closes it. */
  public DriverLines lines(Path file) {
    try {
      return new DriverLines(Places.show(file), open(file));
    } catch (IOException e) {
      throw ReadFailures.unreadable(Places.show(file), e);
    }
  }

  private InputStream open(Path file) throws IOException {
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(file);
    InputStream raw = file.getFileSystem(hadoop).open(file);
    try {
      return codec == null ? raw : codec.createInputStream(raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** The first bytes of a file as they are stored, compressed or not. */
  public byte[] beginning(Path file, int most) {
    try (InputStream in = file.getFileSystem(hadoop).open(file)) {
      return in.readNBytes(most);
    } catch (IOException e) {
      throw ReadFailures.unreadable(Places.show(file), e);
    }
  }

  /** The file that a path names, for label files. */
  Path single(String text) {
    List<FileStatus> found = roots(hadoop, text);
    found.forEach(one -> leaves(hadoop, one));
    if (found.size() != 1 || !found.get(0).isFile()) {
      throw ReadFailures.unreadable(text, new FileNotFoundException("it is not one file"));
    }
    return openable(found.get(0).getPath());
  }
}
