package org.sparknmf.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.SparkException;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.MatrixSummary;

/** Numbers the rows and columns of a frame by sorted id and brings its cells into blocks. */
public record MatrixBuilder(MatrixFrame frame, MatrixSettings settings, SparkScope scope) {
  /** Values beyond it, or all below its inverse, have squares that leave the range of a double. */
  private static final double LARGEST = 1e100;

  /**
   * Reads the data and builds the blocks.
   *
   * @throws InvalidMatrixException naming the first bad place, where that can be found
   * @throws SparkException if the job fails for another reason
   */
  public NumberedMatrix build() throws SparkException {
    return explained(() -> checked(numberedMatrix(layout())));
  }

  /**
   * Finds rows, columns and how many cells are stored, and brings no cell anywhere. Where the
   * source says all that, nothing is read. Values are not looked at.
   *
   * @throws InvalidMatrixException naming the first bad place, where that can be found
   * @throws SparkException if a job fails for another reason
   */
  public MatrixShape shape() throws SparkException {
    return explained(
        () -> {
          Layout layout = layout();
          return new MatrixShape(
              layout.rows.size(),
              layout.columns.size(),
              layout.cells,
              frame.isWeighted(),
              layout.grid);
        });
  }

  /** Work that reads. It declares what Spark throws undeclared when a job fails. */
  private interface Reading<T> {
    T run() throws SparkException;
  }

  private <T> T explained(Reading<T> work) throws SparkException {
    try {
      return held(work);
    } catch (SparkException failure) {
      throw new BadInputSearch(frame, settings.duplicates(), settings.emptyCells())
          .explain(failure);
    }
  }

  /** Keeps the data while it is read more than once. */
  private <T> T held(Reading<T> work) throws SparkException {
    if (!isReadMoreThanOnce()) {
      return work.run();
    }
    HeldTable data = HeldTable.of(frame.data().table());
    try {
      return work.run();
    } finally {
      data.close();
    }
  }

  private boolean isReadMoreThanOnce() {
    return !isInHand() && hasToBeSearched() && !frame.data().areReadByColumn();
  }

  /** Whether the driver reads the data: it is little, and nothing reads it without its rows. */
  private boolean isInHand() {
    return frame.data().areFew() && (hasToBeSearched() || frame.direct().isEmpty());
  }

  /** Whether ids or the number of cells are not known before the data is read. */
  private boolean hasToBeSearched() {
    return isFound(frame.rows()) || isFound(frame.columns()) || frame.declaredEntries().isEmpty();
  }

  /** What is known before cells are brought into blocks. */
  private record Layout(Numbering rows, Numbering columns, long cells, BlockGrid grid) {}

  private Layout layout() {
    Numbering rows = numbering(frame.rows(), MatrixFrame.ROW);
    Numbering columns = numbering(frame.columns(), MatrixFrame.COLUMN);
    requireCells(rows, columns);
    long cells = storedCells();
    return new Layout(rows, columns, cells, settings.gridFor(rows.size(), columns.size(), cells));
  }

  private NumberedMatrix numberedMatrix(Layout layout) {
    Numbering rows = layout.rows;
    Numbering columns = layout.columns;
    DirectCells<?> cells = cells(rows, columns);
    NumberedCells numbers =
        new NumberedCells(positionMap(rows), positionMap(columns), frame.symmetric());
    return new NumberedMatrix(assembled(cells, numbers, layout.grid), rows, columns);
  }

  private DirectCells<?> cells(Numbering rows, Numbering columns) {
    if (isInHand()) {
      CellDecoder<Row> decoder =
          decoder(columns.size(), KeyNumbers.identity(), KeyNumbers.identity());
      return HeldCells.of(
          scope.context(),
          inHand(),
          RowDecoders.numbered(
              decoder, idNumbers(frame.rows(), rows), idNumbers(frame.columns(), columns)));
    }
    if (!hasToBeSearched() && frame.direct().isPresent()) {
      return frame.direct().get();
    }
    Dataset<Row> data = withNumbers(withNumbers(frame.data().table(), rows, 0), columns, 1);
    return new DirectCells<>(
        data.toJavaRDD(), decoder(columns.size(), keyNumbers(rows), keyNumbers(columns)));
  }

  /** The numbers of the ids that stand in the data; empty where positions do. */
  private static Optional<Map<Object, Integer>> idNumbers(Axis axis, Numbering numbering) {
    return isFound(axis) && numbering instanceof HeldNumbering held
        ? Optional.of(held.numbers())
        : Optional.empty();
  }

  private List<Row> inHand() {
    return frame.inHand().orElseThrow();
  }

  private <T> DistributedMatrix assembled(
      DirectCells<T> cells, NumberedCells numbers, BlockGrid grid) {
    return DistributedMatrix.assemble(
        cells.source(), numbers.of(cells.decoder()), grid, settings.duplicates(), scope);
  }

  private long storedCells() {
    if (frame.declaredEntries().isPresent()) {
      return frame.declaredEntries().getAsLong() * (frame.symmetric() ? 2 : 1);
    }
    return JobLabel.during(scope.context(), "counting the cells of X", this::countCells);
  }

