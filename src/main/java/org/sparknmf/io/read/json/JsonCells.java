package org.sparknmf.io.read.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.CellSchema;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.io.read.text.Numerals;

/** Lines that are JSON objects, each a cell. */
public final class JsonCells implements LineFormat {
  private static final long serialVersionUID = 1L;

  private final JsonFields fields;

  /** Rows and columns as the frame has them: for a transposed matrix, already exchanged. */
  public JsonCells(JsonFields fields) {
    this.fields = fields;
  }

  /** A factory that lets NaN and infinity pass, so that they are refused as what they are. */
  static JsonFactory factory() {
    return JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  }

  @Override
  public StructType schema() {
    return isWeighted()
        ? CellSchema.weighted(fields.rowIds(), fields.columnIds())
        : CellSchema.of(fields.rowIds(), fields.columnIds());
  }

  private boolean isWeighted() {
    return !fields.weight().isEmpty();
  }

  @Override
  public boolean isContent(byte[] line) {
    return !LineText.isBlank(line);
  }

  @Override
  public boolean isHead(byte[] firstContent) {
    return false;
  }

  @Override
  public boolean needsOrdinals() {
    return false;
  }

  @Override
  public LineReader open() {
    JsonFactory factory = factory();
    return (line, ordinal) -> cell(factory, line);
  }

  private Row cell(JsonFactory factory, byte[] line) throws BadLineException {
    try (JsonParser json = factory.createParser(line)) {
      return cell(json, line);
    } catch (JsonProcessingException e) {
      throw notJson(line, e.getOriginalMessage());
    } catch (IOException e) {
      throw notJson(line, e.getMessage());
    }
  }

  static BadLineException notJson(byte[] line, String why) {
    return new BadLineException(
        LineText.excerpt(line, 0, line.length)
            + " is no JSON object ("
            + String.valueOf(why).lines().findFirst().orElse("")
            + "); every line must be one: write one object a line");
  }

  private Row cell(JsonParser json, byte[] line) throws IOException, BadLineException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw notJson(line, "it does not begin with '{'");
    }
    Object row = null;
    Object column = null;
    Double value = fields.value().isEmpty() ? 1.0 : null;
    Double weight = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals(fields.row())) {
        row = id(json, fields.rowIds(), fields.lenient());
      } else if (name.equals(fields.column())) {
        column = id(json, fields.columnIds(), fields.lenient());
      } else if (name.equals(fields.value())) {
        value = number(json, "value");
      } else if (name.equals(fields.weight())) {
        weight = number(json, "weight");
      } else {
        json.skipChildren();
      }
    }
    if (json.nextToken() != null) {
      throw notJson(line, "text follows the object");
    }
    Object rowId = present(row, fields.row());
    Object columnId = present(column, fields.column());
    Object number = present(value, fields.value());
    return isWeighted()
        ? RowFactory.create(rowId, columnId, number, present(weight, fields.weight()))
        : RowFactory.create(rowId, columnId, number);
  }

  static Object present(Object field, String name) throws BadLineException {
    if (field == null) {
      throw new BadLineException(
          "field %s is missing; every line must have it: add it or remove the line"
              .formatted(LineText.excerpt(name)));
    }
    return field;
  }

  /** The id at the parser's place; integers may stand for strings if it is lenient. */
  static Object id(JsonParser json, IdType type, boolean lenient)
      throws IOException, BadLineException {
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
    return json.getText();
  }

  private static Object longId(JsonParser json) throws IOException, BadLineException {
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw new BadLineException(
          "id %s does not fit a long; use --id-type string"
              .formatted(LineText.excerpt(json.getText())));
    }
    return json.getLongValue();
  }

  private static Double number(JsonParser json, String what) throws IOException, BadLineException {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw new BadLineException(
          "%s stands where a number belongs, in field %s; %ss are JSON numbers: correct it"
              .formatted(
                  LineText.excerpt(json.getText()), LineText.excerpt(json.currentName()), what));
    }
    double number = json.getDoubleValue();
    if (Double.isInfinite(number) && !json.isNaN()) {
      throw new BadLineException(
          "%s %s does not fit a double (at most 1.8e308): scale the %ss down"
              .formatted(what, LineText.excerpt(json.getText()), what));
    }
    return Numerals.checked(number, what);
  }
}
