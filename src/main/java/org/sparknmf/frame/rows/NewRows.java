package org.sparknmf.frame.rows;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.frame.AxisIds;
import org.sparknmf.frame.BadInputSearch;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidMatrixException;
import scala.Tuple2;

/** Data that meets a model: its rows one by one, their cells under the model's column numbers. */
public final class NewRows {
  /** Stands in place of a column number: there is a row, no more. */
  private static final int NO_CELL = -2;

  /** Stands in place of the size of vectors: it is not known. */
  private static final long ANY_SIZE = -1;

  /** Of rows in hand, which all go into the messages of some tasks; these are to be small. */
  private static final int MOST_TASKS = 16;

  private final MatrixFrame frame;
  private final DuplicatePolicy duplicates;
  private final EmptyCells emptyCells;
  private final JavaSparkContext context;
  private final ColumnLookup columns;

  /**
   * Rows that have not been read yet.
   *
   * @param frame the data
   * @param columnIds ids of the model's columns, strings or longs, by number
   * @param duplicates what becomes of repeated cells
   * @param emptyCells what a cell is that is not stored: of a zero nothing is kept where it is one
   */
  public NewRows(
      MatrixFrame frame,
      List<Object> columnIds,
      DuplicatePolicy duplicates,
      EmptyCells emptyCells) {
    this.frame = frame;
    this.duplicates = duplicates;
    this.emptyCells = emptyCells;
    this.context = JavaSparkContext.fromSparkContext(frame.data().spark().sparkContext());
    this.columns = ColumnLookup.of(context, frame.columns(), columnIds);
  }

  /** The type of the ids of rows: string or long. */
  public DataType idType() {
    return AxisIds.type(frame.rows(), frame.data().schema().apply(MatrixFrame.ROW).dataType());
  }

  /**
   * How many columns the data has that the model lacks; a pass over the data where ids stand in it.
   *
   * @throws InvalidMatrixException if the model has none of them
   */
  public long unknownColumns() {
    ColumnLookup.Count count = columns.count(frame);
    if (count.all() > 0 && count.unknown() == count.all()) {
      throw new InvalidMatrixException(
          "none of the %,d columns of the input is a column of the model: ids must be those of the fit; see to --transpose, --id-type and the labels"
              .formatted(count.all()));
    }
    return count.unknown();
  }

  /**
   * The rows, in no particular order, each whole; lazily. Cells of columns that the model lacks are
   * left out. Rows without cells are there where the data knows of them.
   */
  public JavaRDD<RowCells> cells() {
    return frame.shape() == MatrixFrame.Shape.VECTORS ? ofVectors() : ofCells();
  }

  /**
   * The cells as pairs {@code row, column} of ids, those of unknown columns included.
   *
   * @throws InvalidMatrixException if the data is of vectors
   */
  public Dataset<Row> pairs() {
    if (frame.shape() == MatrixFrame.Shape.VECTORS) {
      throw new InvalidMatrixException(
          "the input has vectors where pairs of ids are wanted; give triples or MatrixMarket");
    }
    AxisIds rowIds = AxisIds.of(context, frame.rows());
    AxisIds columnIds = AxisIds.of(context, frame.columns());
    JavaRDD<Row> pairs =
        storedCells()
            .map(cell -> RowFactory.create(rowIds.id(cell.get(0)), columnIds.id(cell.get(1))));
    DataType columnField = frame.data().schema().apply(MatrixFrame.COLUMN).dataType();
    StructType schema =
        new StructType()
            .add(MatrixFrame.ROW, idType())
            .add(MatrixFrame.COLUMN, AxisIds.type(frame.columns(), columnField));
    return frame.data().spark().createDataFrame(pairs, schema);
  }

  private JavaRDD<RowCells> ofVectors() {
    AxisIds ids = AxisIds.of(context, frame.rows());
    // An OptionalLong could not travel to the executors.
    long size = AxisIds.size(frame.columns()).orElse(ANY_SIZE);
    DuplicatePolicy policy = duplicates;
    ColumnLookup lookup = columns;
    return stored(MatrixFrame.ROW, MatrixFrame.FEATURES)
        .map(
            row -> {
              RowCells.Builder cells = new RowCells.Builder(ids.id(row.get(0)), policy);
              Vector vector = row.getAs(1);
              requireSize(vector, size, row);
              addAll(vector, lookup, cells);
              return cells.build();
            });
  }

  private static void requireSize(Vector vector, long size, Row row) {
    if (size != ANY_SIZE && vector.size() != size) {
      throw new InvalidMatrixException(
          "row %s: a vector of %d numbers among vectors of %d: all must have the same size; correct the row"
              .formatted(row.get(0), vector.size(), size));
    }
  }

