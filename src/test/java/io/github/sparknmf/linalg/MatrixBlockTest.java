package io.github.sparknmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both kinds of blocks against naive loops, and against each other bit by bit. */
class MatrixBlockTest {
  private static final int ROWS = 37;
  private static final int COLUMNS = 23;

  private final double[][] cells = new double[ROWS][COLUMNS];

  private CsrMatrix matrix(double density) {
    SplittableRandom random = new SplittableRandom(3);
    CsrBuilder builder = new CsrBuilder(ROWS, COLUMNS);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        boolean emptyRow = i == 5;
        boolean emptyColumn = j == 11;
        if (!emptyRow && !emptyColumn && random.nextDouble() < density) {
          cells[i][j] = random.nextDouble();
          builder.add(i, j, cells[i][j]);
        }
      }
    }
    return builder.build(DuplicatePolicy.ERROR);
  }

  private static double[] factor(int rows, int rank) {
    SplittableRandom random = new SplittableRandom(rank);
    return random.doubles((long) rows * rank).toArray();
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1", "0.1, 7", "0.9, 8", "0.5, 13", "0.3, 19", "1, 31", "0, 5"})
  void productsEqualNaiveOnesAndEachOther(double density, int rank) {
    CsrMatrix csr = matrix(density);
    MatrixBlock sparse = new SparseBlock(csr);
    MatrixBlock dense = new DenseBlock(csr);
    double[] ht = factor(COLUMNS, rank);
    double[] w = factor(ROWS + 2, rank);

    double[] product = new double[(ROWS + 1) * rank];
    double[] denseProduct = new double[(ROWS + 1) * rank];
    sparse.addTimes(ht, rank, product, 1);
    dense.addTimes(ht, rank, denseProduct, 1);
    assertThat(product).containsExactly(denseProduct);

    double[] transposed = new double[COLUMNS * rank];
    double[] denseTransposed = new double[COLUMNS * rank];
    sparse.addTransposedTimes(w, 2, rank, transposed);
    dense.addTransposedTimes(w, 2, rank, denseTransposed);
    assertThat(transposed).containsExactly(denseTransposed);

    for (int c = 0; c < rank; c++) {
      for (int i = 0; i < ROWS; i++) {
        double expected = 0;
        for (int j = 0; j < COLUMNS; j++) {
          expected += cells[i][j] * ht[j * rank + c];
        }
        assertThat(product[(i + 1) * rank + c]).isCloseTo(expected, within(1e-13));
      }
      for (int j = 0; j < COLUMNS; j++) {
        double expected = 0;
        for (int i = 0; i < ROWS; i++) {
          expected += cells[i][j] * w[(i + 2) * rank + c];
        }
        assertThat(transposed[j * rank + c]).isCloseTo(expected, within(1e-13));
      }
    }
  }

  @Test
  void piecesGiveTheBitsOfTheWhole() {
    CsrMatrix csr = matrix(0.4);
    double[] w = factor(ROWS, 6);
    double[] whole = new double[COLUMNS * 6];
    new SparseBlock(csr).addTransposedTimes(w, 0, 6, whole);
    double[] pieces = new double[COLUMNS * 6];
    for (int from = 0; from < ROWS; from += 10) {
      int to = Math.min(from + 10, ROWS);
      new SparseBlock(csr.slice(from, to)).addTransposedTimes(w, from, 6, pieces);
    }
    assertThat(pieces).containsExactly(whole);
  }

  @Test
  void copiesRowsAlike() {
    CsrMatrix csr = matrix(0.4);
    for (MatrixBlock block : new MatrixBlock[] {new SparseBlock(csr), new DenseBlock(csr)}) {
      assertThat(block.rows()).isEqualTo(ROWS);
      assertThat(block.columns()).isEqualTo(COLUMNS);
      assertThat(block.nonZeros()).isEqualTo(csr.nonZeros());
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
  void refusesOneArrayForTwoPurposes() {
    double[] both = factor(ROWS, 2);
    CsrMatrix csr = matrix(0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SparseBlock(csr).addTimes(both, 2, both, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DenseBlock(csr).addTransposedTimes(both, 0, 2, both));
  }
}
