package io.github.sparknmf.io.read;

import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Lines of delimited text that are rows of the matrix, perhaps with an id. */
final class DenseLines implements LineFormat {
  private static final long serialVersionUID = 1L;

  private final TableLines table;
  private final int id;
  private final IdType ids;

  /** The id's position, or -1 to number the rows from 0. */
  DenseLines(TableLines table, int id, IdType ids) {
    this.table = table;
    this.id = id;
    this.ids = id < 0 ? IdType.LONG : ids;
  }

  @Override
  public StructType schema() {
    return CellSchema.vectors(ids);
  }

  @Override
  public boolean isContent(byte[] line) {
    return !LineText.isBlank(line);
  }

  @Override
  public boolean isHead(byte[] firstContent) throws BadLineException {
    return table.isHead(firstContent);
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
    double[] values = new double[table.fields() - (id < 0 ? 0 : 1)];
    Object rowId = ordinal;
    int next = 0;
    for (int field = 0; field < table.fields(); field++) {
      table.next(cursor, field);
      if (field == id) {
        rowId = TableLines.id(cursor, ids, "row");
      } else {
        values[next++] = cursor.value();
      }
    }
    table.end(cursor);
    return RowFactory.create(rowId, Vectors.dense(values));
  }
}
