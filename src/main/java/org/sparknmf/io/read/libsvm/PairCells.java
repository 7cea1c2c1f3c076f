package org.sparknmf.io.read.libsvm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.io.read.text.Numerals;

/** The cells of one line of {@code label index:value ...} at a time; keeps scratch memory. */
final class PairCells {
  private final PairRule rule;
  private final int columns;
  private int[] positions = new int[64];
  private double[] values = new double[64];
  private int count;

  /** Creates cells of a row of at most {@code columns} columns. */
  PairCells(PairRule rule, int columns) {
    this.rule = rule;
    this.columns = columns;
  }

  /** Whether there is anything on a line before a comment. */
  static boolean holdsRow(byte[] line) {
    return !LineText.isBlank(line, 0, end(line));
  }

  private static int end(byte[] line) {
    int end = 0;
    while (end < line.length && line[end] != '#') {
      end++;
    }
    return end;
  }

  /** Reads a line, which is not modified. */
  void read(byte[] line) throws BadLineException {
    count = 0;
    int end = end(line);
    int from = skipBlanks(line, 0, end);
    int to = fieldEnd(line, from, end);
    int start = from;
    if (hasNoLabel(line, from, to)) {
      to = from;
    } else {
      requireLabel(line, from, to);
    }
    int labelEnd = to;
    from = skipBlanks(line, to, end);
    while (from < end) {
      to = fieldEnd(line, from, end);
      if (!isQuery(line, from, to)) {
        cell(line, from, to);
      }
      from = skipBlanks(line, to, end);
    }
    if (rule.counts()) {
      requireCount(line, start, labelEnd);
      sort();
    }
  }

  /** Files of several labels have a blank where a row has none. */
  private boolean hasNoLabel(byte[] line, int from, int to) {
    return !rule.counts() && from > 0 && colon(line, from, to) < to;
  }

  private static void requireLabel(byte[] line, int from, int to) throws BadLineException {
    int label = from;
    while (label <= to) {
      int comma = label;
      while (comma < to && line[comma] != ',') {
        comma++;
      }
      if (!Numerals.isNumber(line, label, comma)) {
        throw new BadLineException(
            LineText.excerpt(line, from, to)
                + " stands where a label belongs; a line is 'label index:value ...', the label a"
                + " number, or some with commas between them: write 0 before it, or check --format");
      }
      label = comma + 1;
    }
  }

  private void requireCount(byte[] line, int from, int to) throws BadLineException {
    if (Numerals.natural(line, from, to) != count) {
      throw new BadLineException(
          "%s pairs are promised at the beginning of the line, and there are %d; a line is 'number"
                  .formatted(LineText.excerpt(line, from, to), count)
              + " index:count ...': correct it, or check --format");
    }
  }

  /** Whether it is the number of a query, which files for ranking have: no part of the matrix. */
  private static boolean isQuery(byte[] line, int from, int to) {
    return to - from > 4
        && line[from] == 'q'
        && line[from + 1] == 'i'
        && line[from + 2] == 'd'
        && line[from + 3] == ':';
  }

  private static int colon(byte[] line, int from, int to) {
    int colon = from;
    while (colon < to && line[colon] != ':') {
      colon++;
    }
    return colon;
  }

  private void cell(byte[] line, int from, int to) throws BadLineException {
    int colon = colon(line, from, to);
    if (colon == to) {
      throw new BadLineException(
          LineText.excerpt(line, from, to)
              + " is no cell; after its label a line has 'index:value' for each cell: correct it,"
              + " or check --format");
    }
    int position = position(line, from, colon);
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    positions[count] = position;
    values[count++] = Numerals.value(line, colon + 1, to);
  }

  private int position(byte[] line, int from, int to) throws BadLineException {
    long index = Numerals.natural(line, from, to);
    if (index < rule.first() || index == Long.MAX_VALUE) {
      throw new BadLineException(
          "index %s; indices are integers from %d: correct it%s"
              .formatted(
                  LineText.excerpt(line, from, to),
                  rule.first(),
                  index == 0 ? ", or say --zero-based if the file counts from 0" : ""));
    }
    if (index - rule.first() >= columns) {
      throw new BadLineException(
          "index %s; there are %d columns: correct it, or add a line to the file of column labels"
              .formatted(LineText.excerpt(line, from, to), columns));
    }
    int position = (int) (index - rule.first());
    if (!rule.counts() && count > 0 && position <= positions[count - 1]) {
      throw new BadLineException(
          "index %d follows index %d; the indices of a line must rise: sort them, each once"
              .formatted(index, positions[count - 1] + rule.first()));
    }
    return position;
  }

  /** Brings the pairs into order, where they need have none. */
  private void sort() throws BadLineException {
    int[] known = positions.clone();
    double[] of = values.clone();
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingInt(i -> known[i]))
            .mapToInt(i -> i)
            .toArray();
    for (int i = 0; i < count; i++) {
      positions[i] = known[order[i]];
      values[i] = of[order[i]];
      if (i > 0 && positions[i] == positions[i - 1]) {
        throw new BadLineException(
            "index %d stands twice on the line; a word has one count: add the two up"
                .formatted(positions[i]));
      }
    }
  }

  private static int skipBlanks(byte[] line, int from, int end) {
    int i = from;
    while (i < end && isBlank(line[i])) {
      i++;
    }
    return i;
  }

  private static int fieldEnd(byte[] line, int from, int end) {
    int i = from;
    while (i < end && !isBlank(line[i])) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(byte symbol) {
    return symbol >= 0 && symbol <= ' ';
  }

  /** How many columns the line needs. */
  int width() {
    return count == 0 ? 0 : positions[count - 1] + 1;
  }

  Vector vector() {
    return Vectors.sparse(columns, Arrays.copyOf(positions, count), Arrays.copyOf(values, count));
  }
}
