package org.sparknmf.frame;

import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.solver.InvalidMatrixException;

/** Take numbered cells out of DataFrame rows whose first field is the row's position. */
final class RowDecoders {
  private RowDecoders() {}

  /** Fields: row, column, value. */
  static CellDecoder<Row> cells(PositionMap rows, PositionMap columns) {
    return (cell, sink) ->
        sink.accept(
            rows.numberOf(cell.getLong(0)),
            (int) columns.numberOf(cell.getLong(1)),
            cell.getDouble(2));
  }

  /** Fields: row, column, value, weight. */
  static CellDecoder<Row> weightedCells(PositionMap rows, PositionMap columns) {
    return (cell, sink) ->
        sink.accept(
            rows.numberOf(cell.getLong(0)),
            (int) columns.numberOf(cell.getLong(1)),
            cell.getDouble(2),
            cell.getDouble(3));
  }

  /** Fields: row, column, value; each cell off the diagonal stands for two. */
  static CellDecoder<Row> symmetricCells(PositionMap rows, PositionMap columns) {
    return (cell, sink) -> {
      long first = cell.getLong(0);
      long second = cell.getLong(1);
      double value = cell.getDouble(2);
      sink.accept(rows.numberOf(first), (int) columns.numberOf(second), value);
      if (first != second) {
        sink.acceptMirrored(rows.numberOf(second), (int) columns.numberOf(first), value);
      }
    };
  }

  /** Fields: row, features (a vector of {@code size} numbers). */
  static CellDecoder<Row> vectors(PositionMap rows, PositionMap columns, long size) {
    return (row, sink) -> {
      Vector vector = row.getAs(1);
      if (vector.size() != size) {
        throw new InvalidMatrixException(
            "a vector of "
                + vector.size()
                + " numbers among vectors of "
                + size
                + ": all rows must have the same size; correct the row");
      }
      long number = rows.numberOf(row.getLong(0));
      if (vector instanceof SparseVector sparse) {
        int[] positions = sparse.indices();
        double[] values = sparse.values();
        for (int p = 0; p < positions.length; p++) {
          sink.accept(number, (int) columns.numberOf(positions[p]), values[p]);
        }
      } else {
        double[] values = vector.toArray();
        for (int j = 0; j < values.length; j++) {
          sink.accept(number, (int) columns.numberOf(j), values[j]);
        }
      }
    };
  }
}
