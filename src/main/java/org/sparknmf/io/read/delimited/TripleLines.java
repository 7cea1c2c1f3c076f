package org.sparknmf.io.read.delimited;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.CellSchema;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.FieldCursor;

/**
 * Lines of delimited text that are cells: row id, column id, perhaps a value and a weight.
 *
 * @param table what the lines have in common
 * @param columns as the frame has them: for a transposed matrix, already exchanged
 * @param rowIds strings or longs
 * @param columnIds strings or longs
 */
public record TripleLines(TableLines table, TripleColumns columns, IdType rowIds, IdType columnIds)
    implements LineFormat {

  @Override
  public StructType schema() {
    return columns.weight() < 0
        ? CellSchema.of(rowIds, columnIds)
        : CellSchema.weighted(rowIds, columnIds);
  }

  @Override
  public boolean isHead(byte[] firstContent) throws BadLineException {
    return table.isHead(firstContent);
  }

  @Override
  public LineReader open() {
    FieldCursor cursor = table.cursor();
    return (line, ordinal) -> cell(cursor.open(line));
  }

  private Row cell(FieldCursor cursor) throws BadLineException {
    Object rowId = null;
    Object columnId = null;
    double number = 1.0;
    double weighing = 1.0;
    for (int field = 0; field < table.fields(); field++) {
      table.next(cursor, field);
      if (field == columns.row()) {
        rowId = TableLines.id(cursor, rowIds, "row");
      } else if (field == columns.column()) {
        columnId = TableLines.id(cursor, columnIds, "column");
      } else if (field == columns.value()) {
        number = cursor.value();
      } else if (field == columns.weight()) {
        weighing = cursor.weight();
      }
    }
    table.end(cursor);
    return columns.weight() < 0
        ? RowFactory.create(rowId, columnId, number)
        : RowFactory.create(rowId, columnId, number, weighing);
  }
}
