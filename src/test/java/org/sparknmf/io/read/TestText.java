package org.sparknmf.io.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.sparknmf.io.read.files.DriverLines;

/** Text and files for the tests of readers. */
public final class TestText {
  private TestText() {}

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static DriverLines lines(byte[] text) {
    return new DriverLines("f", new ByteArrayInputStream(text));
  }

  public static DriverLines lines(String text) {
    return lines(bytes(text));
  }

  /** Writes a file, compressed if its name ends in {@code .gz}, and gives its path. */
  public static String write(Path directory, String name, String text) {
    return write(directory, name, bytes(text));
  }

  public static String write(Path directory, String name, byte[] text) {
    Path file = directory.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      OutputStream raw = Files.newOutputStream(file);
      try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
        out.write(text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString();
  }
}
