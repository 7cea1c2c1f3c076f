package org.sparknmf.frame;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.solver.InvalidMatrixException;

/** Take cells out of DataFrame rows, by position; the first field is the row's. */
final class RowDecoders {
  private RowDecoders() {}

  /**
   * Rows whose ids give way to their numbers, on the driver.
   *
   * @param rows numbers of the ids in {@link MatrixFrame#ROW}, if it has ids; else it is a position
   * @param columns likewise of {@link MatrixFrame#COLUMN}
   */
  static CellDecoder<Row> numbered(
      CellDecoder<Row> decoder,
      Optional<Map<Object, Integer>> rows,
      Optional<Map<Object, Integer>> columns) {
    return (row, sink) -> decoder.decode(numbered(numbered(row, 0, rows), 1, columns), sink);
  }

  private static Row numbered(Row row, int field, Optional<Map<Object, Integer>> numbers) {
    return numbers
        .map(all -> FrameRows.with(row, field, (long) all.get(row.get(field))))
        .orElse(row);
  }

  /** Fields: row, column, value. */
  static CellDecoder<Row> cells(KeyNumbers rows, KeyNumbers columns) {
    return (cell, sink) ->
        sink.accept(rows.of(cell.getLong(0)), (int) columns.of(cell.getLong(1)), cell.getDouble(2));
  }

  /** Fields: row, column, value, weight. */
  static CellDecoder<Row> weightedCells(KeyNumbers rows, KeyNumbers columns) {
    return (cell, sink) ->
        sink.accept(
            rows.of(cell.getLong(0)),
            (int) columns.of(cell.getLong(1)),
            cell.getDouble(2),
            cell.getDouble(3));
  }

  /** Fields: row, features (a vector of {@code size} numbers). */
  static CellDecoder<Row> vectors(long size, KeyNumbers rows) {
    return (row, sink) -> {
      Vector vector = row.getAs(1);
      if (vector.size() != size) {
        throw new InvalidMatrixException(
            "a vector of %s numbers among vectors of %s: all rows must have the same size;"
                    .formatted(vector.size(), size)
                + " correct the row");
      }
      long position = rows.of(row.getLong(0));
      if (vector instanceof SparseVector sparse) {
        int[] positions = sparse.indices();
        double[] values = sparse.values();
        for (int p = 0; p < positions.length; p++) {
          sink.accept(position, positions[p], values[p]);
        }
      } else {
        double[] values = vector.toArray();
        for (int j = 0; j < values.length; j++) {
          sink.accept(position, j, values[j]);
        }
      }
    };
  }
}
