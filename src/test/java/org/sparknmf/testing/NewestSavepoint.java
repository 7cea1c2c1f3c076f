package org.sparknmf.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The newest savepoint of a directory, by its number: files of one moment have one date. */
public final class NewestSavepoint {
  private NewestSavepoint() {}

  /** A file of factors that this savepoint names and none before it. */
  public static Path rows(Path directory) throws IOException {
    List<Path> savepoints = files(directory, ".json");
    int last = savepoints.size() - 1;
    String newest = Files.readString(savepoints.get(last));
    StringBuilder earlier = new StringBuilder();
    for (Path savepoint : savepoints.subList(0, last)) {
      earlier.append(Files.readString(savepoint));
    }
    return files(directory, ".rows").stream()
        .filter(file -> newest.contains(file.getFileName().toString()))
        .filter(file -> earlier.indexOf(file.getFileName().toString()) < 0)
        .findFirst()
        .orElseThrow();
  }

  /** The file of the savepoint itself. */
  public static Path file(Path directory) throws IOException {
    List<Path> savepoints = files(directory, ".json");
    return savepoints.get(savepoints.size() - 1);
  }

  private static List<Path> files(Path directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
