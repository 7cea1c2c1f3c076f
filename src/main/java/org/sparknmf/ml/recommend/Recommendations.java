package org.sparknmf.ml.recommend;

import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.factor.FactorFrames;
import org.sparknmf.ml.factor.NmfFactors;

/** The best columns for rows, and fitted values, as DataFrames. */
public final class Recommendations {
  private static final String SEEN = "seen";
  private static final String ROW_ID = "nmf row id";
  private static final String ROW_FACTORS = "nmf row factors";
  private static final String COLUMN_ID = "nmf column id";
  private static final String COLUMN_FACTORS = "nmf column factors";

  private final NmfFactors factors;
  private final JavaSparkContext context;

  public Recommendations(NmfFactors factors) {
    this.factors = factors;
    this.context = JavaSparkContext.fromSparkContext(factors.w().sparkSession().sparkContext());
  }

  /**
   * {@code id, recommendations}: for each row its best columns, an array of {@code id, rating}.
   *
   * @param rows {@code id, factors}
   * @param most how many columns for a row
   * @param seen {@code row id, column id} of pairs to leave out
   */
  public Dataset<Row> best(Dataset<Row> rows, int most, Optional<Dataset<Row>> seen) {
    requireSome(most);
    Recommender recommender = new Recommender(new ColumnShare(context, factors), most);
    DataType idType = rows.schema().apply(Numbering.ID).dataType();
    return rows.sparkSession()
        .createDataFrame(
            withSeen(rows, seen).mapPartitions(recommender::recommend),
            schema(idType, factors.columnType()));
  }

  /**
   * {@code id, recommendations}: for each column its best rows, an array of {@code id, rating}.
   *
   * @param rows {@code id, factors}
   * @param most how many rows for a column
   * @param seen {@code row id, column id} of pairs to leave out
   */
  public Dataset<Row> bestOfColumns(Dataset<Row> rows, int most, Optional<Dataset<Row>> seen) {
    requireSome(most);
    ColumnRecommender recommender = new ColumnRecommender(new ColumnShare(context, factors), most);
    DataType idType = rows.schema().apply(Numbering.ID).dataType();
    return rows.sparkSession()
        .createDataFrame(
            recommender.recommend(withSeen(rows, seen)), schema(factors.columnType(), idType));
  }

  private static void requireSome(int most) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "the number of recommendations must be at least 1, got " + most + "; ask for more");
    }
  }

  private JavaRDD<Row> withSeen(Dataset<Row> rows, Optional<Dataset<Row>> seen) {
    Dataset<Row> joined =
        seen.isPresent() ? rows.join(collected(seen.get()), Numbering.ID, "left") : unseen(rows);
    return joined.select(Numbering.ID, FactorFrames.FACTORS, SEEN).toJavaRDD();
  }

  private Dataset<Row> unseen(Dataset<Row> rows) {
    DataType ids = DataTypes.createArrayType(factors.columnType());
    return rows.withColumn(SEEN, functions.lit(null).cast(ids));
  }

  private static Dataset<Row> collected(Dataset<Row> pairs) {
    return pairs
        .toDF(Numbering.ID, SEEN)
        .groupBy(Numbering.ID)
        .agg(functions.collect_set(SEEN).as(SEEN));
  }

  private static StructType schema(DataType idType, DataType recommendedType) {
    StructType recommendation =
        new StructType().add("id", recommendedType).add("rating", DataTypes.DoubleType);
    return new StructType()
        .add(Numbering.ID, idType)
        .add("recommendations", DataTypes.createArrayType(recommendation));
  }

  /**
   * Adds the fitted values of pairs; null where the model does not know the row or the column.
   *
   * @param pairs any columns
   * @param row the one with row ids, of the type under which they are held
   * @param column the one with column ids
   * @param output the one to add
   */
  public Dataset<Row> fitted(Dataset<Row> pairs, Column row, Column column, String output) {
    Dataset<Row> w = factors.w().toDF(ROW_ID, ROW_FACTORS);
    Dataset<Row> h = factors.h().toDF(COLUMN_ID, COLUMN_FACTORS);
    // In order of components, so that the sum has the same bits wherever it is made.
    Column product =
        functions.aggregate(
            functions.zip_with(
                functions.col(ROW_FACTORS), functions.col(COLUMN_FACTORS), Column::multiply),
            functions.lit(0.0),
            Column::plus);
    return pairs
        .join(w, row.equalTo(functions.col(ROW_ID)), "left")
        .join(h, column.equalTo(functions.col(COLUMN_ID)), "left")
        .withColumn(output, product)
        .drop(ROW_ID, ROW_FACTORS, COLUMN_ID, COLUMN_FACTORS);
  }
}
