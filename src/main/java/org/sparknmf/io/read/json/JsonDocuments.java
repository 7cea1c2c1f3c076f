package org.sparknmf.io.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.documents.Documents;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.lines.TextRows;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineText;

/** Lines that are JSON objects, each a document; without an id field lines are counted. */
public final class JsonDocuments extends JsonObjects {
  private static final long serialVersionUID = 1L;

  private final JsonDocumentFields fields;

  public JsonDocuments(JsonDocumentFields fields) {
    super(List.of(fields.id(), fields.text()), fields.lenient());
    this.fields = fields;
  }

  static Documents read(SparkSession spark, InputFiles files, InputSettings input) {
    JsonFirstLine first = JsonFirstLine.find(files, input);
    JsonDocumentFields fields = JsonDocumentFields.of(first, input);
    JsonDocuments documents = new JsonDocuments(fields);
    TextRows rows = LineScan.of(spark, files, input.badRows()).read(documents, 0);
    return new Documents(
        rows.rows(),
        fields.ids(),
        documents.needsOrdinals() ? new Axis.Counted(rows.counted(), 1) : new Axis.FromData(),
        files.shownRoots().get(0),
        rows.notes(
            "text from JSON lines; text: %s, id: %s%s"
                .formatted(
                    fields.text(),
                    fields.id().isEmpty() ? "none" : fields.id(),
                    first.unused(List.of(fields.text(), fields.id()))),
            files.shown()));
  }

  @Override
  public StructType schema() {
    return Documents.schema(fields.ids());
  }

  @Override
  public boolean needsOrdinals() {
    return fields.id().isEmpty();
  }

  /** The id of a document without a field of ids: the line's number. */
  @Override
  Object withoutField(long ordinal) {
    return ordinal;
  }

  @Override
  Object field(int place, JsonParser json) throws IOException, BadLineException {
    return place == 0 ? id(json, fields.ids()) : text(json).toLowerCase(Locale.ROOT);
  }

  private static String text(JsonParser json) throws IOException, BadLineException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw new BadLineException(
          "%s stands where text belongs, in field %s; text is a JSON string: put it in quotes, or"
                  .formatted(LineText.excerpt(json.getText()), LineText.excerpt(json.currentName()))
              + " name another field by --text-column");
    }
    return json.getText();
  }
}
