package org.sparknmf.engine.savepoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.sparknmf.text.Json;

/** A savepoint as text: one line of JSON, and one with the SHA-256 of the first. */
public final class SavepointFile {
  private SavepointFile() {}

  /** The whole file. */
  public static byte[] toBytes(Versioned savepoint) {
    String json = Json.line(savepoint);
    return (json + "\n" + DigestUtils.sha256Hex(json) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a file is as some version wrote it: all of it is there, and its sum holds. */
  static boolean isWhole(byte[] bytes) {
    String[] lines = lines(bytes);
    return lines.length == 3 && DigestUtils.sha256Hex(lines[0]).equals(lines[1]);
  }

  private static String[] lines(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
  }

  /**
   * The record in a file; empty if it is not what this version wrote.
   *
   * @param type a record
   * @param version of the layout of that record
   */
  public static <T extends Versioned> Optional<T> parse(byte[] bytes, Class<T> type, int version) {
    if (!isWhole(bytes)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.readExactly(lines(bytes)[0], type))
          .filter(savepoint -> savepoint.schemaVersion() == version);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
