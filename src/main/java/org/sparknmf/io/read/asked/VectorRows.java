package org.sparknmf.io.read.asked;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.linalg.EmptyCells;

/** Frames of vectors, which become frames of cells when they are transposed. */
final class VectorRows {
  private VectorRows() {}

  /**
   * The frame of some vectors; rows, columns and ids are those of the files. Rows that were left
   * out are no rows of the matrix; others keep the ids that they have in the files.
   */
  static MatrixFrame frame(
      Dataset<Row> vectors,
      IdType ids,
      Axis rows,
      Axis columns,
      InputSettings input,
      SourceNotes notes) {
    boolean transposed = input.transposed();
    MatrixFrame frame =
        new MatrixFrame(
            transposed ? transposedCells(vectors, ids, input.emptyCells()) : vectors,
            transposed ? MatrixFrame.Shape.CELLS : MatrixFrame.Shape.VECTORS,
            transposed ? columns : rows,
            transposed ? rows : columns,
            false,
            OptionalLong.empty(),
            notes.firstBadPlace());
    return notes.rejected().isEmpty()
        ? frame
        : frame.withIdsInData(transposed ? MatrixFrame.COLUMN : MatrixFrame.ROW);
  }

  private static Dataset<Row> transposedCells(
      Dataset<Row> vectors, IdType ids, EmptyCells emptyCells) {
    if (emptyCells == EmptyCells.MISSING) {
      return vectors.flatMap(
          (FlatMapFunction<Row, Row>) row -> storedCells(row.get(0), row.getAs(1)),
          Encoders.row(CellSchema.weighted(IdType.LONG, ids)));
    }
    return vectors.flatMap(
        (FlatMapFunction<Row, Row>) row -> cells(row.get(0), row.getAs(1)),
        Encoders.row(CellSchema.of(IdType.LONG, ids)));
  }

  private static Iterator<Row> cells(Object id, Vector vector) {
    List<Row> cells = new ArrayList<>();
    SparseVector nonZeros = vector.toSparse();
    for (int i = 0; i < nonZeros.indices().length; i++) {
      cells.add(RowFactory.create((long) nonZeros.indices()[i], id, nonZeros.values()[i]));
    }
    if (cells.isEmpty()) {
      // Without any cell the id of a zero row would be lost.
      cells.add(RowFactory.create(0L, id, 0.0));
    }
    return cells.iterator();
  }

  private static Iterator<Row> storedCells(Object id, Vector vector) {
    List<Row> cells = new ArrayList<>();
    if (vector instanceof SparseVector sparse) {
      for (int i = 0; i < sparse.indices().length; i++) {
        cells.add(RowFactory.create((long) sparse.indices()[i], id, sparse.values()[i], 1.0));
      }
    } else {
      for (int i = 0; i < vector.size(); i++) {
        cells.add(RowFactory.create((long) i, id, vector.apply(i), 1.0));
      }
    }
    if (cells.isEmpty()) {
      // As above, but a zero would be data here: a cell of weight 0 is none.
      cells.add(RowFactory.create(0L, id, 0.0, 0.0));
    }
    return cells.iterator();
  }
}
