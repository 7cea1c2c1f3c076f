package org.sparknmf.io.read.delimited;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.CellSchema;
import org.sparknmf.io.read.asked.IdTypes;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.FieldCursor;
import org.sparknmf.linalg.EmptyCells;

/**
 * Lines of delimited text that are cells: row id, column id, perhaps a value and a weight.
 *
 * @param table what the lines have in common
 * @param columns as the frame has them: for a transposed matrix, already exchanged
 * @param ids strings or longs, as the frame has them
 * @param emptyCells what a field is that says that its value is unknown
 */
record TripleLines(TableLines table, TripleColumns columns, IdTypes ids, EmptyCells emptyCells)
    implements TableLineFormat {

  @Override
  public StructType schema() {
    return columns.weight() < 0
        ? CellSchema.of(ids.rows(), ids.columns())
        : CellSchema.weighted(ids.rows(), ids.columns());
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
    boolean isKnown = true;
    for (int field = 0; field < table.fields(); field++) {
      table.next(cursor, field);
      if (field == columns.row()) {
        rowId = TableLines.id(cursor, ids.rows(), "row");
      } else if (field == columns.column()) {
        columnId = TableLines.id(cursor, ids.columns(), "column");
      } else if (field == columns.value()) {
        isKnown = emptyCells == EmptyCells.ZERO || !cursor.isUnknown();
        number = isKnown ? cursor.value() : 0;
      } else if (field == columns.weight()) {
        weighing = cursor.weight();
      }
    }
    table.end(cursor);
    if (!isKnown) {
      return null;
    }
    return columns.weight() < 0
        ? RowFactory.create(rowId, columnId, number)
        : RowFactory.create(rowId, columnId, number, weighing);
  }
}
