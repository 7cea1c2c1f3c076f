package io.github.sparknmf.ml;

import io.github.sparknmf.solver.FoldIn;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.api.java.UDF1;

/** From weights w to the row w H. */
final class ProductFunction implements UDF1<Vector, Vector> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<FoldIn> model;

  ProductFunction(Broadcast<FoldIn> model) {
    this.model = model;
  }

  @Override
  public Vector call(Vector weights) {
    FoldIn shared = model.getValue();
    double[] w = weights.toArray();
    double[] row = new double[shared.columns()];
    for (int j = 0; j < row.length; j++) {
      int at = j * w.length;
      for (int t = 0; t < w.length; t++) {
        row[j] = Math.fma(w[t], shared.ht()[at + t], row[j]);
      }
    }
    return Vectors.dense(row);
  }
}
