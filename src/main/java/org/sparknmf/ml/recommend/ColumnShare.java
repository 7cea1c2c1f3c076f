package org.sparknmf.ml.recommend;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.sparknmf.linalg.ProductBlocks;
import org.sparknmf.ml.factor.NmfFactors;

/** H and the ids of the columns on every machine. */
final class ColumnShare implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<ProductBlocks> h;
  private final Broadcast<Object[]> ids;
  private final Broadcast<Map<Object, Integer>> numbers;

  ColumnShare(JavaSparkContext context, NmfFactors factors) {
    Map<Object, Integer> places = new HashMap<>();
    for (Object id : factors.columnIds()) {
      places.put(id, places.size());
    }
    this.h = context.broadcast(new ProductBlocks(factors.ht()));
    this.ids = context.broadcast(factors.columnIds().toArray());
    this.numbers = context.broadcast(places);
  }

  /** n. */
  int columns() {
    return h.value().columns();
  }

  /** The id of a column, by its number. */
  Object id(int number) {
    return ids.value()[number];
  }

  /** Memory for rows of W H. */
  ScoredRows scoredRows() {
    return new ScoredRows(h.value(), numbers.value());
  }
}
