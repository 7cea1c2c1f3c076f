package org.sparknmf.io.read.asked;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparknmf.frame.FrameRows;
import org.sparknmf.linalg.EmptyCells;

/** Vectors of rows as cells of a transposed matrix. */
final class VectorRows {
  private VectorRows() {}

  /** Cells of the position of a column, the id of a row, a value and perhaps a weight. */
  static FrameRows transposed(FrameRows vectors, IdType ids, EmptyCells emptyCells) {
    boolean weighted = emptyCells == EmptyCells.MISSING;
    return vectors.flatMap(
        row -> cells(row.get(0), row.getAs(1), weighted),
        weighted ? CellSchema.weighted(IdType.LONG, ids) : CellSchema.of(IdType.LONG, ids));
  }

  /** The cells that are not zero; all that are stored where cells have weights. */
  private static Iterator<Row> cells(Object id, Vector vector, boolean weighted) {
    List<Row> cells = new ArrayList<>();
    SparseVector stored = weighted ? stored(vector) : vector.toSparse();
    for (int i = 0; i < stored.indices().length; i++) {
      cells.add(cell(stored.indices()[i], id, stored.values()[i], 1.0, weighted));
    }
    if (cells.isEmpty()) {
      // Without any cell the id of a zero row would be lost; with a weight of 0 it is none.
      cells.add(cell(0, id, 0.0, 0.0, weighted));
    }
    return cells.iterator();
  }

  private static SparseVector stored(Vector vector) {
    return vector instanceof SparseVector sparse
        ? sparse
        : new SparseVector(
            vector.size(), IntStream.range(0, vector.size()).toArray(), vector.toArray());
  }

  private static Row cell(long row, Object id, double value, double weight, boolean weighted) {
    return weighted ? RowFactory.create(row, id, value, weight) : RowFactory.create(row, id, value);
  }
}
