package io.github.sparknmf.frame;

import io.github.sparknmf.engine.JobLabel;
import io.github.sparknmf.engine.SegmentFactor;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

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

  /** The digest of a factor on the driver, in hexadecimal. */
  public static String of(double[] factor) {
    FactorDigest digest = new FactorDigest();
    digest.update(factor);
    return digest.hex();
  }

  /** The digest of W, which passes through the driver one partition at a time. */
  public static String of(JavaRDD<SegmentFactor> w) {
    FactorDigest digest = new FactorDigest();
    return JobLabel.during(
        JavaSparkContext.fromSparkContext(w.context()),
        "SHA-256 of W",
        () -> {
          Iterator<SegmentFactor> segments = w.toLocalIterator();
          while (segments.hasNext()) {
            digest.update(segments.next().w());
          }
          return digest.hex();
        });
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
