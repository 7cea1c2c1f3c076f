package io.github.sparknmf.io.read;

import io.github.sparknmf.solver.InvalidMatrixException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads lines of one file on the driver, for headers and labels, and splits them as Spark does: at
 * LF, CR or CR LF, without a byte order mark.
 */
final class DriverLines implements AutoCloseable {
  private static final int LONGEST = 1 << 28;
  private static final int MARK = 0xEF;

  private final String file;
  private final BufferedInputStream in;
  private long number;
  private long offset;
  private long lineStart;

  /** Lines of a stream that this object closes; the file is what messages name. */
  DriverLines(String file, InputStream in) {
    this.file = file;
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  String file() {
    return file;
  }

  /** The number of the line read last, from 1. */
  long number() {
    return number;
  }

  /** Where the line read last begins: bytes of decompressed text. */
  long lineStart() {
    return lineStart;
  }

  /** The first bytes, at most so many, without moving on; only before the first line. */
  byte[] peek(int most) {
    try {
      in.mark(most);
      byte[] bytes = in.readNBytes(most);
      in.reset();
      return bytes;
    } catch (IOException e) {
      throw ReadFailures.unreadable(file, e);
    }
  }

  /** The next line without its end, or null. */
  byte[] next() {
    try {
      return nextLine();
    } catch (IOException e) {
      throw ReadFailures.unreadable(file, e);
    }
  }

  /** The next line with anything on it, or null. */
  byte[] nextContent() {
    byte[] line = next();
    while (line != null && LineText.isBlank(line)) {
      line = next();
    }
    return line;
  }

  private byte[] nextLine() throws IOException {
    lineStart = offset;
    int symbol = read();
    if (symbol < 0) {
      return null;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (symbol >= 0 && symbol != '\n' && symbol != '\r') {
      line.write(symbol);
      if (line.size() > LONGEST) {
        throw tooLong();
      }
      symbol = read();
    }
    if (symbol == '\r') {
      skipLineFeed();
    }
    return number == 1 ? withoutMark(line.toByteArray()) : line.toByteArray();
  }

  private InvalidMatrixException tooLong() {
    return Places.bad(
        file, number, "a line of more than 256 MiB is no line of text; check that this is text");
  }

  private int read() throws IOException {
    offset++;
    return in.read();
  }

  private void skipLineFeed() throws IOException {
    in.mark(1);
    if (in.read() == '\n') {
      offset++;
    } else {
      in.reset();
    }
  }

  private static byte[] withoutMark(byte[] line) {
    boolean marked =
        line.length >= 3
            && (line[0] & 0xFF) == MARK
            && (line[1] & 0xFF) == 0xBB
            && (line[2] & 0xFF) == 0xBF;
    return marked ? Arrays.copyOfRange(line, 3, line.length) : line;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw ReadFailures.unreadable(file, e);
    }
  }
}
