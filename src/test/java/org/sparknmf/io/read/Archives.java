package org.sparknmf.io.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Compressed bytes, and files whose names promise something else than they hold. */
final class Archives {
  private Archives() {}

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(TestText.bytes(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Gives a file another name in its directory. */
  static String rename(String file, String name) {
    Path from = Path.of(file);
    try {
      return Files.move(from, from.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING)
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of the only data file that Spark wrote into a directory. */
  static byte[] onlyDataFile(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      Path file = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
