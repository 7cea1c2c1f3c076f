package org.sparknmf.solver.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.linalg.CsrBuilder;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.SparseBlock;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.Golden;

class NndsvdTest {
  private static final Golden GOLDEN = new Golden();
  private static final double GOLDEN_MEAN = 1.5416666666666667;

  private static MatrixBlock scaled(MatrixBlock x, double scale) {
    CsrBuilder builder = new CsrBuilder(x.rows(), x.columns());
    int[] columns = new int[x.columns()];
    double[] values = new double[x.columns()];
    for (int i = 0; i < x.rows(); i++) {
      int count = x.copyRow(i, columns, values);
      for (int p = 0; p < count; p++) {
        builder.add(i, columns[p], values[p] * scale);
      }
    }
    return new SparseBlock(builder.build(DuplicatePolicy.ERROR));
  }

  /** The product of two random non-negative factors of so many columns. */
  private static MatrixBlock ofRank(int rank, int rows, int columns) {
    CsrBuilder builder = new CsrBuilder(rows, columns);
    addOfRank(rank, rows, columns, builder);
    return new SparseBlock(builder.build(DuplicatePolicy.ERROR));
  }

  private static void addOfRank(int rank, int rows, int columns, CsrBuilder builder) {
    SplittableRandom random = new SplittableRandom(8);
    double[] left = random.doubles((long) rows * rank).toArray();
    double[] right = random.doubles((long) columns * rank).toArray();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double cell = 0;
        for (int c = 0; c < rank; c++) {
          cell += left[i * rank + c] * right[j * rank + c];
        }
        builder.add(i, j, cell);
      }
    }
  }

  private static double[] column(double[] factor, int rank, int component) {
    double[] column = new double[factor.length / rank];
    Arrays.setAll(column, i -> factor[i * rank + component]);
    return column;
  }

  @Test
  void agreesWithScikitLearn() {
    JsonNode expected = GOLDEN.nndsvd();
    LocalNndsvd local = new LocalNndsvd(GOLDEN.x(), 3, 1);
    LocalNndsvd.Start start = local.start(ZeroFill.NONE);
    assertThat(start.w()).containsExactly(Golden.w(expected), within(1e-9));
    assertThat(start.ht()).containsExactly(Golden.ht(expected), within(1e-9));
    double[] sigma =
        StreamSupport.stream(expected.get("singular_values").spliterator(), false)
            .mapToDouble(JsonNode::asDouble)
            .toArray();
    assertThat(local.values()).containsExactly(Arrays.copyOf(sigma, 3), within(1e-9));
    assertThat(new LocalNndsvd(GOLDEN.x(), 5, 1).values()).containsExactly(sigma, within(1e-9));
  }

  @Test
  void fillsWithTheMeanAsScikitLearn() {
    LocalNndsvd.Start start = new LocalNndsvd(GOLDEN.x(), 3, 1).start(ZeroFill.MEAN);
    assertThat(start.w()).containsExactly(filled(Golden.w(GOLDEN.nndsvd())), within(1e-9));
    assertThat(start.ht()).containsExactly(filled(Golden.ht(GOLDEN.nndsvd())), within(1e-9));
  }

  private static double[] filled(double[] values) {
    return Arrays.stream(values).map(v -> v == 0 ? GOLDEN_MEAN : v).toArray();
  }

  @ParameterizedTest
  @EnumSource(
      value = ZeroFill.class,
      names = {"MEAN", "RANDOM"})
  void fillingTouchesZerosOnly(ZeroFill fill) {
    LocalNndsvd local = new LocalNndsvd(Cell.random(61, 37, 0.2, 4), 7, 1);
    LocalNndsvd.Start plain = local.start(ZeroFill.NONE);
    LocalNndsvd.Start full = local.start(fill);
    assertThat(plain.w()).contains(0);
    for (int p = 0; p < plain.w().length; p++) {
      if (plain.w()[p] == 0) {
        assertThat(full.w()[p]).isPositive();
      } else {
        assertThat(full.w()[p]).isEqualTo(plain.w()[p]);
      }
    }
    assertThat(DoubleStream.concat(Arrays.stream(full.w()), Arrays.stream(full.ht())))
        .allMatch(v -> v > 0 && Double.isFinite(v));
  }

  /** |N(0, 1)| has mean sqrt(2 / pi). */
  @Test
  void randomFillIsAHundredthOfTheMeanAndDiffersBetweenFactors() {
    MatrixBlock x = Cell.random(200, 200, 0.2, 4);
    LocalNndsvd local = new LocalNndsvd(x, 20, 1);
    LocalNndsvd.Start plain = local.start(ZeroFill.NONE);
    LocalNndsvd.Start full = local.start(ZeroFill.RANDOM);
    double[] w = fillers(plain.w(), full.w());
    double[] h = fillers(plain.ht(), full.ht());
    double mean = Arrays.stream(x.toCsr().values()).sum() / 40_000;
    assertThat(Arrays.stream(w).average().orElseThrow() / mean)
        .isCloseTo(0.01 * Math.sqrt(2 / Math.PI), within(5e-4));
    assertThat(w).doesNotHaveDuplicates().doesNotContain(h);
  }

  private static double[] fillers(double[] plain, double[] full) {
    double[] fillers = full.clone();
    for (int p = 0; p < plain.length; p++) {
      fillers[p] = plain[p] == 0 ? full[p] : Double.NaN;
    }
    return Arrays.stream(fillers).filter(v -> !Double.isNaN(v)).toArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-80, 1e-12, 1e-6, 3, 1e12, 1e80})
  void followsTheRootOfTheScale(double scale) {
    MatrixBlock x = Cell.random(61, 37, 0.3, 5);
    LocalNndsvd.Start start = new LocalNndsvd(x, 5, 1).start(ZeroFill.NONE);
    LocalNndsvd.Start scaled = new LocalNndsvd(scaled(x, scale), 5, 1).start(ZeroFill.NONE);
    assertThat(divided(scaled.w(), Math.sqrt(scale))).containsExactly(start.w(), within(1e-9));
    assertThat(divided(scaled.ht(), Math.sqrt(scale))).containsExactly(start.ht(), within(1e-9));
  }

  private static double[] divided(double[] values, double by) {
    return Arrays.stream(values).map(v -> v / by).toArray();
  }

  /** scikit-learn's test_initialize_close. */
  @Test
  void fitsBetterThanTheMean() {
    MatrixBlock x = Cell.random(10, 10, 1, 6);
    LocalNndsvd local = new LocalNndsvd(x, 10, 1);
    LocalNndsvd.Start start = local.start(ZeroFill.NONE);
    double mean = Arrays.stream(x.toCsr().values()).average().orElseThrow();
    double spread = Arrays.stream(x.toCsr().values()).map(v -> (v - mean) * (v - mean)).sum();
    assertThat(local.squaredError(start.w(), start.ht())).isLessThanOrEqualTo(spread);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 30})
  void componentsBeyondTheRankOfXAreZero(int rank) {
    MatrixBlock x = ofRank(3, 61, 37);
    LocalNndsvd local = new LocalNndsvd(x, rank, 1);
    assertThat(local.squaredError()).isLessThan(1e-20);
    LocalNndsvd.Start start = local.start(ZeroFill.NONE);
    for (int c = 0; c < rank; c++) {
      for (double[] column :
          new double[][] {column(start.w(), rank, c), column(start.ht(), rank, c)}) {
        if (c < 3) {
          assertThat(Arrays.stream(column)).allMatch(v -> v >= 0).anyMatch(v -> v > 0.01);
        } else {
          assertThat(column).containsOnly(0);
        }
      }
    }
    LocalNndsvd.Start full = local.start(ZeroFill.MEAN);
    assertThat(Arrays.stream(full.w())).allMatch(v -> v > 0 && Double.isFinite(v));
  }

  @ParameterizedTest
  @EnumSource(ZeroFill.class)
  void zerosStartAtZero(ZeroFill fill) {
    MatrixBlock zeros = Cell.random(7, 5, 0, 1);
    LocalNndsvd local = new LocalNndsvd(zeros, 3, 1);
    assertThat(local.values()).containsOnly(0);
    assertThat(local.start(fill).w()).containsOnly(0);
    assertThat(local.start(fill).ht()).containsOnly(0);
  }

  /** The one pair of singular vectors is the matrix itself, scaled to length 1, and 1. */
  @Test
  void oneRowOrOneColumnIsFittedExactly() {
    for (MatrixBlock x : new MatrixBlock[] {Cell.random(1, 9, 0.7, 2), Cell.random(9, 1, 0.7, 2)}) {
      LocalNndsvd local = new LocalNndsvd(x, 1, 1);
      LocalNndsvd.Start start = local.start(ZeroFill.NONE);
      assertThat(local.squaredError(start.w(), start.ht())).isLessThan(1e-24);
    }
  }

  /** One huge cell hides all else in a random combination of columns, but for its last digits. */
  @Test
  void oneHugeCellLeavesTheOtherComponents() {
    CsrBuilder builder = new CsrBuilder(61, 37);
    addOfRank(3, 60, 36, builder);
    builder.add(60, 36, 1e7);
    double[] values =
        new LocalNndsvd(new SparseBlock(builder.build(DuplicatePolicy.ERROR)), 4, 1).values();
    double[] without = new LocalNndsvd(ofRank(3, 60, 36), 3, 1).values();
    assertThat(values[0]).isEqualTo(1e7);
    assertThat(Arrays.copyOfRange(values, 1, 4)).containsExactly(without, within(1e-6));
  }

  @Test
  void theSeedDecides() {
    MatrixBlock x = Cell.random(61, 37, 0.3, 7);
    double[] w = new LocalNndsvd(x, 5, 1).start(ZeroFill.RANDOM).w();
    assertThat(new LocalNndsvd(x, 5, 1).start(ZeroFill.RANDOM).w()).containsExactly(w);
    assertThat(new LocalNndsvd(x, 5, 2).start(ZeroFill.RANDOM).w()).isNotEqualTo(w);
  }

  /** Sums and start values of consecutive pieces are those of the whole, to the bit. */
  @Test
  void piecesGiveTheBitsOfTheWhole() {
    LocalNndsvd local = new LocalNndsvd(Cell.random(211, 37, 0.3, 9), 5, 1);
    LocalNndsvd.Start whole = local.start(ZeroFill.RANDOM);
    assertThat(local.start(ZeroFill.RANDOM, 71).w()).containsExactly(whole.w());
    assertThat(local.start(ZeroFill.RANDOM, 5).ht()).containsExactly(whole.ht());
  }
}
