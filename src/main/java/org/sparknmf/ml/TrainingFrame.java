package org.sparknmf.ml;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.FrameRows;
import org.sparknmf.frame.MatrixBuilder;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.frame.MatrixSettings;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.solver.InvalidMatrixException;

/** X out of a user's DataFrame. */
record TrainingFrame(NmfParams params, Dataset<?> data) {
  private static final StructType COUNTED =
      new StructType()
          .add(MatrixFrame.ROW, DataTypes.LongType, false)
          .add(MatrixFrame.FEATURES, SQLDataTypes.VectorType(), false);

  /** X, not read yet but for the size of its first vector. */
  MatrixFrame matrix() {
    return columns().areTriples() ? triples() : vectors();
  }

  /** X in blocks, which belong to the scope. */
  NumberedMatrix numbered(MatrixSettings settings, SparkScope scope) throws SparkException {
    return new MatrixBuilder(matrix(), settings, scope).build();
  }

  private InputColumns columns() {
    return new InputColumns(params);
  }

  private MatrixFrame triples() {
    Dataset<Row> cells = data.select(cellColumns());
    requireNoNulls(cells);
    return frame(cells, MatrixFrame.Shape.CELLS, new Axis.FromData(), new Axis.FromData());
  }

  private Column[] cellColumns() {
    Stream<Column> columnsOfCells =
        Stream.of(
            InputColumns.id(data, params.getRowCol()).as(MatrixFrame.ROW),
            InputColumns.id(data, params.getColCol()).as(MatrixFrame.COLUMN),
            data.col(params.getValueCol()).cast("double").as(MatrixFrame.VALUE));
    Stream<Column> weight =
        columns().weight().stream()
            .map(name -> data.col(name).cast("double").as(MatrixFrame.WEIGHT));
    return Stream.concat(columnsOfCells, weight).toArray(Column[]::new);
  }

  /** New rows: nothing of triples has been looked at; weights of cells are of no concern. */
  MatrixFrame newRows() {
    if (!columns().areTriples()) {
      return vectors();
    }
    Column[] cells = Arrays.copyOf(cellColumns(), 3);
    return frame(
        data.select(cells), MatrixFrame.Shape.CELLS, new Axis.FromData(), new Axis.FromData());
  }

  private MatrixFrame vectors() {
    Column features = data.col(params.getFeaturesCol()).as(MatrixFrame.FEATURES);
    Optional<String> id = columns().id();
    Dataset<Row> rows =
        id.isPresent()
            ? data.select(InputColumns.id(data, id.get()).as(MatrixFrame.ROW), features)
            : data.select(functions.lit(0L).as(MatrixFrame.ROW), features);
    requireNoNulls(rows);
    int size = firstSize(rows);
    Axis positions = new Axis.Counted(size, 0);
    if (id.isPresent()) {
      requireDistinct(rows, id.get());
      return frame(rows, MatrixFrame.Shape.VECTORS, new Axis.FromData(), positions);
    }
    JavaRDD<Row> counted =
        rows.toJavaRDD().zipWithIndex().map(row -> RowFactory.create(row._2(), row._1().get(1)));
    return frame(
        rows.sparkSession().createDataFrame(counted, COUNTED),
        MatrixFrame.Shape.VECTORS,
        new Axis.Counted(rows.count(), 0),
        positions);
  }

  private static int firstSize(Dataset<Row> rows) {
    return rows.select(MatrixFrame.FEATURES).takeAsList(1).stream()
        .map(row -> ((Vector) row.get(0)).size())
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidMatrixException(
                    "the dataset has no rows: a matrix needs at least one; check what comes before"));
  }

  private static void requireNoNulls(Dataset<Row> rows) {
    Column someNull =
        Arrays.stream(rows.columns())
            .map(name -> rows.col(name).isNull())
            .reduce(Column::or)
            .orElseThrow();
    for (Row row : rows.filter(someNull).takeAsList(1)) {
      String name =
          Arrays.stream(rows.columns()).filter(n -> row.getAs(n) == null).findFirst().orElseThrow();
      throw new InvalidMatrixException(
          "a %s is null, in %s: every one must be there; drop such rows or fill them in"
              .formatted(name, row));
    }
  }

  private static void requireDistinct(Dataset<Row> rows, String name) {
    for (Row twice :
        rows.groupBy(MatrixFrame.ROW).count().filter(functions.col("count").gt(1)).takeAsList(1)) {
      throw new InvalidMatrixException(
          "the id %s stands in column '%s' %d times: each row needs an id of its own; drop the others or name another column"
              .formatted(twice.get(0), name, twice.getLong(1)));
    }
  }

  private static MatrixFrame frame(
      Dataset<Row> data, MatrixFrame.Shape shape, Axis rows, Axis columns) {
    return new MatrixFrame(
        FrameRows.of(data), shape, rows, columns, false, OptionalLong.empty(), Optional::empty);
  }
}
