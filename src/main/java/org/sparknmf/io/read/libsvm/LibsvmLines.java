package org.sparknmf.io.read.libsvm;

import java.util.Arrays;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.CellSchema;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.io.read.text.Numerals;

/**
 * Lines of libsvm: {@code label index:value index:value ... # comment}, where indices are from 1
 * and rise. The label, which says of a row what is to be learnt about it, is no part of the matrix.
 */
public final class LibsvmLines implements LineFormat {
  private static final long serialVersionUID = 1L;

  private final int columns;

  /** Rows of so many columns. */
  public LibsvmLines(int columns) {
    this.columns = columns;
  }

  @Override
  public StructType schema() {
    return CellSchema.vectors(IdType.LONG);
  }

  @Override
  public boolean isContent(byte[] line) {
    return holdsRow(line);
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

  @Override
  public boolean needsOrdinals() {
    return true;
  }

  @Override
  public LineReader open() {
    Cells cells = new Cells(columns);
    return (line, ordinal) -> {
      cells.read(line);
      return RowFactory.create(ordinal, cells.vector());
    };
  }

  /** The cells of one line at a time; keeps scratch memory. */
  static final class Cells {
    private final int columns;
    private int[] positions = new int[64];
    private double[] values = new double[64];
    private int count;

    /** Creates cells of a row of at most {@code columns} columns. */
    Cells(int columns) {
      this.columns = columns;
    }

    /** Reads a line, which is not modified. */
    void read(byte[] line) throws BadLineException {
      count = 0;
      int end = end(line);
      int from = skipBlanks(line, 0, end);
      int to = fieldEnd(line, from, end);
      requireLabel(line, from, to);
      from = skipBlanks(line, to, end);
      while (from < end) {
        to = fieldEnd(line, from, end);
        cell(line, from, to);
        from = skipBlanks(line, to, end);
      }
    }

    private static void requireLabel(byte[] line, int from, int to) throws BadLineException {
      if (!Numerals.isNumber(line, from, to)) {
        throw new BadLineException(
            LineText.excerpt(line, from, to)
                + " stands where a label belongs; a line is 'label index:value ...', the label a"
                + " number: write 0 before it, or check --format");
      }
    }

    private void cell(byte[] line, int from, int to) throws BadLineException {
      int colon = from;
      while (colon < to && line[colon] != ':') {
        colon++;
      }
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
      if (index < 1 || index == Long.MAX_VALUE) {
        throw new BadLineException(
            "index %s; indices are integers from 1: correct it, or add 1 to all if they are from 0"
                .formatted(LineText.excerpt(line, from, to)));
      }
      if (index > columns) {
        throw new BadLineException(
            "index %s; there are %d columns: correct it, or add a line to the file of column labels"
                .formatted(LineText.excerpt(line, from, to), columns));
      }
      int position = (int) (index - 1);
      if (count > 0 && position <= positions[count - 1]) {
        throw new BadLineException(
            "index %d follows index %d; the indices of a line must rise: sort them, each once"
                .formatted(index, positions[count - 1] + 1));
      }
      return position;
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

    /** The largest index of the line. */
    int largest() {
      return count == 0 ? 0 : positions[count - 1] + 1;
    }

    Vector vector() {
      return Vectors.sparse(columns, Arrays.copyOf(positions, count), Arrays.copyOf(values, count));
    }
  }
}
