package org.sparknmf.io.read.mtx;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.FieldCursor;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * The first lines of a MatrixMarket file.
 *
 * @param layout listed cells or all values
 * @param field what values are
 * @param symmetric whether only the lower triangle is stored
 * @param rows number of rows
 * @param columns number of columns
 * @param entries lines that should follow
 */
public record MtxHeader(
    Layout layout, Field field, boolean symmetric, long rows, long columns, long entries)
    implements Serializable {

  /** How cells are stored. */
  enum Layout {
    COORDINATE,
    ARRAY
  }

  /** What values are. */
  enum Field {
    REAL,
    INTEGER,
    PATTERN
  }

  private enum Symmetry {
    GENERAL,
    SYMMETRIC
  }

  static final String BANNER = "%%MatrixMarket";

  /** Reads banner, comments and sizes; the lines are left before the first entry. */
  public static MtxHeader read(DriverLines lines) {
    List<String> banner = banner(lines);
    Layout layout = choice(lines, Layout.class, "layout", banner.get(2));
    Field field = field(lines, banner.get(3));
    boolean symmetric =
        choice(lines, Symmetry.class, "symmetry", banner.get(4)) == Symmetry.SYMMETRIC;
    if (layout == Layout.ARRAY && field == Field.PATTERN) {
      throw bad(lines, "an array has values, so its field cannot be 'pattern'; correct the header");
    }
    byte[] sizes = nextEntry(lines);
    if (sizes == null) {
      throw Places.bad(lines.file(), "no line of sizes follows the header; the file is truncated");
    }
    return sized(lines, layout, field, symmetric, sizes);
  }

  /** The next line that is neither blank nor a comment, or null. */
  static byte[] nextEntry(DriverLines lines) {
    byte[] line = lines.nextContent();
    while (line != null && isComment(line)) {
      line = lines.nextContent();
    }
    return line;
  }

  /** Whether the first thing on a line, which is not blank, is a percent sign. */
  static boolean isComment(byte[] line) {
    return isComment(line, 0);
  }

  /** Whether the first thing on a line that begins at {@code start} is a percent sign. */
  static boolean isComment(byte[] line, int start) {
    int i = start;
    while (line[i] >= 0 && line[i] <= ' ') {
      i++;
    }
    return line[i] == '%';
  }

  private static List<String> banner(DriverLines lines) {
    byte[] first = lines.next();
    if (first == null) {
      throw Places.bad(lines.file(), "the file is empty; a MatrixMarket file has a header");
    }
    List<String> words =
        Arrays.stream(new String(first, StandardCharsets.ISO_8859_1).strip().split("[ \t]+", -1))
            .limit(6)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    boolean known =
        words.size() == 5
            && words.get(0).equals(BANNER.toLowerCase(Locale.ROOT))
            && words.get(1).equals("matrix");
    if (!known) {
      throw bad(
          lines,
          "the first line is "
              + LineText.excerpt(first, 0, first.length)
              + "; a MatrixMarket file begins with a line such as '%%MatrixMarket matrix coordinate"
              + " real general': correct it, or check --format");
    }
    return words;
  }

  /** What values are; SciPy and old files have words of their own for two fields. */
  private static Field field(DriverLines lines, String word) {
    return switch (word) {
      case "double" -> Field.REAL;
      case "unsigned-integer" -> Field.INTEGER;
      default -> choice(lines, Field.class, "field", word);
    };
  }

  private static <E extends Enum<E>> E choice(
      DriverLines lines, Class<E> type, String what, String word) {
    List<String> names =
        Arrays.stream(type.getEnumConstants())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .toList();
    int found = names.indexOf(word);
    if (found < 0) {
      throw bad(
          lines,
          "%s %s; only %s can be factorised: convert the file"
              .formatted(what, LineText.excerpt(word), String.join(", ", names)));
    }
    return type.getEnumConstants()[found];
  }

  private static MtxHeader sized(
      DriverLines lines, Layout layout, Field field, boolean symmetric, byte[] line) {
    boolean coordinate = layout == Layout.COORDINATE;
    long[] sizes = numbers(lines, line, coordinate ? 3 : 2);
    if (sizes[0] == 0 || sizes[1] == 0) {
      throw bad(
          lines,
          "the matrix is empty (%d x %d); it must have rows and columns"
              .formatted(sizes[0], sizes[1]));
    }
    if (symmetric && sizes[0] != sizes[1]) {
      throw bad(
          lines,
          "a symmetric matrix of %d x %d; it must be square: correct the header"
              .formatted(sizes[0], sizes[1]));
    }
    long entries = coordinate ? sizes[2] : cells(lines, symmetric, sizes);
    if (entries == 0) {
      throw bad(lines, "the matrix has no entries; there is nothing to factorise");
    }
    return new MtxHeader(layout, field, symmetric, sizes[0], sizes[1], entries);
  }

  private static long cells(DriverLines lines, boolean symmetric, long[] sizes) {
    // Half of 2^31 times 2^31 + 1 still fits, and no file is larger.
    if (Math.multiplyHigh(sizes[0], sizes[1] + 1) != 0 || sizes[0] * (sizes[1] + 1) < 0) {
      throw bad(
          lines,
          "an array of %d x %d is larger than any file; correct the sizes"
              .formatted(sizes[0], sizes[1]));
    }
    return symmetric ? sizes[0] * (sizes[1] + 1) / 2 : sizes[0] * sizes[1];
  }

  private static long[] numbers(DriverLines lines, byte[] line, int count) {
    long[] numbers = new long[count];
    int found = 0;
    FieldCursor fields = FieldCursor.plain().open(line);
    try {
      while (fields.next()) {
        long number = fields.natural();
        if (number < 0 || number == Long.MAX_VALUE || found == count) {
          throw badSizes(lines, line, count);
        }
        numbers[found++] = number;
      }
    } catch (BadLineException e) {
      throw bad(lines, e.getMessage());
    }
    if (found < count) {
      throw badSizes(lines, line, count);
    }
    return numbers;
  }

  /** The natural numbers of a line; empty if it has anything else. */
  static List<Long> naturals(byte[] line) {
    List<Long> numbers = new ArrayList<>();
    FieldCursor fields = FieldCursor.plain().open(line);
    try {
      while (fields.next()) {
        numbers.add(fields.natural());
      }
    } catch (BadLineException e) {
      return List.of();
    }
    return numbers.contains(-1L) ? List.of() : numbers;
  }

  private static InvalidMatrixException badSizes(DriverLines lines, byte[] line, int count) {
    return bad(
        lines,
        "%s is no line of sizes; it must be %s: correct it"
            .formatted(
                LineText.excerpt(line, 0, line.length),
                count == 3 ? "'rows columns entries'" : "'rows columns'"));
  }

  private static InvalidMatrixException bad(DriverLines lines, String reason) {
    return Places.bad(lines.file(), lines.number(), reason);
  }
}
