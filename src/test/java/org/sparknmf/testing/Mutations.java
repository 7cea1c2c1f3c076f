package org.sparknmf.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Seeded bad input: random bytes, truncations, and valid text with some damage. */
public final class Mutations {
  private static final String[] SPLINTERS = {
    "-1",
    "nan",
    "inf",
    "1e999",
    "\"",
    "\"\"",
    ",",
    "\t",
    ";",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "%",
    "%%",
    "0",
    "99999999999999999999",
    "9223372036854775807",
    "-",
    ".",
    "e",
    "é",
    "\uFEFF",
    "{",
    "}",
    "[",
    "null",
    "PAR1",
    "4294967296",
    ":"
  };

  private Mutations() {}

  /** One of them. */
  public static byte[] of(byte[] valid, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> randomBytes(random);
      case 1 -> Arrays.copyOf(valid, random.nextInt(valid.length + 1));
      default -> damaged(valid, random);
    };
  }

  private static byte[] randomBytes(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] damaged(byte[] valid, Random random) {
    byte[] text = valid;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int from = random.nextInt(text.length + 1);
      int to = Math.min(text.length, from + random.nextInt(4));
      text = spliced(text, from, to, splinter(text, random));
    }
    return text;
  }

  private static byte[] splinter(byte[] text, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new byte[] {(byte) random.nextInt(256)};
      case 1 -> Arrays.copyOfRange(text, text.length / 3, text.length / 2);
      default -> SPLINTERS[random.nextInt(SPLINTERS.length)].getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] spliced(byte[] text, int from, int to, byte[] middle) {
    byte[] result = Arrays.copyOf(text, from + middle.length + text.length - to);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(text, to, result, from + middle.length, text.length - to);
    return result;
  }
}
