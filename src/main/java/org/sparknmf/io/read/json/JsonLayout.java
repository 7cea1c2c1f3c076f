package org.sparknmf.io.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.sparknmf.io.read.asked.ColumnRole;
import org.sparknmf.io.read.asked.ColumnRoles;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;

/** Tells by the first line of JSON whether objects are documents or cells. */
final class JsonLayout {
  /** A text has more words than an id. */
  private static final int WORDS_OF_A_TEXT = 3;

  private JsonLayout() {}

  static boolean isDocuments(InputFiles files, InputSettings input) {
    if (!input.format().equals(InputFormat.AUTO)) {
      return input.format().equals(InputFormat.TEXT);
    }
    if (input.columns().anyOfTriples() || input.columns().text().isPresent()) {
      return !input.columns().anyOfTriples();
    }
    return isDocuments(strings(files));
  }

  /** Whether one field has a text and no two others are named as rows and columns are. */
  static boolean isDocuments(Map<String, String> strings) {
    ColumnRoles roles = ColumnRoles.of(new ArrayList<>(strings.keySet()));
    boolean cells =
        !roles.positions(ColumnRole.ROW).isEmpty() && !roles.positions(ColumnRole.COLUMN).isEmpty();
    List<String> texts =
        strings.entrySet().stream()
            .filter(field -> field.getValue().strip().split("\\s+", -1).length >= WORDS_OF_A_TEXT)
            .map(Map.Entry::getKey)
            .toList();
    return !cells
        && (texts.size() == 1 || texts.stream().anyMatch(name -> name.equalsIgnoreCase("text")));
  }

  /** The fields of the first line, as text; empty for what is no string, or no object. */
  private static Map<String, String> strings(InputFiles files) {
    for (Path file : files.files()) {
      try (DriverLines lines = files.lines(file)) {
        byte[] line = lines.nextContent();
        if (line != null) {
          return strings(line);
        }
      }
    }
    return Map.of();
  }

  static Map<String, String> strings(byte[] line) {
    Map<String, String> strings = new LinkedHashMap<>();
    try (JsonParser json = JsonObjects.factory().createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        boolean text = json.nextToken() == JsonToken.VALUE_STRING;
        strings.put(name, text ? json.getText() : "");
        json.skipChildren();
      }
    } catch (IOException e) {
      // Whoever reads the line says what is wrong with it.
      return Map.of();
    }
    return strings;
  }
}
