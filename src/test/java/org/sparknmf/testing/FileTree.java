package org.sparknmf.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that lies below a directory, byte by byte: equal to another if and only if nothing differs.
 *
 * @param content the bytes of each file, one character a byte, by relative path; "" for folders
 */
public record FileTree(Map<String, String> content) {

  /** What lies there now. */
  public static FileTree of(Path directory) {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        content.put(directory.relativize(path).toString(), read(path));
      }
      return new FileTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path path) throws IOException {
    return Files.isDirectory(path)
        ? ""
        : new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
  }
}
