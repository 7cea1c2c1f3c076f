package org.sparknmf.ml.factor;

import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.api.java.UDF1;
import org.sparknmf.frame.rows.RowCells;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.fold.FoldIn;
import org.sparknmf.solver.fold.RowFolder;

/** Maps a row of X, as a vector, to its weights. */
public final class FoldFunction implements UDF1<Vector, Vector> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<FoldIn> model;
  private transient ThreadLocal<RowFolder> folders;

  public FoldFunction(Broadcast<FoldIn> model) {
    this.model = model;
  }

  @Override
  public Vector call(Vector row) {
    FoldIn shared = model.getValue();
    if (row == null) {
      throw new InvalidMatrixException(
          "a vector is null; every row needs one: drop the row or fill it in");
    }
    if (row.size() != shared.columns()) {
      throw new InvalidMatrixException(
          "a vector of %d numbers, the model was fitted on %d: both must be the same; pass rows as those of the fit"
              .formatted(row.size(), shared.columns()));
    }
    SparseVector cells = row instanceof SparseVector sparse ? sparse : all((DenseVector) row);
    return Vectors.dense(weights(cells.indices(), cells.values()));
  }

  /** Zeros of a dense row are data where cells may be missing. */
  private static SparseVector all(DenseVector row) {
    int[] positions = new int[row.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = i;
    }
    return new SparseVector(row.size(), positions, row.values());
  }

  /** The weights of a row. */
  public double[] weights(RowCells row) {
    return weights(row.columns(), row.values());
  }

  private double[] weights(int[] columns, double[] values) {
    FoldIn shared = model.getValue();
    for (int p = 0; p < values.length; p++) {
      if (!(values[p] >= 0 && values[p] < Double.POSITIVE_INFINITY)) {
        throw new InvalidMatrixException(
            "value %s in column %d: every value must be finite and not negative; correct the row"
                .formatted(values[p], columns[p]));
      }
    }
    double[] w = new double[shared.rank()];
    folder(shared).fold(columns, values, columns.length, w);
    return w;
  }

  /** Several threads may call one function where Spark does not send it anywhere. */
  private synchronized RowFolder folder(FoldIn shared) {
    if (folders == null) {
      folders = ThreadLocal.withInitial(shared::folder);
    }
    return folders.get();
  }
}
