package org.sparknmf.io.read.text;

/**
 * Lines of a file in one piece, every one with its end. A CR ends a line as an LF does: between CR
 * and LF lies an empty line, which says nothing.
 */
public final class LineSlab {
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final long offset;

  /**
   * Lines {@code from <= p < to} of an array, which is not to be modified any more.
   *
   * @param offset of the first of these bytes in the decompressed file
   */
  public LineSlab(byte[] bytes, int from, int to, long offset) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.offset = offset;
  }

  /** Holds the lines; not to be modified. */
  public byte[] bytes() {
    return bytes;
  }

  /** The place of the first line that begins behind the beginning of another one of the file. */
  public int after(long lineStart) {
    int at = from;
    while (at < to && offset + (at - from) <= lineStart) {
      at = lineEnd(at) + 1;
    }
    return at;
  }

  /** The end of a line: the place of its CR or LF. */
  public int lineEnd(int start) {
    int at = start;
    while (!isLineEnd(bytes[at])) {
      at++;
    }
    return at;
  }

  /** The place behind the last line. */
  public int to() {
    return to;
  }

  public static boolean isLineEnd(byte symbol) {
    return symbol == '\n' || symbol == '\r';
  }
}
