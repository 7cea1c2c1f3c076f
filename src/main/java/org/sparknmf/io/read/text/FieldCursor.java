package org.sparknmf.io.read.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks over the fields of a line in place. Blanks around a field do not belong to it; a field in
 * double quotes may contain delimiters, and a quote written twice.
 */
public final class FieldCursor {
  private final byte delimiter;
  private final boolean blanks;
  private final boolean quotes;
  private byte[] line = {};
  private int end;
  private int position;
  private boolean finished = true;
  private int from;
  private int to;
  private boolean doubledQuotes;

  private FieldCursor(byte delimiter, boolean quotes) {
    this.delimiter = delimiter;
    this.blanks = delimiter == ' ';
    this.quotes = quotes;
  }

  /** Fields between runs of blanks; quotes mean nothing. */
  public static FieldCursor plain() {
    return new FieldCursor((byte) ' ', false);
  }

  /** Fields between delimiters (a blank: runs of blanks), perhaps in quotes. */
  public static FieldCursor quoting(byte delimiter) {
    return new FieldCursor(delimiter, true);
  }

  /** Starts before the first field of a line, which is not modified. */
  public FieldCursor open(byte[] newLine) {
    return open(newLine, 0, newLine.length);
  }

  /** Starts before the first field of a line among other text, which is not modified. */
  public FieldCursor open(byte[] text, int start, int lineEnd) {
    line = text;
    position = start;
    end = lineEnd;
    finished = false;
    return this;
  }

  /** Moves to the next field, if there is one. */
  public boolean next() throws BadLineException {
    if (finished) {
      return false;
    }
    while (position < end && isBlank(line[position])) {
      position++;
    }
    if (blanks && position == end) {
      finished = true;
      return false;
    }
    doubledQuotes = false;
    if (quotes && position < end && line[position] == '"') {
      quotedField();
    } else {
      bareField();
    }
    finished = position == end;
    position++;
    return true;
  }

  private void bareField() {
    from = position;
    while (position < end && !isDelimiter(line[position])) {
      position++;
    }
    to = position;
    while (to > from && isBlank(line[to - 1])) {
      to--;
    }
  }

  private void quotedField() throws BadLineException {
    from = ++position;
    while (position < end && !isClosingQuote()) {
      position++;
    }
    if (position == end) {
      throw new BadLineException(
          "the quote before "
              + LineText.excerpt(line, from, position)
              + " is not closed on its line; write a quote inside a field twice");
    }
    to = position++;
    while (position < end && isBlank(line[position]) && !isDelimiter(line[position])) {
      position++;
    }
    if (position < end && !isDelimiter(line[position])) {
      throw new BadLineException(
          LineText.excerpt(line, position, end)
              + " follows a closing quote; a field is quoted as a whole or not at all");
    }
  }

  /** Whether a quote here closes the field; steps over its double, if it has one. */
  private boolean isClosingQuote() {
    if (line[position] != '"') {
      return false;
    }
    if (position + 1 < end && line[position + 1] == '"') {
      position++;
      doubledQuotes = true;
      return false;
    }
    return true;
  }

  private boolean isDelimiter(byte b) {
    return b == delimiter || (blanks && b == '\t');
  }

  private boolean isBlank(byte b) {
    return b == ' ' || (b == '\t' && delimiter != '\t');
  }

  public boolean isEmpty() {
    return from == to;
  }

  /** This field as a value of the matrix. */
  public double value() throws BadLineException {
    return Numerals.value(line, from, to);
  }

  /** This field as the weight of a cell. */
  public double weight() throws BadLineException {
    return Numerals.weight(line, from, to);
  }

  /** Whether this field says in one of the usual ways that a value is unknown. */
  public boolean isUnknown() {
    return Numerals.isUnknown(line, from, to);
  }

  /** This field as an integer without sign; -1 if it is none. */
  public long natural() {
    return Numerals.natural(line, from, to);
  }

  /** This field as a long id. */
  public long longId() throws BadLineException {
    return Numerals.longId(line, from, to);
  }

  public boolean isCanonicalLong() {
    return Numerals.isCanonicalLong(line, from, to);
  }

  /** This field as text. */
  public String text() throws BadLineException {
    String text = LineText.decode(line, from, to);
    return doubledQuotes ? text.replace("\"\"", "\"") : text;
  }

  public String excerpt() {
    return LineText.excerpt(line, from, to);
  }

  /** All fields of a line as text. */
  public List<String> all(byte[] newLine) throws BadLineException {
    List<String> fields = new ArrayList<>();
    open(newLine);
    while (next()) {
      fields.add(text());
    }
    return fields;
  }

  /** How many fields a line has, whatever they are. */
  int count(byte[] newLine) throws BadLineException {
    int count = 0;
    open(newLine);
    while (next()) {
      count++;
    }
    return count;
  }
}
