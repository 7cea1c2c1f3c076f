package org.sparknmf.solver.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sparknmf.linalg.CsrBuilder;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.SparseBlock;
import org.sparknmf.testing.SampleMatrix;

/** On 1,797 images of 64 pixels, beside a dense decomposition of the whole matrix. */
class SingularTripletsTest {
  private static final int RANK = 10;

  private static MatrixBlock digits;
  private static double[] exact;

  @BeforeAll
  static void decompose() {
    SampleMatrix sample = SampleMatrix.of("digits");
    int rows = sample.rows().size();
    int columns = sample.columns().size();
    CsrBuilder builder = new CsrBuilder(rows, columns);
    Array2DRowRealMatrix dense = new Array2DRowRealMatrix(rows, columns);
    for (SampleMatrix.Entry cell : sample.cells()) {
      builder.add(cell.row(), cell.column(), cell.value());
      dense.setEntry(cell.row(), cell.column(), cell.value());
    }
    digits = new SparseBlock(builder.build(DuplicatePolicy.ERROR));
    exact = new SingularValueDecomposition(dense).getSingularValues();
  }

  @Test
  void valuesAreThoseOfADenseDecomposition() {
    double[] values = new LocalNndsvd(digits, RANK, 1).values();
    for (int c = 0; c < RANK; c++) {
      assertThat(values[c] / exact[c]).isCloseTo(1, within(1e-6));
    }
  }

  /** The least squared error of any product of rank k (Eckart and Young, 1936). */
  @Test
  void theErrorIsTheLeastPossible() {
    double least = Arrays.stream(exact).skip(RANK).map(sigma -> sigma * sigma).sum();
    double error = new LocalNndsvd(digits, RANK, 1).squaredError();
    assertThat(error / least).isBetween(1 - 1e-9, 1 + 1e-6);
  }

  @Test
  void vectorsAreOrthonormal() {
    LocalNndsvd local = new LocalNndsvd(digits, RANK, 1);
    double[] identity = new double[RANK * RANK];
    for (int c = 0; c < RANK; c++) {
      identity[c * RANK + c] = 1;
    }
    for (RandomStart.FactorName side : RandomStart.FactorName.values()) {
      assertThat(DoubleFactor.of(local.vectors(side), RANK).gram())
          .containsExactly(identity, within(1e-12));
    }
  }

  /** All that a thin matrix has: nothing is left out, so nothing depends on chance. */
  @Test
  void asManyColumnsAsTheMatrixGiveTheWholeDecomposition() {
    double[] values = new LocalNndsvd(digits, 54, 1).values();
    assertThat(values).containsExactly(Arrays.copyOf(exact, 54), within(1e-9));
  }

  /** Two runs of scikit-learn that differ in nothing but their random state differ by up to 1.8. */
  @Test
  void twoSeedsHardlyDiffer() {
    double[] one = new LocalNndsvd(digits, RANK, 1).start(ZeroFill.NONE).w();
    double[] other = new LocalNndsvd(digits, RANK, 2).start(ZeroFill.NONE).w();
    double largest = Arrays.stream(one).max().orElseThrow();
    for (int p = 0; p < one.length; p++) {
      double tolerance = p % RANK < RANK / 2 ? 1e-4 : 1e-2;
      assertThat(other[p]).isCloseTo(one[p], within(tolerance * largest));
    }
  }
}
