package org.sparknmf.io.read.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineText;

/** Lines that are JSON objects, some fields of which make up a row. */
abstract class JsonObjects implements LineFormat {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> names;
  private final boolean lenient;

  /**
   * Objects of some fields.
   *
   * @param names a field for each place of the row; empty where the row has something else there
   * @param lenient whether integers may stand for string ids
   */
  JsonObjects(List<String> names, boolean lenient) {
    this.names = new ArrayList<>(names);
    this.lenient = lenient;
  }

  /** A factory that lets NaN and infinity pass, so that they are refused as what they are. */
  static JsonFactory factory() {
    return JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  }

  /** What stands in a row in place of a field; asked only where there is none. */
  abstract Object withoutField(long ordinal);

  /** What the field is to be in the row, at whose contents the parser stands. */
  abstract Object field(int place, JsonParser json) throws IOException, BadLineException;

  @Override
  public final LineReader open() {
    JsonFactory factory = factory();
    return (line, ordinal) -> row(factory, line, ordinal);
  }

  private Row row(JsonFactory factory, byte[] line, long ordinal) throws BadLineException {
    try (JsonParser json = factory.createParser(line)) {
      return row(json, line, ordinal);
    } catch (JsonProcessingException e) {
      throw notJson(line, e.getOriginalMessage());
    } catch (IOException e) {
      throw notJson(line, e.getMessage());
    }
  }

  private Row row(JsonParser json, byte[] line, long ordinal) throws IOException, BadLineException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw notJson(line, "it does not begin with '{'");
    }
    Object[] row = new Object[names.size()];
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      int place = name.isEmpty() ? -1 : names.indexOf(name);
      json.nextToken();
      if (place < 0) {
        json.skipChildren();
      } else {
        row[place] = field(place, json);
      }
    }
    if (json.nextToken() != null) {
      throw notJson(line, "text follows the object");
    }
    for (int place = 0; place < row.length; place++) {
      String name = names.get(place);
      if (name.isEmpty()) {
        row[place] = withoutField(ordinal);
      } else if (row[place] == null) {
        throw new BadLineException(
            "field %s is missing; every line must have it: add it or remove the line"
                .formatted(LineText.excerpt(name)));
      }
    }
    return RowFactory.create(row);
  }

  static BadLineException notJson(byte[] line, String why) {
    return new BadLineException(
        LineText.excerpt(line, 0, line.length)
            + " is no JSON object ("
            + String.valueOf(why).lines().findFirst().orElse("")
            + "); every line must be one: write one object a line, as jq -c does");
  }

  /** The id at the parser's place. */
  final Object id(JsonParser json, IdType type) throws IOException, BadLineException {
    JsonToken token = json.currentToken();
    boolean integer = token == JsonToken.VALUE_NUMBER_INT;
    if (integer && type == IdType.LONG) {
      return longId(json);
    }
    boolean text = token == JsonToken.VALUE_STRING || (integer && lenient);
    if (!text || type == IdType.LONG || json.getText().isEmpty()) {
      throw new BadLineException(
          "id %s in field %s; ids must be all strings or all integers, as on the first line, and not"
                  .formatted(LineText.excerpt(json.getText()), LineText.excerpt(json.currentName()))
              + " empty: correct it, or use --id-type string");
    }
    return wholeCharacters(json);
  }

  /** Half a character would become a question mark, and two ids one. */
  private static String wholeCharacters(JsonParser json) throws IOException, BadLineException {
    String id = json.getText();
    for (int i = 0; i < id.length(); i++) {
      boolean pair =
          i + 1 < id.length() && Character.isSurrogatePair(id.charAt(i), id.charAt(i + 1));
      if (Character.isSurrogate(id.charAt(i)) && !pair) {
        throw new BadLineException(
            "id %s in field %s has half of a character (\\u%04x); ids must be whole ones: correct it"
                .formatted(
                    LineText.excerpt(id),
                    LineText.excerpt(json.currentName()),
                    (int) id.charAt(i)));
      }
      i += pair ? 1 : 0;
    }
    return id;
  }

  private static Object longId(JsonParser json) throws IOException, BadLineException {
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw new BadLineException(
          "id %s does not fit a long; use --id-type string"
              .formatted(LineText.excerpt(json.getText())));
    }
    return json.getLongValue();
  }
}
