package org.sparknmf.io.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.NotUsed;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.table.TableReader;

/**
 * The fields of the first JSON object of some files, which tells what the others have.
 *
 * @param file where it is
 * @param fields their names, and the types that their contents have there
 */
public record JsonFirstLine(String file, StructType fields) {

  /**
   * The first line of some files; where bad ones are left out, the first that is an object. Without
   * one the input is refused.
   */
  static JsonFirstLine find(InputFiles files, InputSettings input) {
    return find(files, input.badRows())
        .or(() -> find(files, BadRows.FAIL))
        .orElseThrow(files::empty);
  }

  private static Optional<JsonFirstLine> find(InputFiles files, BadRows badRows) {
    for (Path file : files.files()) {
      try (DriverLines lines = files.lines(file)) {
        byte[] line = lines.nextContent();
        while (line != null && badRows == BadRows.SKIP && !isObject(line)) {
          line = lines.nextContent();
        }
        if (line != null) {
          return Optional.of(of(lines, line));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isObject(byte[] line) {
    try {
      return !types(line).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** The fields of a line that was just read. */
  public static JsonFirstLine of(DriverLines lines, byte[] line) {
    try {
      StructType fields = new StructType();
      for (Map.Entry<String, DataType> field : types(line).entrySet()) {
        fields = fields.add(field.getKey(), field.getValue());
      }
      return new JsonFirstLine(lines.file(), fields);
    } catch (IOException e) {
      String reason = JsonObjects.notJson(line, e.getMessage()).getMessage();
      throw Places.bad(lines.file(), lines.number(), reason);
    }
  }

  private static Map<String, DataType> types(byte[] line) throws IOException {
    Map<String, DataType> types = new LinkedHashMap<>();
    try (JsonParser json = JsonObjects.factory().createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        types.put(name, type(json));
      }
      return types;
    }
  }

  /** The type of what the parser stands at, whose end it moves to. */
  private static DataType type(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NUMBER_INT -> DataTypes.LongType;
      case VALUE_NUMBER_FLOAT -> DataTypes.DoubleType;
      case VALUE_STRING -> DataTypes.StringType;
      case VALUE_TRUE, VALUE_FALSE -> DataTypes.BooleanType;
      case START_ARRAY -> arrayType(json);
      default -> {
        json.skipChildren();
        yield DataTypes.NullType;
      }
    };
  }

  /** An array with one fraction is one of fractions. */
  private static DataType arrayType(JsonParser json) throws IOException {
    DataType elements = DataTypes.NullType;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      DataType element = type(json);
      boolean keeps = elements.equals(DataTypes.DoubleType) && element.equals(DataTypes.LongType);
      elements = keeps ? elements : element;
    }
    return DataTypes.createArrayType(elements);
  }

  /** The fields of cells; empty if each object is a row of the matrix. */
  public Optional<TripleColumns> cells(InputSettings input) {
    return TableReader.cells(file, fields, input);
  }

  List<String> names() {
    return List.of(fields.fieldNames());
  }

  boolean isText(int position) {
    return fields.fields()[position].dataType().equals(DataTypes.StringType);
  }

  /** The type of the ids in a field, if none was asked for. */
  IdType idType(IdType asked, String name) {
    if (asked != IdType.AUTO) {
      return asked;
    }
    boolean integer = fields.apply(name).dataType().equals(DataTypes.LongType);
    return integer ? IdType.LONG : IdType.STRING;
  }

  /** Says which of the fields are none of those that are used. */
  String unused(List<String> used) {
    List<String> others = new ArrayList<>(names());
    others.removeAll(used);
    return NotUsed.words(others);
  }
}
