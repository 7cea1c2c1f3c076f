package org.sparknmf.io.read.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Walks over the fields of a line in place. Blanks around a field do not belong to it, unless it is
 * an id; a field in double quotes may contain delimiters, and a quote written twice.
 */
public final class FieldCursor {
  private final byte[] delimiter;
  private final boolean blanks;
  private final boolean tabs;
  private final boolean quotes;
  private final boolean spaced;
  private final boolean commas;
  private byte[] line = {};
  private int end;
  private int position;
  private boolean finished = true;
  private int from;
  private int to;
  private int rawFrom;
  private int rawTo;
  private boolean first;
  private boolean quoted;
  private boolean doubledQuotes;

  /** Fields that are written so. */
  public FieldCursor(FieldSyntax syntax) {
    this.delimiter = syntax.delimiter().getBytes(StandardCharsets.UTF_8);
    this.blanks = delimiter[0] == ' ' && delimiter.length == 1;
    this.tabs = delimiter[0] == '\t';
    this.quotes = syntax.quotes();
    this.spaced = syntax.spaced();
    this.commas = syntax.decimalCommas();
  }

  /** Fields between runs of blanks; quotes mean nothing. */
  public static FieldCursor plain() {
    return new FieldCursor(new FieldSyntax(" ", false, false, false));
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
    rawTo = -1;
    return this;
  }

  /** Moves to the next field, if there is one. */
  public boolean next() throws BadLineException {
    if (finished) {
      return false;
    }
    first = rawTo < 0;
    rawFrom = position;
    while (position < end && isBlank(line[position])) {
      position++;
    }
    if (blanks && position == end) {
      finished = true;
      return false;
    }
    doubledQuotes = false;
    quoted = quotes && position < end && line[position] == '"';
    if (quoted) {
      quotedField();
    } else {
      bareField();
    }
    rawTo = position;
    finished = position == end;
    position += delimiter.length;
    return true;
  }

  private void bareField() {
    from = position;
    while (position < end && !isDelimiter()) {
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
          "the quote before %s is not closed on its line, where every field ends; join the lines of the field, write a quote inside it twice, or say --quote none if quotes are part of the fields"
              .formatted(LineText.excerpt(line, from, position)));
    }
    to = position++;
    while (position < end && isBlank(line[position]) && !isDelimiter()) {
      position++;
    }
    if (position < end && !isDelimiter()) {
      throw new BadLineException(
          "%s follows a closing quote; a field is quoted as a whole or not at all: correct it, or say --quote none if quotes are part of the fields"
              .formatted(LineText.excerpt(line, position, end)));
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

  /** Whether a delimiter begins at this position. */
  private boolean isDelimiter() {
    byte b = line[position];
    if (b == delimiter[0]) {
      return delimiter.length == 1 || isWholeDelimiter();
    }
    return blanks && b == '\t';
  }

  private boolean isWholeDelimiter() {
    int length = delimiter.length;
    return position + length <= end
        && Arrays.equals(line, position, position + length, delimiter, 0, length);
  }

  private boolean isBlank(byte b) {
    return b == ' ' || (b == '\t' && !tabs);
  }

  public boolean isEmpty() {
    return from == to;
  }

  /** This field as a value of the matrix. */
  public double value() throws BadLineException {
    if (commas) {
      return Numerals.value(withPoint(), 0, to - from);
    }
    try {
      return pointValue();
    } catch (BadLineException refusal) {
      throw withComma().orElse(refusal);
    }
  }

  /** This field as the weight of a cell. */
  public double weight() throws BadLineException {
    return commas ? Numerals.weight(withPoint(), 0, to - from) : Numerals.weight(line, from, to);
  }

  /** This field as a value of the matrix, in a format whose numbers always have points. */
  public double pointValue() throws BadLineException {
    return Numerals.value(line, from, to);
  }

  /** The refusal of what is a number but for a comma; empty if this field is something else. */
  private Optional<BadLineException> withComma() {
    String field = new String(line, from, to - from, StandardCharsets.UTF_8);
    return field.indexOf(',') >= 0 && Numerals.isNumber(field.replace(',', '.'))
        ? Optional.of(
            new BadLineException(
                "%s has a comma where a number has a point; if decimals follow it, say --decimal comma"
                    .formatted(excerpt())))
        : Optional.empty();
  }

  /** This field with a point for its comma; a point of its own would mean something else. */
  private byte[] withPoint() throws BadLineException {
    byte[] number = Arrays.copyOfRange(line, from, to);
    for (int i = 0; i < number.length; i++) {
      if (number[i] == '.') {
        throw new BadLineException(
            "%s has a point, but --decimal comma is asked for; write thousands without a separator, or leave the option out"
                .formatted(excerpt()));
      }
      number[i] = number[i] == ',' ? (byte) '.' : number[i];
    }
    return number;
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

  /**
   * This field as an id, with the blanks around it unless fields are separated by blanks, or it is
   * quoted: two ids must not become one.
   */
  public String id() throws BadLineException {
    if (quoted || blanks) {
      return text();
    }
    if (!spaced || first) {
      return LineText.decode(line, rawFrom, rawTo);
    }
    if (!followsBlank()) {
      throw new BadLineException(
          "no blank stands before %s, but one does before those of the first lines; an id with and one without it are two: write all lines alike, or name the delimiter by --delimiter and blanks are part of ids"
              .formatted(excerpt()));
    }
    return LineText.decode(line, rawFrom + 1, rawTo);
  }

  /** Whether a blank stands between the delimiter and this field. */
  private boolean followsBlank() {
    return rawFrom < rawTo && line[rawFrom] == ' ';
  }

  /** Whether there are several fields, and a blank before each but the first and empty ones. */
  public boolean isSpaced(byte[] newLine) throws BadLineException {
    open(newLine);
    boolean several = false;
    while (next()) {
      if (!first && !isEmpty() && !followsBlank()) {
        return false;
      }
      several |= !first;
    }
    return several;
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
  public int count(byte[] newLine) throws BadLineException {
    int count = 0;
    open(newLine);
    while (next()) {
      count++;
    }
    return count;
  }
}
