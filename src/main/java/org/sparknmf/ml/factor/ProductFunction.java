package org.sparknmf.ml.factor;

import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.api.java.UDF1;
import org.sparknmf.linalg.ProductBlocks;

/**
 * Maps weights w to the row w H.
 *
 * @param h the blocks of H
 */
public record ProductFunction(Broadcast<ProductBlocks> h) implements UDF1<Vector, Vector> {

  @Override
  public Vector call(Vector weights) {
    ProductBlocks blocks = h.getValue();
    double[] w = weights.toArray();
    double[] row = new double[blocks.columns()];
    double[] products = new double[ProductBlocks.WIDTH];
    for (int block = 0; block < blocks.count(); block++) {
      blocks.products(w, 1, block, products);
      int first = block * ProductBlocks.WIDTH;
      int width = Math.min(ProductBlocks.WIDTH, row.length - first);
      System.arraycopy(products, 0, row, first, width);
    }
    return Vectors.dense(row);
  }
}
