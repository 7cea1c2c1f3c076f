package org.sparknmf.io.read.mtx;

import java.util.Arrays;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.FieldCursor;
import org.sparknmf.io.read.text.LineSlab;
import org.sparknmf.io.read.text.Numerals;

/** Reads what stands on a line of a MatrixMarket file; keeps the cell read last. */
final class MtxLine {
  /** Digits that a long holds in any case. */
  private static final int SAFE_DIGITS = 18;

  private final MtxHeader header;
  private final FieldCursor fields = FieldCursor.plain();
  private long row;
  private long column;
  private double value;

  /** The place where {@link #digits} stopped. */
  private int position;

  MtxLine(MtxHeader header) {
    this.header = header;
  }

  /** Row of the cell, counted from 1. */
  long row() {
    return row;
  }

  /** Column of the cell, counted from 1. */
  long column() {
    return column;
  }

  double value() {
    return value;
  }

  /**
   * Reads a cell in its usual spelling: digits, a blank, digits and perhaps a blank and a number,
   * then a line end. False if it is spelled otherwise or is not right; {@link #read} decides then.
   */
  boolean readUsual(byte[] text, int start) throws BadLineException {
    row = digits(text, start);
    if (text[position] != ' ') {
      return false;
    }
    column = digits(text, position + 1);
    if (!isInside()) {
      return false;
    }
    if (header.field() == MtxHeader.Field.PATTERN) {
      value = 1;
      return LineSlab.isLineEnd(text[position]);
    }
    if (text[position] != ' ') {
      return false;
    }
    int from = position + 1;
    int to = from;
    while (text[to] > ' ') {
      to++;
    }
    if (from == to || !LineSlab.isLineEnd(text[to])) {
      return false;
    }
    position = to;
    value = Numerals.value(text, from, to);
    return isRightKind();
  }

  /** The end of the line read last as usual. */
  int lineEnd() {
    return position;
  }

  /** The number of some digits; 0 where there are none, or too many. */
  private long digits(byte[] text, int from) {
    long number = 0;
    int p = from;
    for (int digit = text[p] - '0'; digit >= 0 && digit <= 9; digit = text[++p] - '0') {
      number = number * 10 + digit;
    }
    position = p;
    return p - from > SAFE_DIGITS ? 0 : number;
  }

  private boolean isInside() {
    return row >= 1
        && row <= header.rows()
        && column >= 1
        && column <= header.columns()
        && !(header.symmetric() && column > row);
  }

  private boolean isRightKind() {
    return header.field() != MtxHeader.Field.INTEGER || value == Math.rint(value);
  }

  /** Reads the cell on a line, however it is spelled. */
  void read(byte[] text, int start, int end) throws BadLineException {
    fields.open(text, start, end);
    row = index("row", header.rows());
    column = index("column", header.columns());
    value = header.field() == MtxHeader.Field.PATTERN ? 1.0 : nextValue();
    refuseMore();
    if (header.symmetric() && column > row) {
      throw new BadLineException(
          "cell (%d, %d) is above the diagonal; a symmetric file has only cells on and below it:"
                  .formatted(row, column)
              + " exchange the indices, or write 'general' in the header");
    }
  }

  /** Reads a line that is a value and no more. */
  double readValue(byte[] line) throws BadLineException {
    fields.open(line);
    double only = nextValue();
    refuseMore();
    return only;
  }

  /** Reads a line of values; there is one at least. */
  double[] readValues(byte[] line) throws BadLineException {
    double[] values = new double[1];
    int count = 0;
    fields.open(line);
    while (fields.next()) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value(fields);
    }
    return Arrays.copyOf(values, count);
  }

  private long index(String what, long size) throws BadLineException {
    next();
    long index = fields.natural();
    if (index < 0) {
      throw new BadLineException(
          "%s index %s; indices are integers from 1 to %d: correct it"
              .formatted(what, fields.excerpt(), size));
    }
    if (index < 1 || index > size) {
      throw new BadLineException(
          "%s index %s; the header allows 1 to %d: correct the index or the header"
              .formatted(what, fields.excerpt(), size));
    }
    return index;
  }

  private double nextValue() throws BadLineException {
    next();
    return value(fields);
  }

  private double value(FieldCursor field) throws BadLineException {
    double number = field.pointValue();
    if (header.field() == MtxHeader.Field.INTEGER && number != Math.rint(number)) {
      throw new BadLineException(
          "value %s; the header says integer: write 'real' there".formatted(field.excerpt()));
    }
    return number;
  }

  private void next() throws BadLineException {
    if (!fields.next()) {
      throw new BadLineException("too few fields; " + fieldRule());
    }
  }

  private void refuseMore() throws BadLineException {
    if (fields.next()) {
      throw new BadLineException(
          "too many fields, from " + fields.excerpt() + " on; " + fieldRule());
    }
  }

  private String fieldRule() {
    if (header.layout() == MtxHeader.Layout.ARRAY) {
      return "an array has one value a line: correct it";
    }
    return header.field() == MtxHeader.Field.PATTERN
        ? "a pattern has lines of 'row column': correct it"
        : "lines are 'row column value': correct it";
  }
}
