package org.sparknmf.io.read.delimited;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.util.Arrays;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.FieldCursor;
import org.sparknmf.io.read.text.FieldSyntax;
import org.sparknmf.io.read.text.LineText;

/**
 * What all lines of a delimited text have in common.
 *
 * @param syntax how fields are written
 * @param comments which lines are comments
 * @param skipped how many lines at the beginning of each file are left out
 * @param fields number of fields on every line of data
 * @param head the line of names, which may stand at the beginning of any file; empty if there is
 *     none; not modified
 * @param idName name of the (row) id column in the line of names; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Held, never compared.
record TableLines(
    FieldSyntax syntax, Comments comments, int skipped, int fields, byte[] head, String idName)
    implements Serializable {
  /** Whether a line is neither blank nor a comment; the line of names is none. */
  boolean isContent(byte[] line) {
    return !LineText.isBlank(line)
        && (!comments.are(line, syntax) || (head.length > 0 && Arrays.equals(line, head)));
  }

  boolean isHead(byte[] line) throws BadLineException {
    if (head.length == 0) {
      return false;
    }
    if (Arrays.equals(line, head)) {
      return true;
    }
    if (!idName.isEmpty() && cursor().all(line).contains(idName)) {
      throw new BadLineException(
          "%s looks like a line of names, but differs from that of the first file; all files must"
                  .formatted(LineText.excerpt(line, 0, line.length))
              + " have the same columns in the same order: read them one by one");
    }
    return false;
  }

  /** Whether a line has several fields, if only empty ones. */
  boolean separatesFields(byte[] line) {
    String delimiter = syntax.delimiter();
    return !delimiter.equals(" ") && new String(line, UTF_8).contains(delimiter);
  }

  FieldCursor cursor() {
    return new FieldCursor(syntax);
  }

  /** Moves to the next field of a line, which must exist. */
  void next(FieldCursor cursor, int field) throws BadLineException {
    if (!cursor.next()) {
      throw new BadLineException(
          "%d fields; the first line has %d, and every line must have as many: correct it, or check"
                  .formatted(field, fields)
              + " --delimiter");
    }
  }

  /** Makes sure that a line ends after its last field. */
  void end(FieldCursor cursor) throws BadLineException {
    if (cursor.next()) {
      throw new BadLineException(
          "more than %d fields, from %s on; every line must have as many as the first: correct it,"
                  .formatted(fields, cursor.excerpt())
              + " or put fields that contain the delimiter in quotes");
    }
  }

  /** The id in a field: a string, or a long. */
  static Object id(FieldCursor cursor, IdType type, String what) throws BadLineException {
    if (cursor.isEmpty()) {
      throw new BadLineException(
          "the %s id is empty; every cell needs one: fill it in or remove the line"
              .formatted(what));
    }
    return type == IdType.LONG ? (Object) cursor.longId() : cursor.id();
  }
}
