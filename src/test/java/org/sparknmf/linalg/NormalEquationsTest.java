package org.sparknmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.testing.PlainMatrix;

/** Sums over known cells, each against its definition. */
class NormalEquationsTest {
  private static final int ROWS = 29;
  private static final int COLUMNS = 61;

  private final PlainMatrix x = PlainMatrix.random(ROWS, COLUMNS, 0.8, 3);
  private final PlainMatrix weights;

  NormalEquationsTest() {
    SplittableRandom random = new SplittableRandom(4);
    // Row 5 and column 8 are not known at all.
    weights =
        PlainMatrix.of(
            ROWS,
            COLUMNS,
            (i, j) -> i == 5 || j == 8 || random.nextInt(3) == 0 ? 0 : random.nextDouble(0.1, 4));
  }

  private MatrixBlock block(boolean weighted) {
    return x.observed((i, j) -> weight(weighted, i, j));
  }

  private double weight(boolean weighted, int i, int j) {
    return weighted ? weights.at(i, j) : Math.signum(weights.at(i, j));
  }

  private static Factor zeros(Precision precision, int rows, int rank) {
    return Factor.zeros(precision, rows, NormalEquations.width(rank));
  }

  private static Factor factor(Precision precision, int rows, int rank, long seed) {
    Factor factor = Factor.zeros(precision, rows, rank);
    factor.write(0, rows, PlainMatrix.factor(rows, rank, seed));
    return factor;
  }

