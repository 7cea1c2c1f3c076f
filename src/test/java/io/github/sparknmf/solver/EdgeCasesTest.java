package io.github.sparknmf.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sparknmf.linalg.CsrBuilder;
import io.github.sparknmf.linalg.DuplicatePolicy;
import io.github.sparknmf.linalg.MatrixBlock;
import io.github.sparknmf.linalg.SparseBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Matrices at the border of what is one (numerics: R1 to R4, R8, R9, E2, E9). */
class EdgeCasesTest {

  private static MatrixBlock block(double[]... rows) {
    CsrBuilder builder = new CsrBuilder(rows.length, rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[0].length; j++) {
        builder.add(i, j, rows[i][j]);
      }
    }
    return new SparseBlock(builder.build(DuplicatePolicy.ERROR));
  }

  private static LocalNmf.Factors fit(int rank, int iterations, double[]... rows) {
    double sum = 0;
    double squares = 0;
    for (double[] row : rows) {
      for (double x : row) {
        sum += x;
        squares += x * x;
      }
    }
    NmfSettings settings = new NmfSettings(rank, iterations, 0, 5);
    MatrixSummary summary =
        new MatrixSummary(rows.length, rows[0].length, 0, sum, squares, squares);
    return new LocalNmf(settings).fit(block(rows), summary);
  }

  @Test
  void zeroRowsAndColumnsGetZeroFactors() {
    LocalNmf.Factors factors =
        fit(2, 20, new double[] {1, 0, 2}, new double[] {0, 0, 0}, new double[] {3, 0, 1});
    assertThat(factors.w()[2]).isZero();
    assertThat(factors.w()[3]).isZero();
    assertThat(factors.ht()[2]).isZero();
    assertThat(factors.ht()[3]).isZero();
    assertThat(factors.w()).doesNotContain(Double.NaN);
  }

  @Test
  void anAllZeroMatrixIsFittedByZeros() {
    LocalNmf.Factors factors = fit(2, 3, new double[] {0, 0}, new double[] {0, 0});
    assertThat(factors.w()).containsOnly(0);
    assertThat(factors.ht()).containsOnly(0);
    assertThat(factors.result().history())
        .allMatch(i -> i.relativeError() == 0 && i.objective() == 0);
  }

  @Test
  void oneRowOneColumnOneCell() {
    assertThat(fit(1, 50, new double[] {1, 2, 3}).result().loss()).isLessThan(1e-20);
    assertThat(fit(1, 50, new double[] {1}, new double[] {4}).result().loss()).isLessThan(1e-20);
    LocalNmf.Factors one = fit(1, 50, new double[] {9});
    assertThat(one.w()[0] * one.ht()[0]).isCloseTo(9, within(1e-12));
  }

  @Test
  void rankAboveBothSidesRuns() {
    LocalNmf.Factors factors = fit(5, 400, new double[] {1, 2}, new double[] {3, 1});
    assertThat(Math.sqrt(2 * factors.result().loss())).isLessThan(1e-3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-80, 1e-12, 1e12, 1e80})
  void theScaleOfXDoesNotMatter(double scale) {
    double[][] rows = {{1, 0, 2, 5}, {0, 3, 1, 0}, {4, 1, 0, 2}};
    double[][] scaled = new double[3][4];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        scaled[i][j] = rows[i][j] * scale;
      }
    }
    double error = last(fit(2, 60, rows));
    assertThat(last(fit(2, 60, scaled))).isCloseTo(error, within(1e-9));
  }

  private static double last(LocalNmf.Factors factors) {
    return factors.result().history().get(factors.result().iterations()).relativeError();
  }

  /** The shortcut for the error cancels near an exact fit; the residual is then summed directly. */
  @Test
  void theErrorOfAnExactFitIsTinyNotNan() {
    double[] left = {1, 2, 3, 5, 7, 11};
    double[][] rows = new double[6][4];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 4; j++) {
        rows[i][j] = left[i] * (j + 1);
      }
    }
    double residual = 2 * fit(1, 100, rows).result().loss();
    assertThat(residual).isBetween(0.0, 1e-24);
  }

  /** The rank-1 fit of a positive matrix is its leading singular pair (Eckart and Young, 1936). */
  @Test
  void rankOneReachesTheSingularValueBound() {
    // [[4, 0], [3, 5]]: X'X has eigenvalues 40 and 10.
    double residual = 2 * fit(1, 500, new double[] {4, 0}, new double[] {3, 5}).result().loss();
    assertThat(residual).isCloseTo(10, within(1e-9));
  }
}
