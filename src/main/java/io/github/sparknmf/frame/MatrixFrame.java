package io.github.sparknmf.frame;

import io.github.sparknmf.solver.InvalidMatrixException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A matrix X as a DataFrame, before its rows and columns are numbered.
 *
 * <p>As {@link Shape#CELLS} its fields are {@link #ROW}, {@link #COLUMN}, {@link #VALUE} and
 * perhaps {@link #WEIGHT}; as {@link Shape#VECTORS} they are {@link #ROW}, {@link #FEATURES}, the
 * latter a Spark ML vector. Row and column fields are strings or longs where the axis is {@link
 * Axis.FromData}, else long positions from 0.
 *
 * @param data the rows, evaluated lazily: nothing has been read but headers
 * @param shape how a row of {@code data} is to be read
 * @param rows where row ids come from
 * @param columns where column ids come from; for vectors never {@link Axis.FromData}
 * @param symmetric whether each cell off the diagonal also stands for its mirror image
 * @param declaredEntries how many cells the source says it holds, before mirroring, if it says so
 * @param firstBadPlace searches the source, once reading has failed, for the first bad place in
 *     reading order; empty if the source finds nothing wrong with itself
 * @param direct the rows of {@code data} without the detour over Spark SQL's own format, where the
 *     source can give them
 */
public record MatrixFrame(
    Dataset<Row> data,
    Shape shape,
    Axis rows,
    Axis columns,
    boolean symmetric,
    OptionalLong declaredEntries,
    Supplier<Optional<InvalidMatrixException>> firstBadPlace,
    Optional<JavaRDD<Row>> direct) {

  /** A frame whose rows come by way of Spark SQL. */
  public MatrixFrame(
      Dataset<Row> data,
      Shape shape,
      Axis rows,
      Axis columns,
      boolean symmetric,
      OptionalLong declaredEntries,
      Supplier<Optional<InvalidMatrixException>> firstBadPlace) {
    this(data, shape, rows, columns, symmetric, declaredEntries, firstBadPlace, Optional.empty());
  }

  /** Name of the row id or position. */
  public static final String ROW = "row";

  /** Name of the column id or position. */
  public static final String COLUMN = "column";

  /** Name of the value of a cell. */
  public static final String VALUE = "value";

  /** Name of the weight of a cell, where cells have one; 0 is that of a cell that is not there. */
  public static final String WEIGHT = "weight";

  /** Name of the vector of a row. */
  public static final String FEATURES = "features";

  /** Whether cells have weights. */
  boolean isWeighted() {
    return Arrays.asList(data.columns()).contains(WEIGHT);
  }

  /** What one row of the data is. */
  public enum Shape {
    /** One cell of the matrix. */
    CELLS,
    /** One row of the matrix. */
    VECTORS
  }
}
