package org.sparknmf.io.read.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Lines as bytes of UTF-8, and parts of them as text. */
public final class LineText {
  private static final int LONGEST_EXCERPT = 40;

  private LineText() {}

  /** Whether there is nothing but blanks and control characters. */
  public static boolean isBlank(byte[] line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line[i] > ' ' || line[i] < 0) {
        return false;
      }
    }
    return true;
  }

  public static boolean isBlank(byte[] line) {
    return isBlank(line, 0, line.length);
  }

  /** The text of some bytes, which must be UTF-8. */
  public static String decode(byte[] line, int from, int to) throws BadLineException {
    for (int i = from; i < to; i++) {
      if (line[i] < 0) {
        return decodeWide(line, from, to);
      }
    }
    return new String(line, from, to - from, StandardCharsets.US_ASCII);
  }

  private static String decodeWide(byte[] line, int from, int to) throws BadLineException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadLineException(
          excerpt(line, from, to) + " is no UTF-8; text must be UTF-8: convert the file");
    }
  }

  /** Some bytes in quotes for a message: one line, and not a long one. */
  public static String excerpt(byte[] line, int from, int to) {
    return excerpt(
        new String(
            line, from, Math.min(to - from, 4 * LONGEST_EXCERPT + 4), StandardCharsets.UTF_8));
  }

  /** A text in quotes for a message: one line, and not a long one. */
  public static String excerpt(String text) {
    StringBuilder out = new StringBuilder("'");
    int length = Math.min(text.length(), LONGEST_EXCERPT);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) ? '?' : c);
    }
    return out.append(text.length() > LONGEST_EXCERPT ? "..." : "").append('\'').toString();
  }
}
