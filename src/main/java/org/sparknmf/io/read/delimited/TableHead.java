package org.sparknmf.io.read.delimited;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.Delimiter;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.FieldCursor;
import org.sparknmf.solver.InvalidMatrixException;

/** The first two lines of delimited text: enough to tell what it is. */
public final class TableHead {
  private final String file;
  private final long number;
  private final long start;
  private final byte[] line;
  private final Delimiter delimiter;
  private final List<String> first;
  private final List<String> second;

  private TableHead(
      DriverLines place,
      byte[] line,
      Delimiter delimiter,
      List<String> first,
      List<String> second) {
    this.file = place.file();
    this.number = place.number();
    this.start = place.lineStart();
    this.line = line;
    this.delimiter = delimiter;
    this.first = first;
    this.second = second;
  }

  /**
   * Reads the first lines that are not blank of the first files that have some. The first must have
   * fields; where bad rows are left out, the second is the next that has some.
   */
  public static TableHead read(InputFiles files, Delimiter asked, BadRows badRows) {
    TableHead head = null;
    for (Path file : files.files()) {
      try (DriverLines lines = files.lines(file)) {
        head = head == null ? read(lines, asked, badRows) : head.orSecondFrom(lines, badRows);
      }
      if (head != null && !head.second.isEmpty()) {
        return head;
      }
    }
    if (head == null) {
      throw files.empty();
    }
    return head;
  }

  /** The head of one file, or null if it says nothing. */
  public static TableHead read(DriverLines lines, Delimiter asked, BadRows badRows) {
    byte[] line = lines.nextContent();
    if (line == null) {
      return null;
    }
    Delimiter delimiter = asked.in(line);
    TableHead head =
        new TableHead(lines, line, delimiter, fields(lines, delimiter, line), List.of());
    return head.orSecondFrom(lines, badRows);
  }

  private TableHead orSecondFrom(DriverLines lines, BadRows badRows) {
    byte[] next = lines.nextContent();
    while (next != null && (Arrays.equals(next, line) || isLeftOut(next, badRows))) {
      next = lines.nextContent();
    }
    return next == null ? this : new TableHead(this, fields(lines, delimiter, next));
  }

  private TableHead(TableHead head, List<String> second) {
    this.file = head.file;
    this.number = head.number;
    this.start = head.start;
    this.line = head.line;
    this.delimiter = head.delimiter;
    this.first = head.first;
    this.second = second;
  }

  private boolean isLeftOut(byte[] text, BadRows badRows) {
    if (badRows == BadRows.FAIL) {
      return false;
    }
    try {
      FieldCursor.quoting(delimiter.symbol()).all(text);
      return false;
    } catch (BadLineException e) {
      return true;
    }
  }

  private static List<String> fields(DriverLines lines, Delimiter delimiter, byte[] line) {
    try {
      return List.copyOf(FieldCursor.quoting(delimiter.symbol()).all(line));
    } catch (BadLineException e) {
      throw Places.bad(lines.file(), lines.number(), e.getMessage());
    }
  }

  String file() {
    return file;
  }

  public Delimiter delimiter() {
    return delimiter;
  }

  /** The place where the first line begins. */
  long start() {
    return start;
  }

  /** The first line; not to be modified. */
  public byte[] line() {
    return line;
  }

  public List<String> first() {
    return first;
  }

  /** The next line that differs from the first; empty if there is none. */
  List<String> second() {
    return second;
  }

  /** Names of the columns: the first line's fields, or 1, 2, 3, ... */
  public List<String> names(HeaderMode header) {
    return header == HeaderMode.YES
        ? first
        : new ArrayList<>(
            IntStream.rangeClosed(1, first.size()).mapToObj(Integer::toString).toList());
  }

  /** The first line of data, which must exist. */
  public List<String> firstData(HeaderMode header) {
    if (header == HeaderMode.NO) {
      return first;
    }
    if (second.isEmpty()) {
      throw bad(
          "nothing follows this line of names; a matrix needs entries (if it is data, use --header"
              + " no)");
    }
    return second;
  }

  /** What lines of so many fields have in common with this head. */
  TableLines lines(HeaderMode header, int fields, String idName) {
    byte[] names = header == HeaderMode.YES ? line : new byte[0];
    return new TableLines(delimiter, fields, names, idName);
  }

  /** What the text is, in words for a person. */
  String describe(HeaderMode header) {
    return "text separated by %s, %s a line of names"
        .formatted(
            delimiter.name().toLowerCase(Locale.ROOT),
            header == HeaderMode.YES ? "with" : "without");
  }

  InvalidMatrixException bad(String reason) {
    return Places.bad(file, number, reason);
  }
}
