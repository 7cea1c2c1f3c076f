package org.sparknmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Stored zeros and weights stay with their cells, whatever becomes of the matrix. */
class ObservedCellsTest {
  private static final int ROWS = 43;
  private static final int COLUMNS = 89;

  /** NaN where a cell is unknown. */
  private final double[][] values = new double[ROWS][COLUMNS];

  private final double[][] weights = new double[ROWS][COLUMNS];

  private CsrMatrix matrix(double density) {
    SplittableRandom random = new SplittableRandom(5);
    CsrBuilder builder = new CsrBuilder(ROWS, COLUMNS, EmptyCells.MISSING);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        boolean known = i != 7 && j != 13 && random.nextDouble() < density;
        values[i][j] = known ? random.nextInt(3) * 0.1 : Double.NaN;
        weights[i][j] = known ? 0.25 * (1 + random.nextInt(5)) : 0;
        if (known) {
          builder.add(i, j, values[i][j], weights[i][j]);
        }
      }
    }
    return builder.build(DuplicatePolicy.ERROR);
  }

  /** What stands in a cell of the original. */
  private interface Place {
    int row(int row, int column);

    default int column(int row, int column) {
      return column;
    }
  }

  private void assertCells(CsrMatrix actual, Place place) {
    int known = 0;
    for (int r = 0; r < actual.rowIds().length; r++) {
      for (int p = actual.offsets()[r]; p < actual.offsets()[r + 1]; p++) {
        int i = place.row(actual.rowIds()[r], actual.columnIds()[p]);
        int j = place.column(actual.rowIds()[r], actual.columnIds()[p]);
        assertThat(actual.values()[p]).isEqualTo(values[i][j]);
        assertThat(actual.weight(p)).isEqualTo(weights[i][j]);
        known++;
      }
    }
    assertThat(actual.nonZeros()).isEqualTo(known).isPositive();
  }

  private static final Place SAME = (row, column) -> row;

  private static final Place TURNED =
      new Place() {
        @Override
        public int row(int row, int column) {
          return column;
        }

        @Override
        public int column(int row, int column) {
          return row;
        }
      };

  @Test
  void transposed() {
    CsrMatrix csr = matrix(0.3);
    assertCells(csr, SAME);
    assertCells(csr.transpose(), TURNED);
    assertThat(csr.transpose().nonZeros()).isEqualTo(csr.nonZeros());
    assertThat(csr.transpose().transpose().weights()).containsExactly(csr.weights());
  }

  @Test
  void sliced() {
    CsrMatrix csr = matrix(0.3);
    int cells = 0;
    for (int from = 0; from < ROWS; from += 11) {
      int start = from;
      CsrMatrix part = csr.slice(from, Math.min(from + 11, ROWS));
      assertCells(part, (row, column) -> start + row);
      cells += part.nonZeros();
    }
    assertThat(cells).isEqualTo(csr.nonZeros());
  }

  @Test
  void renumbered() {
    CsrMatrix csr = matrix(0.3).renumbered(2 * COLUMNS, j -> 2 * j + 1);
    assertThat(csr.columns()).isEqualTo(2 * COLUMNS);
    assertCells(
        csr,
        new Place() {
          @Override
          public int row(int row, int column) {
            return row;
          }

          @Override
          public int column(int row, int column) {
            return column / 2;
          }
        });
  }

  @Test
  void roundedInValuesOnly() {
    CsrMatrix csr = matrix(0.3);
    CsrMatrix rounded = csr.rounded(Precision.SINGLE);
    assertThat(rounded.weights()).containsExactly(csr.weights());
    for (int p = 0; p < csr.nonZeros(); p++) {
      assertThat(rounded.values()[p]).isEqualTo((float) csr.values()[p]);
    }
  }

  /** A dense block could not tell a stored zero from an unknown cell. */
  @Test
  void aBlockOfObservedCellsIsSparse() {
    CsrMatrix csr = matrix(1);
    MatrixBlock block = MatrixBlocks.observed(csr);
    assertThat(block).isInstanceOf(SparseBlock.class);
    assertThat(((SparseBlock) block).hasWeights()).isTrue();
    assertThat(block.nonZeros()).isEqualTo(csr.nonZeros()).isEqualTo((ROWS - 1) * (COLUMNS - 1));
    assertCells(block.toCsr(), SAME);
    MatrixBlock other = block.ofSameKind(block.toCsr().renumbered(COLUMNS, j -> j));
    assertThat(other.nonZeros()).isEqualTo(block.nonZeros());
    assertCells(other.toCsr(), SAME);
    int[] ids = new int[COLUMNS];
    double[] row = new double[COLUMNS];
    assertThat(block.copyRow(7, ids, row)).isZero();
    assertThat(block.copyRow(8, ids, row)).isEqualTo(COLUMNS - 1);
    assertThat(row).startsWith(values[8][0], values[8][1]);
  }
}
