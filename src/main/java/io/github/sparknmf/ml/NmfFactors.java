package io.github.sparknmf.ml;

import io.github.sparknmf.engine.FactorPart;
import io.github.sparknmf.fit.Factorization;
import io.github.sparknmf.frame.FactorFrames;
import io.github.sparknmf.frame.NumberedMatrix;
import io.github.sparknmf.frame.Numbering;
import io.github.sparknmf.linalg.DoubleFactor;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** W as a DataFrame, H in the driver, both with their ids. */
final class NmfFactors {
  private final Dataset<Row> rows;
  private final DataType columnType;
  private final List<Object> columnIds;
  private final DoubleFactor ht;

  private NmfFactors(
      Dataset<Row> rows, DataType columnType, List<Object> columnIds, DoubleFactor ht) {
    this.rows = rows;
    this.columnType = columnType;
    this.columnIds = columnIds;
    this.ht = ht;
  }

  /** Takes them over from an engine, which may be closed afterwards. */
  static NmfFactors of(SparkSession spark, NumberedMatrix matrix, Factorization fit) {
    Dataset<Row> w = FactorFrames.of(spark, fit.w(), matrix.rows());
    return new NmfFactors(
        w.localCheckpoint(), matrix.columns().idType(), ids(matrix.columns()), held(fit, matrix));
  }

  /** Those of two frames ({@code id, factors}); that of H is in order of its ids. */
  static NmfFactors of(Dataset<Row> w, Dataset<Row> h) {
    List<Row> columns = h.collectAsList();
    List<Object> ids = new ArrayList<>(columns.size());
    int rank = columns.isEmpty() ? 1 : columns.get(0).getList(1).size();
    double[] entries = new double[columns.size() * rank];
    for (int j = 0; j < columns.size(); j++) {
      ids.add(columns.get(j).get(0));
      List<Double> factors = columns.get(j).getList(1);
      for (int c = 0; c < rank; c++) {
        entries[j * rank + c] = factors.get(c);
      }
    }
    DataType type = h.schema().apply(Numbering.ID).dataType();
    return new NmfFactors(w, type, ids, DoubleFactor.of(entries, rank));
  }

  private static List<Object> ids(Numbering columns) {
    Object[] ids = new Object[Math.toIntExact(columns.size())];
    for (Row row : columns.table().collectAsList()) {
      ids[Math.toIntExact(row.getLong(1))] = row.get(0);
    }
    return List.of(ids);
  }

  private static DoubleFactor held(Factorization fit, NumberedMatrix matrix) {
    int rank = matrix.x().grid().rank();
    double[] entries = new double[Math.toIntExact(matrix.columns().size() * rank)];
    for (FactorPart part : fit.h().collect()) {
      double[] some = part.rows().toArray();
      System.arraycopy(some, 0, entries, Math.toIntExact(part.firstRow() * rank), some.length);
    }
    return DoubleFactor.of(entries, rank);
  }

  /** {@code id, factors}: one row for each row of X. */
  Dataset<Row> w() {
    return rows;
  }

  /** {@code id, factors}: one row for each column of X, in order of ids. */
  Dataset<Row> h() {
    List<Row> all = new ArrayList<>(columnIds.size());
    for (int j = 0; j < columnIds.size(); j++) {
      double[] factors = new double[ht.rank()];
      ht.read(j, 1, factors);
      all.add(RowFactory.create(columnIds.get(j), factors));
    }
    StructType schema =
        new StructType()
            .add(Numbering.ID, columnType, false)
            .add(
                FactorFrames.FACTORS,
                DataTypes.createArrayType(DataTypes.DoubleType, false),
                false);
    return rows.sparkSession().createDataFrame(all, schema);
  }

  /** String or long. */
  DataType columnType() {
    return columnType;
  }

  /** Ids of the columns, by number. */
  List<Object> columnIds() {
    return columnIds;
  }

  /** H' (n x k). */
  DoubleFactor ht() {
    return ht;
  }
}