  @Test
  void haveAProductATriangleAndACount() {
    assertThat(NormalEquations.width(1)).isEqualTo(1 + 1 + 1);
    assertThat(NormalEquations.width(10)).isEqualTo(10 + 55 + 1);
    assertThat(NormalEquations.width(10_000)).isEqualTo(10_000 + 50_005_000 + 1);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "3, false", "4, true", "5, true", "13, false", "37, true"})
  void areTheSumsOverKnownCells(int rank, boolean weighted) {
    MatrixBlock block = block(weighted);
    Factor w = factor(Precision.DOUBLE, ROWS, rank, 5);
    Factor ht = factor(Precision.DOUBLE, COLUMNS, rank, 6);
    Factor ofRows = zeros(Precision.DOUBLE, ROWS, rank);
    block.addRowEquations(ht, ofRows, 0);
    for (int i = 0; i < ROWS; i++) {
      int row = i;
      require(ofRows, i, ht, j -> weight(weighted, row, j), j -> x.at(row, j));
    }
    Factor ofColumns = zeros(Precision.DOUBLE, COLUMNS, rank);
    block.addColumnEquations(w, 0, 0, COLUMNS, ofColumns);
    for (int j = 0; j < COLUMNS; j++) {
      int column = j;
      require(ofColumns, j, w, i -> weight(weighted, i, column), i -> x.at(i, column));
    }
  }

  @FunctionalInterface
  private interface Along {
    double at(int place);
  }

  private static void require(Factor terms, int row, Factor other, Along weight, Along value) {
    int k = other.rank();
    double[] product = new double[k];
    double[] gram = new double[k * k];
    double count = 0;
    for (int p = 0; p < other.rows(); p++) {
      double m = weight.at(p);
      count += m;
      for (int a = 0; a < k; a++) {
        product[a] += m * value.at(p) * other.get(p, a);
        for (int b = 0; b < k; b++) {
          gram[a * k + b] += m * other.get(p, a) * other.get(p, b);
        }
      }
    }
    double[] all = terms.toArray();
    int at = row * NormalEquations.width(k);
    double[] spread = new double[k * k];
    NormalEquations.gram(all, at, k, 0, spread);
    assertThat(Arrays.copyOfRange(all, at, at + k)).containsExactly(product, within(1e-10));
    assertThat(spread).containsExactly(gram, within(1e-10));
    assertThat(NormalEquations.count(all, at, k)).isCloseTo(count, within(1e-10));
  }

  /** Sums must not depend on where a matrix is cut, nor on whether weights of 1 are stored. */
  @ParameterizedTest
  @ValueSource(ints = {3, 10, 17})
  void haveTheSameBitsInPiecesAndWithWeightsOfOne(int rank) {
    Factor w = factor(Precision.DOUBLE, ROWS, rank, 5);
    Factor whole = zeros(Precision.DOUBLE, COLUMNS, rank);
    block(false).addColumnEquations(w, 0, 0, COLUMNS, whole);
    Factor piece = zeros(Precision.DOUBLE, 20, rank);
    block(false).addColumnEquations(w, 0, 31, 51, piece);
    assertThat(piece.toArray()).containsExactly(whole.slice(31, 20).toArray());

    // One cell of weight 2, in a column of its own, makes all others have weights.
    MatrixBlock almostOnes = x.observed((i, j) -> j == 60 && i == 3 ? 2 : weight(false, i, j));
    Factor other = zeros(Precision.DOUBLE, COLUMNS, rank);
    almostOnes.addColumnEquations(w, 0, 0, COLUMNS, other);
    assertThat(other.slice(0, 60).toArray()).containsExactly(whole.slice(0, 60).toArray());
    assertThat(other.slice(60, 1).toArray()).isNotEqualTo(whole.slice(60, 1).toArray());
  }

  /** Sums go on where those of the block before have ended. */
  @Test
  void addUpOverBlocks() {
    Factor w = factor(Precision.DOUBLE, 2 * ROWS, 4, 5);
    Factor sums = zeros(Precision.DOUBLE, COLUMNS, 4);
    block(true).addColumnEquations(w, 0, 0, COLUMNS, sums);
    block(true).addColumnEquations(w, ROWS, 0, COLUMNS, sums);
    Factor whole = zeros(Precision.DOUBLE, COLUMNS, 4);
    x.twice()
        .observed((i, j) -> weights.at(i % ROWS, j))
        .addColumnEquations(w, 0, 0, COLUMNS, whole);
    assertThat(sums.toArray()).containsExactly(whole.toArray());
  }

  /** A row of more cells than are spread out at a time. */
  @Test
  void ofALongRowAreOneSum() {
    int columns = 5000;
    MatrixBlock row = PlainMatrix.of(1, columns, (i, j) -> 1 + j % 5).observed((i, j) -> 1 + j % 2);
    Factor terms = zeros(Precision.DOUBLE, 1, 4);
    Factor ht = factor(Precision.DOUBLE, columns, 4, 6);
    row.addRowEquations(ht, terms, 0);
    require(terms, 0, ht, j -> 1 + j % 2, j -> 1 + j % 5);
  }

  @Test
  void inSinglePrecisionAreThoseOfDoublesRounded() {
    Factor ht = factor(Precision.SINGLE, COLUMNS, 6, 6);
    Factor wide = Factor.zeros(Precision.DOUBLE, COLUMNS, 6);
    wide.write(0, COLUMNS, ht.toArray());
    Factor single = zeros(Precision.SINGLE, ROWS, 6);
    Factor twice = zeros(Precision.DOUBLE, ROWS, 6);
    block(true).addRowEquations(ht, single, 0);
    block(true).addRowEquations(wide, twice, 0);
    double[] rounded = Arrays.stream(twice.toArray()).map(v -> (float) v).toArray();
    assertThat(single.toArray()).containsExactly(rounded);
  }

  /** Half the weighted squares of the cells, less those of what is left of them. */
  @Test
  void tellWhatAFactorExplains() {
    Factor w = factor(Precision.DOUBLE, ROWS, 5, 7);
    Factor ht = factor(Precision.DOUBLE, COLUMNS, 5, 8);
    Factor terms = zeros(Precision.DOUBLE, ROWS, 5);
    block(true).addRowEquations(ht, terms, 0);
    for (int i = 0; i < ROWS; i++) {
      double expected = 0;
      for (int j = 0; j < COLUMNS; j++) {
        double left = x.at(i, j) - PlainMatrix.dot(w.toArray(), i, ht.toArray(), j, 5);
        expected += weights.at(i, j) * (x.at(i, j) * x.at(i, j) - left * left) / 2;
      }
      assertThat(NormalEquations.explained(terms, i, 1, w, i))
          .isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
    }
  }

  /** The sum of m (y - x) h over the cells of a row. */
  @Test
  void tellTheGradient() {
    Factor w = factor(Precision.DOUBLE, ROWS, 5, 7);
    Factor ht = factor(Precision.DOUBLE, COLUMNS, 5, 8);
    Factor terms = zeros(Precision.DOUBLE, ROWS, 5);
    block(true).addRowEquations(ht, terms, 0);
    double[] gradient = new double[ROWS * 5];
    NormalEquations.gradient(w.toArray(), 0, ROWS, 5, terms.toArray(), 0, gradient);
    for (int i = 0; i < ROWS; i++) {
      for (int c = 0; c < 5; c++) {
        double expected = 0;
        for (int j = 0; j < COLUMNS; j++) {
          double fitted = PlainMatrix.dot(w.toArray(), i, ht.toArray(), j, 5);
          expected += weights.at(i, j) * (fitted - x.at(i, j)) * ht.get(j, c);
        }
        assertThat(gradient[i * 5 + c]).isCloseTo(expected, within(1e-9));
      }
    }
  }

  @Test
  void needABlockThatKnowsWhatIsStored() {
    Factor ht = factor(Precision.DOUBLE, COLUMNS, 2, 8);
    Factor w = factor(Precision.DOUBLE, ROWS, 2, 8);
    MatrixBlock dense = x.dense();
    Factor ofRows = zeros(Precision.DOUBLE, ROWS, 2);
    Factor ofColumns = zeros(Precision.DOUBLE, COLUMNS, 2);
    assertThatThrownBy(() -> dense.addRowEquations(ht, ofRows, 0))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> dense.addColumnEquations(w, 0, 0, COLUMNS, ofColumns))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
