package org.sparknmf.io.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.CellSchema;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.io.read.text.Numerals;

/** Lines that are JSON objects, each a cell. */
public final class JsonCells extends JsonObjects {
  private static final long serialVersionUID = 1L;

  private final JsonFields fields;

  /** Rows and columns as the frame has them: for a transposed matrix, already exchanged. */
  public JsonCells(JsonFields fields) {
    super(fields.names(), fields.lenient());
    this.fields = fields;
  }

  @Override
  public StructType schema() {
    return fields.weight().isEmpty()
        ? CellSchema.of(fields.rowIds(), fields.columnIds())
        : CellSchema.weighted(fields.rowIds(), fields.columnIds());
  }

  /** The value of a cell without a field of values: every cell counts 1. */
  @Override
  Object withoutField(long ordinal) {
    return 1.0;
  }

  @Override
  Object field(int place, JsonParser json) throws IOException, BadLineException {
    return switch (place) {
      case 0 -> id(json, fields.rowIds());
      case 1 -> id(json, fields.columnIds());
      default -> number(json, place == 2 ? "value" : "weight");
    };
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
