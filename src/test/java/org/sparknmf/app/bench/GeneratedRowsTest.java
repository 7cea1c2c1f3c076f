package org.sparknmf.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.engine.matrix.CellSink;

class GeneratedRowsTest {

  @Test
  void aWideRowHasItsCellsAllOverTheColumns() {
    GeneratedRows rows = new GeneratedRows(50_000_000, 100, 7);
    List<Integer> columns = new ArrayList<>();
    for (long row = 0; row < 50; row++) {
      columns.addAll(row(rows, row).columns);
    }
    assertThat(columns).hasSize(5000).allMatch(column -> column >= 0 && column < 50_000_000);
    assertThat(columns).anyMatch(column -> column < 5_000_000);
    assertThat(columns).anyMatch(column -> column > 45_000_000);
  }

  @Test
  void noColumnComesTwiceInARow() {
    Row row = row(new GeneratedRows(211, 101, 7), 3);
    assertThat(row.columns).hasSizeGreaterThan(90).hasSameSizeAs(new HashSet<>(row.columns));
    assertThat(row.values).allMatch(value -> value >= 1 && value == Math.rint(value));
  }

  @Test
  void aRowDependsOnSeedAndNumberAlone() {
    Row first = row(new GeneratedRows(211, 17, 7), 1L << 39);
    Row again = row(new GeneratedRows(211, 17, 7), 1L << 39);
    assertThat(again.columns).isEqualTo(first.columns);
    assertThat(again.values).isEqualTo(first.values);
    assertThat(row(new GeneratedRows(211, 17, 8), 1L << 39).columns).isNotEqualTo(first.columns);
    assertThat(row(new GeneratedRows(211, 17, 7), 5).columns).isNotEqualTo(first.columns);
  }

  @Test
  void denseRowsHaveEveryColumnInOrderRoundedToSixPlaces() {
    Row row = row(new DenseRows(53, 7), 11);
    assertThat(row.columns).hasSize(53).isSorted().doesNotHaveDuplicates();
    // Twenty products of numbers below 1.
    assertThat(row.values).allMatch(value -> value > 0 && value < 20);
    assertThat(row.values).allMatch(value -> Math.rint(value * 1e6) / 1e6 == value);
  }

  @Test
  void aDenseRowDependsOnSeedAndNumberAlone() {
    DenseRows one = new DenseRows(53, 7);
    row(one, 2);
    assertThat(row(one, 11).values).isEqualTo(row(new DenseRows(53, 7), 11).values);
    assertThat(row(one, 12).values).isNotEqualTo(row(one, 11).values);
    assertThat(row(new DenseRows(53, 8), 11).values).isNotEqualTo(row(one, 11).values);
  }

  /** By elimination: a row of (20 + 1) products of W and H is a combination of the others. */
  @Test
  void denseRowsHaveRankTwenty() {
    assertThat(pivotsAbove(1e-4, 25, 23)).isEqualTo(20);
  }

  private static int pivotsAbove(double least, int rows, int columns) {
    List<double[]> reduced = new ArrayList<>();
    DenseRows generator = new DenseRows(columns, 7);
    for (long i = 0; i < rows; i++) {
      reduced.add(row(generator, i).values.stream().mapToDouble(Double::doubleValue).toArray());
    }
    int pivots = 0;
    while (true) {
      int[] place = largest(reduced);
      if (Math.abs(reduced.get(place[0])[place[1]]) < least) {
        return pivots;
      }
      double[] pivot = reduced.remove(place[0]);
      reduced.forEach(row -> subtract(row, pivot, place[1]));
      pivots++;
    }
  }

  private static int[] largest(List<double[]> rows) {
    int[] place = new int[2];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.get(i).length; j++) {
        if (Math.abs(rows.get(i)[j]) > Math.abs(rows.get(place[0])[place[1]])) {
          place = new int[] {i, j};
        }
      }
    }
    return place;
  }

  private static void subtract(double[] row, double[] pivot, int column) {
    double factor = row[column] / pivot[column];
    for (int j = 0; j < row.length; j++) {
      row[j] -= factor * pivot[j];
    }
  }

  private static Row row(CellDecoder<Long> generator, long number) {
    Row row = new Row(number);
    generator.decode(number, row);
    return row;
  }

  private static final class Row implements CellSink {
    private final long number;
    private final List<Integer> columns = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    Row(long number) {
      this.number = number;
    }

    @Override
    public void accept(long row, int column, double value, double weight) {
      assertThat(row).isEqualTo(number);
      columns.add(column);
      values.add(value);
    }

    @Override
    public void acceptMirrored(long row, int column, double value) {
      throw new AssertionError("nothing is mirrored");
    }
  }
}
