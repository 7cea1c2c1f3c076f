package org.sparknmf.frame.factor;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.sparknmf.engine.factor.FittedFactor;

/** SHA-256 of a factor's numbers: big-endian doubles, row by row in order of ids. */
public final class FactorDigest {
  private static final int BUFFER_DOUBLES = 1 << 13;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_DOUBLES * Double.BYTES);

  private FactorDigest() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The digest of a factor; one of the cluster passes through the driver, a partition at a time.
   *
   * @param name what the Spark UI calls it
   */
  public static String of(FittedFactor factor, String name) {
    FactorDigest digest = new FactorDigest();
    factor.inOrder("SHA-256 of " + name, part -> digest.update(part.rows().toArray()));
    return digest.hex();
  }

  private void update(double[] numbers) {
    for (double number : numbers) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      buffer.putDouble(number);
    }
  }

  private void flush() {
    digest.update(buffer.flip());
    buffer.clear();
  }

  private String hex() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }
}
