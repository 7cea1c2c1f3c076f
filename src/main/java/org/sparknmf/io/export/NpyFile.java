package org.sparknmf.io.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** NumPy's format, version 1.0: little-endian doubles, row by row. */
final class NpyFile implements FactorFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** NumPy wants the data to begin at a multiple of it. */
  private static final int ALIGNMENT = 64;

  @Override
  public String extension() {
    return ".npy";
  }

  @Override
  public void write(Iterator<NamedRow> rows, FactorShape shape, OutputStream out)
      throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(out);
    buffered.write(header(shape));
    ByteBuffer bytes =
        ByteBuffer.allocate(shape.rank() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (rows.hasNext()) {
      bytes.clear();
      rows.next().factors().forEach(bytes::putDouble);
      buffered.write(bytes.array());
    }
    buffered.flush();
  }

  private static byte[] header(FactorShape shape) {
    String fields =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d), }"
            .formatted(shape.rows(), shape.rank());
    int before = MAGIC.length + Short.BYTES;
    int whole = (before + fields.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
    String padded = fields + " ".repeat(whole - before - fields.length() - 1) + "\n";
    return ByteBuffer.allocate(whole)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) padded.length())
        .put(padded.getBytes(StandardCharsets.US_ASCII))
        .array();
  }
}
