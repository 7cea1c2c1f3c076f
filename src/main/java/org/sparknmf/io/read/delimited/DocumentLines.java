package org.sparknmf.io.read.delimited;

import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.documents.Documents;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.FieldCursor;

/**
 * Lines of delimited text that are documents.
 *
 * @param table what the lines have in common
 * @param id position of the id, or -1 to number the documents
 * @param text position of the text
 * @param ids what ids become; longs where documents are numbered
 */
record DocumentLines(TableLines table, int id, int text, IdType ids) implements TableLineFormat {

  @Override
  public StructType schema() {
    return Documents.schema(ids);
  }

  @Override
  public boolean needsOrdinals() {
    return id < 0;
  }

  @Override
  public LineReader open() {
    FieldCursor cursor = table.cursor();
    return (line, ordinal) -> document(cursor.open(line), ordinal);
  }

  private Row document(FieldCursor cursor, long ordinal) throws BadLineException {
    Object documentId = ordinal;
    String words = "";
    for (int field = 0; field < table.fields(); field++) {
      table.next(cursor, field);
      if (field == id) {
        documentId = TableLines.id(cursor, ids, "document");
      } else if (field == text) {
        words = cursor.text().toLowerCase(Locale.ROOT);
      }
    }
    table.end(cursor);
    return RowFactory.create(documentId, words);
  }
}
