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

/** Lines of delimited text that are cells: row id, column id, perhaps a value and a weight. */
public final class TripleLines implements LineFormat {
  private static final long serialVersionUID = 1L;

  private final TableLines table;
  private final int row;
  private final int column;
  private final int value;
  private final int weight;
  private final IdType rowIds;
  private final IdType columnIds;

  /** Rows and columns as the frame has them: for a transposed matrix, already exchanged. */
  public TripleLines(TableLines table, TripleColumns columns, IdType rowIds, IdType columnIds) {
    this.table = table;
    this.row = columns.row();
    this.column = columns.column();
    this.value = columns.value();
    this.weight = columns.weight();
    this.rowIds = rowIds;
    this.columnIds = columnIds;
  }

  @Override
  public StructType schema() {
    return weight < 0 ? CellSchema.of(rowIds, columnIds) : CellSchema.weighted(rowIds, columnIds);
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
      if (field == row) {
        rowId = TableLines.id(cursor, rowIds, "row");
      } else if (field == column) {
        columnId = TableLines.id(cursor, columnIds, "column");
      } else if (field == value) {
        number = cursor.value();
      } else if (field == weight) {
        weighing = cursor.weight();
      }
    }
    table.end(cursor);
    return weight < 0
        ? RowFactory.create(rowId, columnId, number)
        : RowFactory.create(rowId, columnId, number, weighing);
  }
}
