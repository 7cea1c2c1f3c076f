package org.sparknmf.io.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.IdTypes;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.lines.TextRows;

/** Reads cells from JSON lines; the first line tells which fields there are and what ids are. */
public final class JsonTriples {
  private JsonTriples() {}

  public static MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    input.labels().refuseForTriples();
    JsonFields stored = fields(files, input);
    JsonCells cells = new JsonCells(input.transposed() ? stored.transposed() : stored);
    LineScan scan = LineScan.of(spark, files, input.badRows());
    TextRows rows = scan.read(cells, 0);
    return rows.notes(describe(stored), files.shown()).triples(rows.rows());
  }

  private static String describe(JsonFields fields) {
    return "triples from JSON lines; "
        + TripleColumns.describe(fields.row(), fields.column(), fields.value(), fields.weight());
  }

  private static JsonFields fields(InputFiles files, InputSettings input) {
    return firstLine(files, input, (lines, line) -> fields(lines, line, input));
  }

  /**
   * What the first line of some files tells; where bad ones are left out, the first that is an
   * object. Without one the input is refused.
   */
  static <T> T firstLine(
      InputFiles files, InputSettings input, BiFunction<DriverLines, byte[], T> reading) {
    for (Path file : files.files()) {
      try (DriverLines lines = files.lines(file)) {
        byte[] line = lines.nextContent();
        while (line != null && input.badRows() == BadRows.SKIP && !isObject(line)) {
          line = lines.nextContent();
        }
        if (line != null) {
          return reading.apply(lines, line);
        }
      }
    }
    if (input.badRows() == BadRows.SKIP) {
      return firstLine(files, input.withBadRows(BadRows.FAIL), reading);
    }
    throw files.empty();
  }

  /** The fields that the first line has. */
  public static JsonFields fields(DriverLines lines, byte[] line, InputSettings input) {
    Map<String, JsonToken> tokens = tokens(lines, line);
    List<String> names = new ArrayList<>(tokens.keySet());
    TripleColumns columns = TripleColumns.find(input.columns(), names, lines.file());
    String row = names.get(columns.row());
    String column = names.get(columns.column());
    IdTypes asked = input.text().ids();
    return new JsonFields(
        row,
        column,
        columns.value() < 0 ? "" : names.get(columns.value()),
        columns.weight() < 0 ? "" : names.get(columns.weight()),
        type(asked.rows(), tokens.get(row)),
        type(asked.columns(), tokens.get(column)),
        asked.rows() == IdType.STRING || asked.columns() == IdType.STRING);
  }

  static IdType type(IdType asked, JsonToken token) {
    if (asked != IdType.AUTO) {
      return asked;
    }
    return token == JsonToken.VALUE_NUMBER_INT ? IdType.LONG : IdType.STRING;
  }

  private static boolean isObject(byte[] line) {
    try {
      return !tokens(line).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** The names of a line's fields, and what stands in each. */
  static Map<String, JsonToken> tokens(DriverLines lines, byte[] line) {
    try {
      return tokens(line);
    } catch (IOException e) {
      String reason = JsonObjects.notJson(line, e.getMessage()).getMessage();
      throw Places.bad(lines.file(), lines.number(), reason);
    }
  }

  private static Map<String, JsonToken> tokens(byte[] line) throws IOException {
    Map<String, JsonToken> tokens = new LinkedHashMap<>();
    try (JsonParser json = JsonObjects.factory().createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        tokens.put(name, json.nextToken());
        json.skipChildren();
      }
      return tokens;
    }
  }
}