  private static void addAll(Vector vector, ColumnLookup lookup, RowCells.Builder cells) {
    if (vector instanceof SparseVector sparse) {
      int[] positions = sparse.indices();
      for (int p = 0; p < positions.length; p++) {
        cells.add(lookup.numberAt(positions[p]), sparse.values()[p]);
      }
      return;
    }
    double[] values = vector.toArray();
    for (int j = 0; j < values.length; j++) {
      cells.add(lookup.numberAt(j), values[j]);
    }
  }

  private JavaRDD<RowCells> ofCells() {
    AxisIds ids = AxisIds.of(context, frame.rows());
    DuplicatePolicy policy = duplicates;
    return withEmptyRows(byRow())
        .groupByKey()
        .map(
            row -> {
              RowCells.Builder cells = new RowCells.Builder(ids.id(row._1()), policy);
              for (Tuple2<Integer, Double> cell : row._2()) {
                if (cell._1() != NO_CELL) {
                  cells.add(cell._1(), cell._2());
                }
              }
              return cells.build();
            });
  }

  private JavaPairRDD<Object, Tuple2<Integer, Double>> byRow() {
    ColumnLookup lookup = columns;
    return storedCells()
        .mapToPair(
            cell ->
                new Tuple2<>(
                    cell.get(0), new Tuple2<>(lookup.numberOf(cell.get(1)), cell.getDouble(2))));
  }

  /** Row, column and value of each cell that counts, with the mirror images of symmetric data. */
  private JavaRDD<Row> storedCells() {
    boolean zerosCount = emptyCells == EmptyCells.MISSING;
    JavaRDD<Row> stored =
        stored(MatrixFrame.ROW, MatrixFrame.COLUMN, MatrixFrame.VALUE)
            .filter(cell -> value(cell) != 0 || zerosCount);
    return frame.symmetric() ? stored.flatMap(NewRows::withMirror) : stored;
  }

  /** The rows of the data with their first fields, which are these. */
  private JavaRDD<Row> stored(String... first) {
    return frame
        .inHand()
        .map(this::sent)
        .orElseGet(
            () ->
                frame
                    .data()
                    .table()
                    .select(Arrays.stream(first).map(functions::col).toArray(Column[]::new))
                    .toJavaRDD());
  }

  private JavaRDD<Row> sent(List<Row> rows) {
    List<Object[]> values = rows.stream().map(NewRows::values).toList();
    return context
        .parallelize(values, Math.max(1, Math.min(MOST_TASKS, rows.size())))
        .map(RowFactory::create);
  }

  private static Object[] values(Row row) {
    Object[] values = new Object[row.size()];
    Arrays.setAll(values, row::get);
    return values;
  }

  private static Iterator<Row> withMirror(Row cell) {
    return cell.get(0).equals(cell.get(1))
        ? List.of(cell).iterator()
        : List.of(cell, RowFactory.create(cell.get(1), cell.get(0), cell.get(2))).iterator();
  }

  private static double value(Row cell) {
    if (cell.anyNull()) {
      throw new InvalidMatrixException(
          "a cell lacks its row, column or value: %s; drop such cells or fill them in"
              .formatted(cell));
    }
    return cell.getDouble(2);
  }

  /** A mark for each position, so that positions without cells are rows, too. */
  private JavaPairRDD<Object, Tuple2<Integer, Double>> withEmptyRows(
      JavaPairRDD<Object, Tuple2<Integer, Double>> cells) {
    OptionalLong size = AxisIds.size(frame.rows());
    if (size.isEmpty()) {
      return cells;
    }
    JavaPairRDD<Object, Tuple2<Integer, Double>> none =
        frame
            .data()
            .spark()
            .range(size.getAsLong())
            .toJavaRDD()
            .mapToPair(position -> new Tuple2<>((Object) position, new Tuple2<>(NO_CELL, 0.0)));
    return cells.union(none);
  }

  /**
   * Runs work over the rows.
   *
   * @throws InvalidMatrixException naming the first bad place, where that can be found
   * @throws SparkException if a job fails for another reason
   */
  public <T> T explaining(RowWork<T> work) throws SparkException {
    try {
      return work.run();
    } catch (SparkException failure) {
      throw new BadInputSearch(frame, duplicates, emptyCells).explain(failure);
    }
  }

  /** What is done with the rows. */
  @FunctionalInterface
  public interface RowWork<T> {
    /** Runs jobs over them; declares what Spark throws undeclared. */
    T run() throws SparkException;
  }
}
