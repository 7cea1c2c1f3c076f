package org.sparknmf.frame;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * A matrix X as a DataFrame, before its rows and columns are numbered.
 *
 * <p>As {@link Shape#CELLS} its fields are {@link #ROW}, {@link #COLUMN}, {@link #VALUE} and
 * perhaps {@link #WEIGHT}; as {@link Shape#VECTORS} they are {@link #ROW}, {@link #FEATURES}, the
 * latter a Spark ML vector. Row and column fields are strings or longs where the axis is {@link
 * Axis.FromData}, else long positions from 0.
 *
 * @param data the rows: nothing has been read but headers
 * @param shape how a row of {@code data} is to be read
 * @param rows where row ids come from
 * @param columns where column ids come from; for vectors never {@link Axis.FromData}
 * @param symmetric whether each cell off the diagonal also stands for its mirror image
 * @param declaredEntries how many cells the source says it holds, before mirroring, if it says so
 * @param firstBadPlace searches the source, once reading has failed, for the first bad place in
 *     reading order; empty if the source finds nothing wrong with itself
 * @param direct the cells of {@code data} without the detour over Spark SQL's rows, where the
 *     source can give them and both axes are counted or labelled
 */
public record MatrixFrame(
    FrameRows data,
    Shape shape,
    Axis rows,
    Axis columns,
    boolean symmetric,
    OptionalLong declaredEntries,
    Supplier<Optional<InvalidMatrixException>> firstBadPlace,
    Optional<DirectCells<?>> direct) {

  /** A frame whose cells come by way of its rows. */
  public MatrixFrame(
      FrameRows data,
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
    return data.has(WEIGHT);
  }

  /**
   * This frame with the ids of an axis in the data, where it has had positions: a position of which
   * the data says nothing is no row or column any more.
   *
   * @param field {@link #ROW} or {@link #COLUMN}
   */
  public MatrixFrame withIdsInData(String field) {
    Axis axis = field.equals(ROW) ? rows : columns;
    if (axis instanceof Axis.FromData) {
      return this;
    }
    int at = data.schema().fieldIndex(field);
    StructField[] fields = data.schema().fields().clone();
    fields[at] =
        DataTypes.createStructField(field, AxisIds.type(axis, fields[at].dataType()), false);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(data.spark().sparkContext());
    AxisIds ids = AxisIds.of(context, axis);
    FrameRows named =
        data.flatMap(
            row -> List.of(FrameRows.with(row, at, ids.id(row.get(at)))).iterator(),
            new StructType(fields));
    return new MatrixFrame(
        named,
        shape,
        field.equals(ROW) ? new Axis.FromData() : rows,
        field.equals(COLUMN) ? new Axis.FromData() : columns,
        symmetric,
        declaredEntries,
        firstBadPlace);
  }

  /**
   * The rows in hand, where they are few; reads them.
   *
   * @throws InvalidMatrixException naming the first bad place
   */
  public Optional<List<Row>> inHand() {
    try {
      return data.inHand();
    } catch (InvalidMatrixException bad) {
      throw firstBadPlace.get().orElse(bad);
    }
  }

  /** What one row of the data is. */
  public enum Shape {
    /** One cell of the matrix. */
    CELLS,
    /** One row of the matrix. */
    VECTORS
  }
}
