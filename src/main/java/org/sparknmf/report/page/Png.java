package org.sparknmf.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A picture in shades of grey, as PNG (RFC 2083) within a URI: white for 0, black for the most. */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int SHADES = 255;

  private Png() {}

  /**
   * The picture.
   *
   * @param pixels row after row; null is white
   * @param most what is black
   */
  static String uri(List<Double> pixels, int height, int width, double most) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    byte[] head =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 0, 0, 0, 0})
            .array();
    chunk(png, "IHDR", head);
    chunk(png, "IDAT", deflated(lines(pixels, height, width, most)));
    chunk(png, "IEND", new byte[0]);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }

  /** Each line begins with its filter, none. */
  private static byte[] lines(List<Double> pixels, int height, int width, double most) {
    byte[] lines = new byte[height * (width + 1)];
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        Double pixel = pixels.get(i * width + j);
        double part = pixel == null || most <= 0 ? 0 : Math.min(1, Math.max(0, pixel / most));
        lines[i * (width + 1) + 1 + j] = (byte) (SHADES - Math.round(SHADES * part));
      }
    }
    return lines;
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(deflated, deflater)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return deflated.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
