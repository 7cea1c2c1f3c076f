package org.sparknmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Both kinds of blocks against naive loops, and against each other bit by bit. */
class MatrixBlockTest {
  private static final int ROWS = 71;
  private static final int COLUMNS = 263;

  private final double[][] cells = new double[ROWS][COLUMNS];

  private CsrMatrix matrix(double density) {
    return matrix(density, 1);
  }

  /** Values are multiples of {@code unit}, or any doubles where it is 0. */
  private CsrMatrix matrix(double density, double unit) {
    SplittableRandom random = new SplittableRandom(3);
    CsrBuilder builder = new CsrBuilder(ROWS, COLUMNS);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        boolean emptyRow = i == 5;
        boolean emptyColumn = j == 11;
        if (!emptyRow && !emptyColumn && random.nextDouble() < density) {
          cells[i][j] = unit == 0 ? random.nextDouble() : unit * (1 + random.nextInt(9));
          builder.add(i, j, cells[i][j]);
        }
      }
    }
    return builder.build(DuplicatePolicy.ERROR);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0.003, 1", "0.1, 0", "1, 0"})
  void marksColumnsThatHaveCells(double density, double unit) {
    CsrMatrix csr = matrix(density, unit);
    BitSet expected = new BitSet();
    expected.set(COLUMNS + 3);
    for (int j = 0; j < COLUMNS; j++) {
      for (int i = 0; i < ROWS; i++) {
        if (cells[i][j] != 0) {
          expected.set(j);
        }
      }
    }
    for (MatrixBlock block : new MatrixBlock[] {new SparseBlock(csr), new DenseBlock(csr)}) {
      BitSet marked = new BitSet();
      marked.set(COLUMNS + 3);
      block.markColumns(marked);
      assertThat(marked).isEqualTo(expected);
    }
  }

  private static Factor factor(int rows, int rank, Precision precision) {
    double[] entries = new SplittableRandom(rank).doubles((long) rows * rank).toArray();
    Factor factor = Factor.zeros(precision, rows, rank);
    factor.write(0, rows, entries);
    return factor;
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 1, 0, DOUBLE",
    "0.1, 7, 1, DOUBLE",
    "0.9, 8, 0.5, DOUBLE",
    "0.5, 13, 0, DOUBLE",
    "0.3, 19, 1, DOUBLE",
    "1, 31, 0, DOUBLE",
    "0, 5, 1, DOUBLE"
  })
  void productsEqualNaiveOnesAndEachOther(
      double density, int rank, double unit, Precision precision) {
    CsrMatrix csr = matrix(density, unit);
    MatrixBlock sparse = new SparseBlock(csr);
    MatrixBlock dense = new DenseBlock(csr);
    Factor ht = factor(COLUMNS, rank, precision);
    Factor w = factor(ROWS + 2, rank, precision);

    Factor product = Factor.zeros(precision, ROWS + 1, rank);
    Factor denseProduct = product.copy();
    sparse.addTimes(ht, product, 1);
    dense.addTimes(ht, denseProduct, 1);
    assertThat(product.toArray()).containsExactly(denseProduct.toArray());

    Factor transposed = Factor.zeros(precision, COLUMNS, rank);
    Factor denseTransposed = transposed.copy();
    sparse.addTransposedTimes(w, 2, transposed);
    dense.addTransposedTimes(w, 2, denseTransposed);
    assertThat(transposed.toArray()).containsExactly(denseTransposed.toArray());

    requireNaive(ht, w, product, transposed, 1e-12);
  }

  private void requireNaive(
      Factor ht, Factor w, Factor product, Factor transposed, double tolerance) {
    for (int c = 0; c < ht.rank(); c++) {
      for (int i = 0; i < ROWS; i++) {
        double expected = 0;
        for (int j = 0; j < COLUMNS; j++) {
          expected += cells[i][j] * ht.get(j, c);
        }
        assertThat(product.get(i + 1, c)).isCloseTo(expected, within(tolerance * (1 + expected)));
      }
      for (int j = 0; j < COLUMNS; j++) {
        double expected = 0;
        for (int i = 0; i < ROWS; i++) {
          expected += cells[i][j] * w.get(i + 2, c);
        }
        assertThat(transposed.get(j, c)).isCloseTo(expected, within(tolerance * (1 + expected)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0.1, 3", "0.6, 8", "0.3, 21"})
  void singlePrecisionIsCloseToIt(double density, int rank) {
    CsrMatrix csr = matrix(density);
    for (MatrixBlock block : new MatrixBlock[] {new SparseBlock(csr), new DenseBlock(csr)}) {
      Factor ht = factor(COLUMNS, rank, Precision.SINGLE);
      Factor w = factor(ROWS + 2, rank, Precision.SINGLE);
      Factor product = Factor.zeros(Precision.SINGLE, ROWS + 1, rank);
      Factor transposed = Factor.zeros(Precision.SINGLE, COLUMNS, rank);
      block.addTimes(ht, product, 1);
      block.addTransposedTimes(w, 2, transposed);
      requireNaive(ht, w, product, transposed, 1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void piecesGiveTheBitsOfTheWhole(Precision precision) {
    CsrMatrix csr = matrix(0.4, 0);
    Factor w = factor(ROWS, 6, precision);
    for (MatrixBlock block : new MatrixBlock[] {new SparseBlock(csr), new DenseBlock(csr)}) {
      Factor whole = Factor.zeros(precision, COLUMNS, 6);
      block.addTransposedTimes(w, 0, whole);
      Factor byRows = Factor.zeros(precision, COLUMNS, 6);
      for (int from = 0; from < ROWS; from += 10) {
        int to = Math.min(from + 10, ROWS);
        new SparseBlock(csr.slice(from, to)).addTransposedTimes(w, from, byRows);
      }
      if (block instanceof SparseBlock || precision == Precision.DOUBLE) {
        assertThat(byRows.toArray()).containsExactly(whole.toArray());
      }
      for (int from = 0; from < COLUMNS; from += 37) {
        int to = Math.min(from + 37, COLUMNS);
        Factor some = Factor.zeros(precision, to - from, 6);
        block.addTransposedTimes(w, 0, from, to, some);
        assertThat(some.toArray()).containsExactly(whole.slice(from, to - from).toArray());
      }
    }
  }

  @Test
  void copiesRowsAlike() {
    CsrMatrix csr = matrix(0.4);
    for (MatrixBlock block : new MatrixBlock[] {new SparseBlock(csr), new DenseBlock(csr)}) {
      assertThat(block.rows()).isEqualTo(ROWS);
      assertThat(block.columns()).isEqualTo(COLUMNS);
      assertThat(block.nonZeros()).isEqualTo(csr.nonZeros());
      assertThat(block.toCsr().columnIds()).containsExactly(csr.columnIds());
      assertThat(block.toCsr().values()).containsExactly(csr.values());
      int[] columns = new int[COLUMNS];
      double[] values = new double[COLUMNS];
      for (int i = 0; i < ROWS; i++) {
        double[] row = new double[COLUMNS];
        int count = block.copyRow(i, columns, values);
        for (int p = 0; p < count; p++) {
          row[columns[p]] = values[p];
        }
        assertThat(row).containsExactly(cells[i]);
      }
    }
  }

  @Test
  void transposeOfTransposeIsTheMatrix() {
    CsrMatrix csr = matrix(0.2);
    CsrMatrix twice = csr.transpose().transpose();
    assertThat(twice.columnIds()).containsExactly(csr.columnIds());
    assertThat(twice.values()).containsExactly(csr.values());
    assertThat(csr.transpose().rows()).isEqualTo(COLUMNS);
    assertThat(csr.transpose().columns()).isEqualTo(ROWS);
  }

  @Test
  void densityDecidesTheKind() {
    assertThat(MatrixBlocks.of(matrix(1))).isInstanceOf(DenseBlock.class);
    assertThat(MatrixBlocks.of(matrix(0.05))).isInstanceOf(SparseBlock.class);
  }

  @Test
  void denseCellsAreFloatsWhereThatIsExact() {
    assertThat(new DenseBlock(matrix(1, 0.5)).bytes()).isEqualTo(4L * ROWS * COLUMNS);
    assertThat(new DenseBlock(matrix(1, 0)).bytes()).isEqualTo(8L * ROWS * COLUMNS);
  }

  @Test
  void refusesOneFactorForTwoPurposes() {
    Factor both = factor(COLUMNS, 2, Precision.DOUBLE);
    CsrMatrix csr = matrix(0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SparseBlock(csr).addTimes(both, both, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DenseBlock(csr).addTransposedTimes(both, 0, both));
  }
}
