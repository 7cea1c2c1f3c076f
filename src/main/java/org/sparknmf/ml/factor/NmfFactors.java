package org.sparknmf.ml.factor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.fit.Factorization;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.factor.FactorFrames;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.solver.TfIdf;

/**
 * W as a DataFrame, H in the driver, both with their ids.
 *
 * @param w {@code id, factors}: one row for each row of X
 * @param columnType type of the column ids: string or long
 * @param columnIds ids of the columns, by number
 * @param ht H' (n x k)
 * @param weights what becomes of a row of counts first, where the fit was of weights
 */
public record NmfFactors(
    Dataset<Row> w,
    DataType columnType,
    List<Object> columnIds,
    DoubleFactor ht,
    Optional<TfIdf> weights) {

  /** Takes them over from an engine, which may be closed afterwards. */
  public static NmfFactors of(SparkSession spark, NumberedMatrix matrix, Factorization fit) {
    Dataset<Row> w = FactorFrames.of(spark, fit.w().distributed(), matrix.rows());
    return new NmfFactors(
        w.localCheckpoint(),
        matrix.columns().idType(),
        List.copyOf(matrix.columns().all()),
        held(fit, matrix),
        Optional.empty());
  }

  /**
   * The factors in some frames, which are in order of their ids.
   *
   * @param w {@code id, factors}
   * @param h {@code id, factors}
   * @param weighting {@code id, weight}: the inverse document frequencies of the columns, where
   *     rows were weighted
   */
  public static NmfFactors of(Dataset<Row> w, Dataset<Row> h, Optional<Dataset<Row>> weighting) {
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
    Optional<TfIdf> weights = weighting.map(NmfFactors::weights);
    return new NmfFactors(w, type, ids, DoubleFactor.of(entries, rank), weights);
  }

  private static TfIdf weights(Dataset<Row> weighting) {
    return TfIdf.of(
        weighting.collectAsList().stream().mapToDouble(row -> row.getDouble(1)).toArray());
  }

  private static DoubleFactor held(Factorization fit, NumberedMatrix matrix) {
    int rank = matrix.x().grid().rank();
    double[] entries = new double[Math.toIntExact(matrix.columns().size() * rank)];
    for (FactorPart part : fit.h().ofParts("H", List::of)) {
      double[] some = part.rows().toArray();
      System.arraycopy(some, 0, entries, Math.toIntExact(part.firstRow() * rank), some.length);
    }
    return DoubleFactor.of(entries, rank);
  }

  /** {@code id, factors}: one row for each column of X, in order of ids. */
  public Dataset<Row> h() {
    List<Row> all = new ArrayList<>(columnIds.size());
    for (int j = 0; j < columnIds.size(); j++) {
      double[] factors = new double[ht.rank()];
      ht.read(j, 1, factors);
      all.add(RowFactory.create(columnIds.get(j), factors));
    }
    return w.sparkSession().createDataFrame(all, FactorFrames.schema(columnType));
  }
}
