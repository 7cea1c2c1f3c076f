package org.sparknmf.engine.factor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;

/**
 * Consecutive rows of a factor as bytes, big-endian:
 *
 * <pre>
 *   int   "NMFR"          long  first row
 *   int   format, 1       int   rows
 *   int   bytes a number  int   rank
 *   rows x rank numbers, row-major
 *   long  CRC-32C of all of the above
 * </pre>
 */
final class RowRecord {
  private static final int MAGIC = 0x4E4D4652;
  private static final int FORMAT = 1;
  private static final int WINDOW = 1024;

  private RowRecord() {}

  static void write(FactorPart part, OutputStream target) throws IOException {
    Factor rows = part.rows();
    CheckedOutputStream checked = new CheckedOutputStream(target, new CRC32C());
    DataOutputStream out = new DataOutputStream(checked);
    out.writeInt(MAGIC);
    out.writeInt(FORMAT);
    out.writeInt(rows.precision().bytes());
    out.writeLong(part.firstRow());
    out.writeInt(rows.rows());
    out.writeInt(rows.rank());
    double[] numbers = new double[Math.min(WINDOW, rows.rows()) * rows.rank()];
    for (int i = 0; i < rows.rows(); i += WINDOW) {
      int count = Math.min(WINDOW, rows.rows() - i);
      rows.read(i, count, numbers);
      out.write(bytes(numbers, count * rows.rank(), rows.precision()));
    }
    long sum = checked.getChecksum().getValue();
    out.writeLong(sum);
    out.flush();
  }

  private static byte[] bytes(double[] numbers, int count, Precision precision) {
    ByteBuffer buffer = ByteBuffer.allocate(count * precision.bytes());
    if (precision == Precision.DOUBLE) {
      buffer.asDoubleBuffer().put(numbers, 0, count);
    } else {
      for (int i = 0; i < count; i++) {
        buffer.putFloat((float) numbers[i]);
      }
    }
    return buffer.array();
  }

  /**
   * Reads the record that an index names.
   *
   * @param source stands at its beginning
   * @param name of the file, for messages
   * @throws DamagedFileException if it is another record, or not whole
   */
  static Factor read(InputStream source, SavedIndex index, SavedRows wanted, String name)
      throws IOException {
    try {
      return whole(source, index, wanted, name);
    } catch (EOFException e) {
      throw damaged(name, wanted);
    }
  }

  private static Factor whole(InputStream source, SavedIndex index, SavedRows wanted, String name)
      throws IOException {
    CheckedInputStream checked = new CheckedInputStream(source, new CRC32C());
    DataInputStream in = new DataInputStream(checked);
    boolean asExpected =
        in.readInt() == MAGIC
            && in.readInt() == FORMAT
            && in.readInt() == index.precision().bytes()
            && in.readLong() == wanted.firstRow()
            && in.readInt() == wanted.rows()
            && in.readInt() == index.rank();
    if (!asExpected) {
      throw damaged(name, wanted);
    }
    Factor factor = Factor.zeros(index.precision(), wanted.rows(), index.rank());
    double[] numbers = new double[Math.min(WINDOW, wanted.rows()) * index.rank()];
    for (int i = 0; i < wanted.rows(); i += WINDOW) {
      int count = Math.min(WINDOW, wanted.rows() - i);
      numbers(in, numbers, count * index.rank(), index.precision());
      factor.write(i, count, numbers);
    }
    long sum = checked.getChecksum().getValue();
    if (in.readLong() != sum) {
      throw damaged(name, wanted);
    }
    return factor;
  }

  private static void numbers(DataInputStream in, double[] target, int count, Precision precision)
      throws IOException {
    byte[] bytes = new byte[count * precision.bytes()];
    in.readFully(bytes);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (precision == Precision.DOUBLE) {
      buffer.asDoubleBuffer().get(target, 0, count);
    } else {
      for (int i = 0; i < count; i++) {
        target[i] = buffer.getFloat();
      }
    }
  }

  /** The complaint about a file that does not hold what it should. */
  static DamagedFileException damaged(String name, SavedRows wanted) {
    return new DamagedFileException(
        "%s is damaged: there is no whole record of rows %s to %s at byte %s"
            .formatted(name, wanted.firstRow(), wanted.endRow() - 1, wanted.offset()));
  }
}
