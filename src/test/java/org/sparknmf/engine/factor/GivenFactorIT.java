package org.sparknmf.engine.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.GridSettings;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.engine.shuffle.ShuffleTraffic;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.TestSpark;

/** Given rows stand where they belong, in whatever way a plan asks for them. */
class GivenFactorIT {
  /** More columns than a stripe has, and not a multiple. */
  private static final int COLUMNS = 1297;

  private static final int ROWS = 211;
  private static final int RANK = 3;

  private final JavaSparkContext context = new JavaSparkContext(TestSpark.session().sparkContext());

  /** What is not given starts with 10 times its number, and its component behind the point. */
  private static double fresh(long row, int component) {
    return 10 * row + component / 10.0;
  }

  private static double given(long row, int component) {
    return -fresh(row, component) - 1;
  }

  private static boolean isGiven(long row) {
    return row % 3 == 1;
  }

  private static final FactorStart OTHERS =
      (first, target) -> {
        for (int p = 0; p < target.length; p++) {
          target[p] = fresh(first + p / RANK, p % RANK);
        }
      };

  private JavaRDD<GivenRow> givenRows(int rows, int width) {
    List<GivenRow> all = new ArrayList<>();
    for (int row = rows - 1; row >= 0; row--) {
      if (isGiven(row)) {
        double[] values = new double[width];
        for (int c = 0; c < width; c++) {
          values[c] = given(row, c);
        }
        all.add(new GivenRow(row, values));
      }
    }
    return context.parallelize(all, 5);
  }

  private static double[] expected(int rows, int width) {
    double[] all = new double[rows * RANK];
    for (int p = 0; p < all.length; p++) {
      int row = p / RANK;
      int component = p % RANK;
      double absent = width < RANK && component < width ? 0 : fresh(row, component);
      all[p] = isGiven(row) && component < width ? given(row, component) : absent;
    }
    return all;
  }

  private FactorSource source(int rows, int width) {
    return width == RANK
        ? GivenFactor.rows(OTHERS, givenRows(rows, width))
        : GivenFactor.components(OTHERS, givenRows(rows, width), width);
  }

  private static double[] numbers(List<FactorPart> parts) {
    List<FactorPart> inOrder = new ArrayList<>(parts);
    inOrder.sort(Comparator.comparingLong(FactorPart::firstRow));
    return inOrder.stream()
        .map(FactorPart::rows)
        .map(Factor::toArray)
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  @ParameterizedTest
  @CsvSource({"1, 3, DOUBLE", "2, 3, SINGLE", "7, 3, DOUBLE", "7, 1, DOUBLE", "64, 2, SINGLE"})
  void isTheSameForEveryPlan(int partitions, int width, Precision precision) {
    MatrixBlock x = Cell.random(ROWS, COLUMNS, 0.04, 5);
    List<Cell> cells = Cell.of(x);
    GridSettings settings =
        new GridSettings(RANK, partitions, precision, Orientation.ROWS, EmptyCells.ZERO, 0);
    BlockGrid grid = new BlockGrid(ROWS, COLUMNS, cells.size(), settings);
    try (SparkScope scope = new SparkScope(context)) {
      DistributedMatrix matrix =
          DistributedMatrix.assemble(
              context.parallelize(cells, 3), Cell.decoder(), grid, DuplicatePolicy.ERROR, scope);
      List<Segment> segments = matrix.segments().collect();
      double[] w = rounded(expected(ROWS, width), precision);
      double[] h = rounded(expected(COLUMNS, width), precision);

      assertThat(numbers(source(ROWS, width).of(segments, grid))).containsExactly(w);
      JavaRDD<FactorPart> beside = source(ROWS, width).beside(matrix.segments(), grid);
      assertThat(numbers(beside.collect())).containsExactly(w);
      assertThat(beside.map(FactorPart::index).collect())
          .isEqualTo(matrix.segments().map(Segment::index).collect());
      assertThat(source(COLUMNS, width).whole(grid).toArray()).containsExactly(h);

      ShuffleTraffic traffic = ShuffleTraffic.open(matrix, scope);
      assertThat(numbers(traffic.onSegments(source(ROWS, width)).collect())).containsExactly(w);
      JavaRDD<FactorPart> stripes = source(COLUMNS, width).onStripes(traffic);
      assertThat(numbers(stripes.collect())).containsExactly(h);
      assertThat(stripes.count()).isGreaterThan(1);
    }
  }

  private static double[] rounded(double[] numbers, Precision precision) {
    double[] rounded = numbers.clone();
    for (int p = 0; p < rounded.length && precision == Precision.SINGLE; p++) {
      rounded[p] = (float) rounded[p];
    }
    return rounded;
  }
}
