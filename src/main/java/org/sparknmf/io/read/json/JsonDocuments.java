package org.sparknmf.io.read.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.documents.Documents;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.lines.BadLines;
import org.sparknmf.io.read.lines.Census;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineText;

/** Lines that are JSON objects, each a document; without an id field lines are counted. */
public final class JsonDocuments implements LineFormat {
  private static final long serialVersionUID = 1L;

  private final JsonDocumentFields fields;

  public JsonDocuments(JsonDocumentFields fields) {
    this.fields = fields;
  }

  public static Documents read(SparkSession spark, InputFiles files, InputSettings input) {
    JsonDocumentFields fields =
        JsonTriples.firstLine(
            files, input, (lines, line) -> JsonDocumentFields.of(lines, line, input));
    JsonDocuments documents = new JsonDocuments(fields);
    LineScan scan = LineScan.of(spark, files, input.badRows());
    Census census = documents.needsOrdinals() ? scan.census(documents) : Census.none();
    BadLines bad = scan.badLines(documents, census);
    return new Documents(
        scan.rows(documents, census),
        fields.ids(),
        documents.needsOrdinals() ? new Axis.Counted(census.dataLines(), 1) : new Axis.FromData(),
        files.shownRoots().get(0),
        "text from JSON lines; text: %s, id: %s"
            .formatted(fields.text(), fields.id().isEmpty() ? "none" : fields.id()),
        files.shown(),
        bad::first,
        bad.rejected());
  }

  @Override
  public StructType schema() {
    return Documents.schema(fields.ids());
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
    return fields.id().isEmpty();
  }

  @Override
  public LineReader open() {
    JsonFactory factory = JsonCells.factory();
    return (line, ordinal) -> document(factory, line, ordinal);
  }

  private Row document(JsonFactory factory, byte[] line, long ordinal) throws BadLineException {
    try (JsonParser json = factory.createParser(line)) {
      return document(json, line, ordinal);
    } catch (JsonProcessingException e) {
      throw JsonCells.notJson(line, e.getOriginalMessage());
    } catch (IOException e) {
      throw JsonCells.notJson(line, e.getMessage());
    }
  }

  private Row document(JsonParser json, byte[] line, long ordinal)
      throws IOException, BadLineException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw JsonCells.notJson(line, "it does not begin with '{'");
    }
    Object id = fields.id().isEmpty() ? (Object) ordinal : null;
    String text = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals(fields.text())) {
        text = text(json);
      } else if (name.equals(fields.id())) {
        id = JsonCells.id(json, fields.ids(), fields.lenient());
      } else {
        json.skipChildren();
      }
    }
    if (json.nextToken() != null) {
      throw JsonCells.notJson(line, "text follows the object");
    }
    JsonCells.present(text, fields.text());
    return RowFactory.create(JsonCells.present(id, fields.id()), text.toLowerCase(Locale.ROOT));
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
