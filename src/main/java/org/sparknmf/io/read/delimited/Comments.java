package org.sparknmf.io.read.delimited;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.FieldCursor;
import org.sparknmf.io.read.text.FieldSyntax;

/**
 * Tells comments from data. A mark that was asked for makes a comment of every line that begins
 * with it. One that was recognised, because files begin with it, does so where a blank or another
 * mark follows, or where the line has not as many fields as the data: {@code #love,x,3} is a cell.
 *
 * @param mark what they begin with; empty if there are none; not modified
 * @param asked whether it was asked for
 * @param fields how many fields a line of data has
 */
@SuppressWarnings("ArrayRecordComponent") // Held, never compared.
record Comments(byte[] mark, boolean asked, int fields) implements Serializable {
  private static final List<String> MARKS = List.of("#", "%");

  /** The same comments among lines of so many fields. */
  Comments among(int otherFields) {
    return new Comments(mark, asked, otherFields);
  }

  /** The mark that the first lines of a file begin with, if it is one of comments. */
  static Optional<String> markOf(List<byte[]> lines) {
    return MARKS.stream()
        .filter(mark -> startsWith(lines.get(0), bytes(mark)))
        .filter(mark -> lines.stream().anyMatch(line -> !startsWith(line, bytes(mark))))
        .findFirst();
  }

  static byte[] bytes(String mark) {
    return mark.getBytes(StandardCharsets.UTF_8);
  }

  static boolean startsWith(byte[] line, byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= line.length || line[i] != mark[i]) {
        return false;
      }
    }
    return mark.length > 0;
  }

  /** Whether a line begins as comments do. */
  boolean mark(byte[] line) {
    return startsWith(line, mark);
  }

  /** Whether a line is a comment, the line of names aside. */
  boolean are(byte[] line, FieldSyntax syntax) {
    if (!mark(line)) {
      return false;
    }
    int next = mark.length < line.length ? line[mark.length] : ' ';
    return asked || next == ' ' || next == '\t' || next == mark[0] || !isAsWide(line, syntax);
  }

  /** A line without the mark that it begins with. */
  byte[] bare(byte[] line) {
    return mark(line) ? Arrays.copyOfRange(line, mark.length, line.length) : line;
  }

  private boolean isAsWide(byte[] line, FieldSyntax syntax) {
    try {
      return new FieldCursor(syntax).count(line) == fields;
    } catch (BadLineException e) {
      return false;
    }
  }
}
