package org.sparknmf.io.read.delimited;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.Delimiter;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.FieldCursor;
import org.sparknmf.solver.InvalidMatrixException;

/** The fields of the first lines of delimited text: enough to tell what it is. */
final class TableHead {
  private final TextSample sample;
  private final int skipped;
  private final List<String> first;

  /** The lines after the first that differ from it. */
  private final List<List<String>> rows;

  /** The first line and those. */
  private final List<List<String>> all;

  private TableHead(TextSample sample, InputSettings input) {
    this.sample = sample;
    this.skipped = input.text().lines().skipped();
    this.first = fields(sample.content().get(0), sample.names());
    this.rows = rows(input.badRows());
    this.all = Stream.concat(Stream.of(first), rows.stream()).toList();
  }

  /**
   * Reads the first lines that are not blank of the first files that have some. The first must have
   * fields; where bad rows are left out, others need not.
   */
  static TableHead read(InputFiles files, InputSettings input) {
    return TextSample.of(files, input.text())
        .map(sample -> new TableHead(sample, input))
        .orElseThrow(files::empty);
  }

  /** The head of one file, or null if it says nothing. */
  static TableHead read(DriverLines file, InputSettings input) {
    return TextSample.of(file, input.text())
        .map(sample -> new TableHead(sample, input))
        .orElse(null);
  }

  private List<List<String>> rows(BadRows badRows) {
    List<List<String>> found = new ArrayList<>();
    for (SampleLine line : sample.content()) {
      if (Arrays.equals(line.bytes(), line())) {
        continue;
      }
      try {
        found.add(fields(line, false));
      } catch (InvalidMatrixException e) {
        if (badRows == BadRows.SKIP) {
          continue;
        }
        if (found.isEmpty()) {
          throw e;
        }
        // Lines before it may be bad, too, and are to be named first.
        break;
      }
    }
    return List.copyOf(found);
  }

  private List<String> fields(SampleLine line, boolean marked) {
    try {
      byte[] bytes = marked ? sample.comments().bare(line.bytes()) : line.bytes();
      return List.copyOf(new FieldCursor(sample.syntax()).all(bytes));
    } catch (BadLineException e) {
      throw Places.bad(line.file(), line.number(), e.getMessage());
    }
  }

  String file() {
    return sample.content().get(0).file();
  }

  /** The place where the first line begins. */
  long start() {
    return sample.content().get(0).start();
  }

  /** The first line; not to be modified. */
  byte[] line() {
    return sample.content().get(0).bytes();
  }

  List<String> first() {
    return first;
  }

  /** Whether the first line has names because it is a comment. */
  boolean hasMarkedNames() {
    return sample.names();
  }

  /** Lines after the first that differ from it. */
  List<List<String>> rows() {
    return rows;
  }

  /** The lines that are data, at least one if there is any. */
  List<List<String>> data(HeaderMode header) {
    return header == HeaderMode.YES ? rows : all;
  }

  /** What the data shows of a column; a line that is too short says nothing. */
  ColumnFacts facts(HeaderMode header, int column) {
    return ColumnFacts.of(
        data(header).stream()
            .filter(line -> column < line.size())
            .map(line -> line.get(column))
            .toList());
  }

  /** Whether a field is a finite number. */
  boolean isNumber(String field) {
    return ColumnFacts.isNumber(field);
  }

  /** The first line of data, which must exist. */
  List<String> firstData(HeaderMode header) {
    if (header == HeaderMode.NO) {
      return first;
    }
    if (rows.isEmpty()) {
      throw bad(
          "nothing follows this line of names; a matrix needs entries (if it is data, use --header"
              + " no)");
    }
    return rows.get(0);
  }

  /** Names 1, 2, 3, ... */
  static List<String> numbered(int fields) {
    return IntStream.rangeClosed(1, fields).mapToObj(Integer::toString).toList();
  }

  /** What lines of so many fields have in common with this head. */
  TableLines lines(HeaderMode header, int fields, String idName) {
    byte[] names = header == HeaderMode.YES ? line() : new byte[0];
    return new TableLines(
        sample.syntax(), sample.comments().among(fields), skipped, fields, names, idName);
  }

  /** Whether blanks separate fields, as they do words. */
  boolean separatedByBlanks() {
    return sample.delimiter().equals(Delimiter.SPACE);
  }

  /** What the text is, in words for a person. */
  String describe(HeaderMode header) {
    return "text separated by %s, %s a line of names"
        .formatted(sample.delimiter().describe(), header == HeaderMode.YES ? "with" : "without");
  }

  InvalidMatrixException bad(String reason) {
    return Places.bad(file(), sample.content().get(0).number(), reason);
  }
}
