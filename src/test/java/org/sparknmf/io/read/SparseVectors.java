package org.sparknmf.io.read;

import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.testing.TestSpark;

/** A Parquet file of Spark ML vectors with a zero that is stored. */
final class SparseVectors {
  private SparseVectors() {}

  /** Writes 3 x 4 cells: 2, 0 and 3 are stored, one a row. */
  static void write(String path) {
    List<Row> rows =
        List.of(
            RowFactory.create("a", Vectors.sparse(4, new int[] {0}, new double[] {2})),
            RowFactory.create("b", Vectors.sparse(4, new int[] {2}, new double[] {0})),
            RowFactory.create("c", Vectors.sparse(4, new int[] {3}, new double[] {3})));
    StructType schema =
        new StructType().add("id", DataTypes.StringType).add("features", SQLDataTypes.VectorType());
    TestSpark.session().createDataFrame(rows, schema).write().parquet(path);
  }
}
