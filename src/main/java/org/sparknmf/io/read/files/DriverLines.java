package org.sparknmf.io.read.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.sparknmf.io.read.text.LineSlab;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * Reads lines of one file on the driver, for headers and labels, and splits them as Spark does: at
 * LF, CR or CR LF, without a byte order mark.
 */
public final class DriverLines implements AutoCloseable {
  private static final int LONGEST = 1 << 28;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String file;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];

  /** What is read and not given yet: {@code position <= p < limit} of the buffer. */
  private int position;

  private int limit;
  private long number;
  private long offset;
  private long lineStart;

  /** Lines of a stream that this object closes; the file is what messages name. */
  public DriverLines(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  public String file() {
    return file;
  }

  /** The number of the line read last, from 1. */
  public long number() {
    return number;
  }

  /** The beginning of the line read last, in bytes of decompressed text. */
  public long lineStart() {
    return lineStart;
  }

  /** The first bytes, at most so many (no more than 64 KiB); only before the first line. */
  public byte[] peek(int most) {
    try {
      limit += in.readNBytes(buffer, limit, Math.max(0, most - limit));
      return Arrays.copyOf(buffer, Math.min(most, limit));
    } catch (IOException e) {
      throw ReadFailures.unreadable(file, e);
    }
  }

  /** The next line without its end, or null. */
  public byte[] next() {
    try {
      return nextLine();
    } catch (IOException e) {
      throw ReadFailures.unreadable(file, e);
    }
  }

  /** The next line with anything on it, or null. */
  public byte[] nextContent() {
    byte[] line = next();
    while (line != null && LineText.isBlank(line)) {
      line = next();
    }
    return line;
  }

  private byte[] nextLine() throws IOException {
    lineStart = offset;
    if (isAtEnd()) {
      return null;
    }
    number++;
    byte[] line = toLineEnd();
    if (!isAtEnd()) {
      boolean maybeTwo = buffer[position] == '\r';
      move(1);
      if (maybeTwo && !isAtEnd() && buffer[position] == '\n') {
        move(1);
      }
    }
    return number == 1 ? withoutMark(line) : line;
  }

  /** The rest of a line, which mostly lies in the buffer as a whole. */
  private byte[] toLineEnd() throws IOException {
    int from = position;
    moveToLineEnd();
    if (position < limit) {
      return Arrays.copyOfRange(buffer, from, position);
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.write(buffer, from, position - from);
    while (position == limit && !isAtEnd()) {
      moveToLineEnd();
      line.write(buffer, 0, position);
      if (line.size() > LONGEST) {
        throw tooLong();
      }
    }
    return line.toByteArray();
  }

  /** Moves to the end of the line, or of what the buffer has. */
  private void moveToLineEnd() {
    int end = position;
    while (end < limit && !LineSlab.isLineEnd(buffer[end])) {
      end++;
    }
    move(end - position);
  }

  private void move(int bytes) {
    position += bytes;
    offset += bytes;
  }

  /** Whether nothing is left; else the buffer has something. */
  private boolean isAtEnd() throws IOException {
    while (position == limit) {
      int count = in.read(buffer, 0, buffer.length);
      if (count < 0) {
        return true;
      }
      position = 0;
      limit = count;
    }
    return false;
  }

  private InvalidMatrixException tooLong() {
    return Places.bad(
        file, number, "a line of more than 256 MiB is no line of text; check that this is text");
  }

  private static byte[] withoutMark(byte[] line) {
    boolean marked = line.length >= MARK.length && Arrays.equals(line, 0, 3, MARK, 0, 3);
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