  private long countCells() {
    if (isInHand()) {
      return inHand().stream().mapToLong(this::cellsOf).sum();
    }
    if (frame.shape() == MatrixFrame.Shape.CELLS) {
      Dataset<Row> cells = frame.data().table();
      return frame.isWeighted()
          ? cells.filter(functions.col(MatrixFrame.WEIGHT).notEqual(0)).count()
          : cells.count();
    }
    boolean zerosCount = settings.emptyCells() == EmptyCells.MISSING;
    return frame
        .data()
        .table()
        .select(MatrixFrame.FEATURES)
        .toJavaRDD()
        .map(row -> cellsOf(row.getAs(0), zerosCount))
        .fold(0L, Long::sum);
  }

  private long cellsOf(Row row) {
    if (frame.shape() == MatrixFrame.Shape.CELLS) {
      return frame.isWeighted() && row.getDouble(3) == 0 ? 0 : 1;
    }
    return cellsOf(row.getAs(1), settings.emptyCells() == EmptyCells.MISSING);
  }

  private static long cellsOf(Vector vector, boolean zerosCount) {
    return zerosCount ? vector.numActives() : vector.numNonzeros();
  }

  private static boolean isFound(Axis axis) {
    return axis instanceof Axis.FromData;
  }

  private Numbering numbering(Axis axis, String column) {
    SparkSession spark = frame.data().spark();
    if (axis instanceof Axis.Counted counted) {
      return new CountedNumbering(spark, counted);
    }
    if (axis instanceof Axis.Labelled labelled) {
      return LabelledNumbering.of(spark, labelled);
    }
    if (isInHand()) {
      int field = frame.data().schema().fieldIndex(column);
      return HeldNumbering.of(
          spark,
          frame.data().schema().fields()[field].dataType(),
          inHand().stream().map(row -> row.get(field)).collect(Collectors.toSet()));
    }
    return FoundIds.of(frame.data().table(), column, scope);
  }

  private void requireCells(Numbering rows, Numbering columns) {
    if (rows.size() == 0 || columns.size() == 0) {
      throw new InvalidMatrixException(
          "the input has %s rows and %s columns: a matrix needs at least one of each;"
                  .formatted(rows.size(), columns.size())
              + " check the input and its format");
    }
  }

  /** The data with numbers, or keys of few ids, in the place of ids that stand in it. */
  private static Dataset<Row> withNumbers(Dataset<Row> data, Numbering numbering, int field) {
    String name = data.columns()[field];
    if (numbering instanceof FewNumbering) {
      return data.withColumn(name, FewNumbering.key(data.col(name), numbering.idType()));
    }
    if (!(numbering instanceof FoundNumbering)) {
      return data;
    }
    String idName = "id of " + name;
    Dataset<Row> table = numbering.table().withColumnRenamed(Numbering.ID, idName);
    Dataset<Row> joined = data.join(table, data.col(name).equalTo(table.col(idName)));
    String[] kept = data.columns();
    kept[field] = Numbering.NUMBER;
    return joined
        .drop(data.col(name))
        .select(Arrays.stream(kept).map(functions::col).toArray(Column[]::new))
        .withColumnRenamed(Numbering.NUMBER, name);
  }

  private KeyNumbers keyNumbers(Numbering numbering) {
    return numbering instanceof FewNumbering few
        ? new KeyNumbers(scope.broadcast(few.byKey()))
        : KeyNumbers.identity();
  }

  private CellDecoder<Row> decoder(long size, KeyNumbers rows, KeyNumbers columns) {
    if (frame.shape() == MatrixFrame.Shape.VECTORS) {
      return RowDecoders.vectors(size, rows);
    }
    return frame.isWeighted()
        ? RowDecoders.weightedCells(rows, columns)
        : RowDecoders.cells(rows, columns);
  }

  private PositionMap positionMap(Numbering numbering) {
    return numbering instanceof LabelledNumbering labelled
        ? labelled.positions(scope)
        : PositionMap.identity();
  }

  private NumberedMatrix checked(NumberedMatrix matrix) {
    long found = matrix.x().entries();
    frame
        .declaredEntries()
        .ifPresent(
            declared -> {
              if (found != declared) {
                throw new InvalidMatrixException(
                    "the header promises %s entries, the file has %s: both must agree; the file may be cut short"
                        .formatted(declared, found));
              }
            });
    MatrixSummary summary = matrix.x().summary();
    if (summary.observed() == 0) {
      throw new InvalidMatrixException(
          "no cell of X is known: under --empty-cells missing at least one must be stored, with a"
              + " weight above 0; check the input, or say --empty-cells zero");
    }
    requireInRange("value", summary.largest());
    requireInRange("weight", summary.largestWeight());
    return matrix;
  }

  private static void requireInRange(String what, double largest) {
    if (largest > LARGEST || (largest > 0 && largest < 1 / LARGEST)) {
      throw new InvalidMatrixException(
          ("the largest %1$s is %2$s: it must lie between %3$s and %4$s, or squares overflow;"
                  + " multiply all %1$ss by a constant")
              .formatted(what, largest, 1 / LARGEST, LARGEST));
    }
  }
}
