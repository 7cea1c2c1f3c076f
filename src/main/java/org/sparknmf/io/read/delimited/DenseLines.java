package org.sparknmf.io.read.delimited;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.CellSchema;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.FieldCursor;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.linalg.EmptyCells;

/**
 * Lines of delimited text that are rows of the matrix, perhaps with an id.
 *
 * @param table what the lines have in common
 * @param id position of the id, or -1 to number the rows from 0
 * @param leftOut positions of fields that are no values, the id aside; not modified
 * @param ids what ids become; longs where rows are numbered
 * @param emptyCells what a field is that says that its value is unknown
 */
record DenseLines(TableLines table, int id, BitSet leftOut, IdType ids, EmptyCells emptyCells)
    implements TableLineFormat {

  /** Numbers are longs, whatever ids would be. */
  public DenseLines {
    ids = id < 0 ? IdType.LONG : ids;
  }

  private boolean mayLackValues() {
    return emptyCells == EmptyCells.MISSING;
  }

  @Override
  public StructType schema() {
    return CellSchema.vectors(ids);
  }

  @Override
  public boolean isContent(byte[] line) {
    return table.isContent(line)
        || (mayLackValues() && LineText.isBlank(line) && table.separatesFields(line));
  }

  @Override
  public boolean needsOrdinals() {
    return id < 0;
  }

  @Override
  public LineReader open() {
    FieldCursor cursor = table.cursor();
    return (line, ordinal) -> row(cursor.open(line), ordinal);
  }

  private Row row(FieldCursor cursor, long ordinal) throws BadLineException {
    int width = table.fields() - leftOut.cardinality() - (id < 0 ? 0 : 1);
    int[] positions = new int[width];
    double[] values = new double[width];
    Object rowId = ordinal;
    int position = 0;
    int known = 0;
    for (int field = 0; field < table.fields(); field++) {
      table.next(cursor, field);
      if (field == id) {
        rowId = TableLines.id(cursor, ids, "row");
      } else if (!leftOut.get(field)) {
        if (!mayLackValues() || !cursor.isUnknown()) {
          positions[known] = position;
          values[known++] = cursor.value();
        }
        position++;
      }
    }
    table.end(cursor);
    return RowFactory.create(
        rowId,
        known == width
            ? Vectors.dense(values)
            : Vectors.sparse(width, Arrays.copyOf(positions, known), Arrays.copyOf(values, known)));
  }
}
