package org.sparknmf.io.read.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineText;

/** Ids of rows or columns from a text file, one a line. */
public final class Labels {
  private Labels() {}

  /**
   * The axis of that many positions: labelled by a file if one is given, else counted.
   *
   * @param what "row" or "column", for messages
   */
  public static Axis axis(
      InputFiles files, Optional<Path> labels, String what, Axis.Counted counted) {
    if (labels.isEmpty()) {
      return counted;
    }
    try (DriverLines lines = files.lines(labels.get())) {
      return new Axis.Labelled(read(lines, what, counted.size()));
    }
  }

  /** The file that settings name, if they do. */
  public static Optional<Path> given(InputFiles files, Optional<String> path) {
    return path.map(files::single);
  }

  /** The file of that name beside a matrix, plain or compressed, if there is one. */
  public static Optional<Path> beside(InputFiles files, Path matrix, String name) {
    return Stream.of(name, name + ".gz")
        .map(child -> new Path(matrix.getParent(), child))
        .filter(files::exists)
        .findFirst();
  }

  /** All labels of a file: as many as expected, none empty, none twice. */
  public static List<String> read(DriverLines lines, String what, long expected) {
    List<String> labels = all(lines);
    requireCount(lines.file(), labels.size(), what, expected);
    return labels;
  }

  public static void requireCount(String file, int found, String what, long expected) {
    if (found != expected) {
      throw Places.bad(
          file,
          "%d labels for %d %ss; there must be one label a %s: correct or rename this file"
              .formatted(found, expected, what, what));
    }
  }

  /** All labels of a file: none empty, none twice. */
  public static List<String> all(DriverLines lines) {
    List<String> labels = new ArrayList<>();
    Map<String, Long> seen = new HashMap<>();
    String last = "";
    long blank = 0;
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      String label = text(lines, line).strip();
      if (label.isEmpty()) {
        blank = blank == 0 ? lines.number() : blank;
        continue;
      }
      if (blank > 0) {
        throw Places.bad(lines.file(), blank, "an empty label; every line must have one: add it");
      }
      // As long as labels ascend, none can stand there twice: many do to the end.
      boolean ascends = seen.isEmpty() && label.compareTo(last) > 0;
      if (!ascends) {
        requireNew(lines, label, seen, labels);
      }
      labels.add(label);
      last = label;
    }
    return labels;
  }

  /** The label of line i is the i-th: blank ones can only come behind all. */
  private static void requireNew(
      DriverLines lines, String label, Map<String, Long> seen, List<String> labels) {
    if (seen.isEmpty()) {
      for (String earlier : labels) {
        seen.put(earlier, seen.size() + 1L);
      }
    }
    Long before = seen.putIfAbsent(label, lines.number());
    if (before != null) {
      throw Places.bad(
          lines.file(),
          lines.number(),
          "label %s stands in line %d already; labels must differ: rename one"
              .formatted(LineText.excerpt(label), before));
    }
  }

  /** A line as text, which must be UTF-8. */
  public static String text(DriverLines lines, byte[] line) {
    try {
      return LineText.decode(line, 0, line.length);
    } catch (BadLineException e) {
      throw Places.bad(lines.file(), lines.number(), e.getMessage());
    }
  }
}
