package org.sparknmf.io.read.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.LineSlab;

/** Cuts a stream at line ends, and takes the lines that begin in a part of it. */
public final class SlabCutter implements SlabSource {
  private static final int SIZE = 1 << 18;
  private static final int LONGEST = 1 << 28;

  private final String file;
  private final InputStream in;
  private final long end;

  /** Bytes read that are in no slab yet, and where in the file they begin. */
  private byte[] rest = {};

  private long offset;
  private boolean isInLine;
  private boolean isFinished;

  /**
   * The lines whose first byte lies at {@code start <= offset < end}.
   *
   * @param file what messages name
   * @param in a stream that this object closes, at offset {@code start}, or {@code start - 1} where
   *     the start is not 0: a line may begin at the start
   */
  public SlabCutter(String file, InputStream in, long start, long end) {
    this.file = file;
    this.in = in;
    this.end = end;
    this.isInLine = start > 0;
    this.offset = Math.max(0, start - 1);
  }

  @Override
  public LineSlab next() throws IOException {
    while (!isFinished) {
      LineSlab slab = read();
      if (slab != null) {
        return slab;
      }
    }
    return null;
  }

  /** What another read brings; null if it has no whole line, or none that is wanted. */
  private LineSlab read() throws IOException {
    // One byte of room for the end that a last line may lack.
    byte[] bytes = Arrays.copyOf(rest, Math.max(SIZE, 2 * rest.length + 1));
    int filled = rest.length + in.readNBytes(bytes, rest.length, bytes.length - 1 - rest.length);
    boolean isLast = filled < bytes.length - 1;
    if (isLast && filled > 0 && !LineSlab.isLineEnd(bytes[filled - 1])) {
      bytes[filled++] = '\n';
    }
    int from = isInLine ? firstLine(bytes, filled) : 0;
    int to = lastLine(bytes, filled);
    isFinished |= isLast;
    isInLine &= from == 0;
    LineSlab slab = from < to ? new LineSlab(bytes, from, to, offset + from) : null;
    keep(bytes, isInLine ? filled : Math.max(from, to), filled);
    return slab;
  }

  /** The place behind the first line end; 0 if there is none. */
  private static int firstLine(byte[] bytes, int filled) {
    for (int p = 0; p < filled; p++) {
      if (LineSlab.isLineEnd(bytes[p])) {
        return p + 1;
      }
    }
    return 0;
  }

  /**
   * The place behind the last line end, or behind that of the last line that begins before the end.
   */
  private int lastLine(byte[] bytes, int filled) {
    if (end - 1 < offset + filled) {
      for (int p = (int) Math.max(0, end - 1 - offset); p < filled; p++) {
        if (LineSlab.isLineEnd(bytes[p])) {
          isFinished = true;
          return p + 1;
        }
      }
    }
    int to = filled;
    while (to > 0 && !LineSlab.isLineEnd(bytes[to - 1])) {
      to--;
    }
    return to;
  }

  private void keep(byte[] bytes, int from, int filled) {
    if (filled - from > LONGEST) {
      throw Places.bad(
          file, "a line of more than 256 MiB is no line of text; check that this is text");
    }
    rest = Arrays.copyOfRange(bytes, from, filled);
    offset += from;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
