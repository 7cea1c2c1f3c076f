package org.sparknmf.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.sparknmf.frame.LiteralPath;
import org.sparknmf.testing.TestSpark;

/** A published result as a reader who knows only the contract finds it. */
final class PublishedResult {
  private final Path directory;

  PublishedResult(Path directory) {
    this.directory = directory;
  }

  JsonNode manifest() {
    return json(text(directory.resolve("manifest.json")));
  }

  /** The status file beside it. */
  JsonNode status() {
    return json(text(directory.resolveSibling(directory.getFileName() + ".status.json")));
  }

  List<JsonNode> history() {
    return text(directory.resolve("history.jsonl")).lines().map(PublishedResult::json).toList();
  }

  /** SHA-256 of W and of H, as the manifest has them. */
  List<String> sha256() {
    JsonNode factors = manifest().get("factors");
    return List.of(factors.at("/W/sha256").asText(), factors.at("/H/sha256").asText());
  }

  /** The rows of a table as they stand in its files, which are taken by name. */
  List<Row> table(String name) {
    List<Row> rows = new ArrayList<>();
    for (Path file : parquetFiles(directory.resolve(name))) {
      rows.addAll(TestSpark.session().read().parquet(LiteralPath.of(file)).collectAsList());
    }
    return rows;
  }

  /** SHA-256 of the numbers of a factor's rows, big-endian, in the order given. */
  static String sha256(List<Row> factor) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Row row : factor) {
        for (double number : numbers(row)) {
          digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(number).flip());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** The numbers of one row of a factor. */
  static double[] numbers(Row row) {
    return row.<Double>getList(row.fieldIndex("factors")).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static List<Path> parquetFiles(Path table) {
    try (Stream<Path> files = Files.list(table)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
