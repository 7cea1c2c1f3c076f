package io.github.sparknmf.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sparknmf.linalg.DoubleFactor;
import io.github.sparknmf.linalg.MatrixBlock;
import io.github.sparknmf.linalg.TallFactor;
import io.github.sparknmf.testing.Cell;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every update rule must hold: descent, non-negative finite entries, exact fits stay. */
abstract class UpdateRuleContract {
  private static final int ROWS = 31;
  private static final int COLUMNS = 17;
  private static final int RANK = 5;

  /** The rule under test. */
  abstract UpdateRule rule();

  private static double[] random(int rows, long seed) {
    return new SplittableRandom(seed).doubles((long) rows * RANK).toArray();
  }

  private static double squaredResidual(MatrixBlock x, double[] w, double[] ht) {
    return new Residual(DoubleFactor.of(ht, RANK)).ofBlock(x, DoubleFactor.of(w, RANK), 0);
  }

  private void update(MatrixBlock x, double[] w, double[] ht) {
    double[] product = new double[ROWS * RANK];
    x.addTimes(DoubleFactor.of(ht, RANK), DoubleFactor.of(product, RANK), 0);
    double[] gram = DoubleFactor.of(ht, RANK).gram();
    rule().update(w, 0, ROWS, product, 0, gram, new Workspace(RANK));
  }

  @Test
  void neverRaisesTheErrorAndKeepsEntriesFiniteAndNonNegative() {
    for (long seed = 0; seed < 20; seed++) {
      MatrixBlock x = Cell.random(ROWS, COLUMNS, 0.3, seed);
      double[] w = random(ROWS, seed + 100);
      double[] ht = random(COLUMNS, seed + 200);
      double before = squaredResidual(x, w, ht);
      for (int iteration = 0; iteration < 10; iteration++) {
        update(x, w, ht);
        double after = squaredResidual(x, w, ht);
        assertThat(after).isLessThanOrEqualTo(before * (1 + 1e-12));
        before = after;
      }
      for (double entry : w) {
        assertThat(entry).isFinite().isNotNegative();
      }
    }
  }

  @Test
  void leavesAnExactFitAlone() {
    double[] w = random(ROWS, 1);
    double[] ht = random(COLUMNS, 2);
    double[] before = w.clone();
    double[] gram = DoubleFactor.of(ht, RANK).gram();
    // X = W H exactly, so that X H' = W (H H').
    double[] product = new double[ROWS * RANK];
    TallFactor.timesSquare(w, 0, ROWS, RANK, gram, product);
    rule().update(w, 0, ROWS, product, 0, gram, new Workspace(RANK));
    assertThat(w).containsExactly(before, within(1e-12));
  }

  @Test
  void touchesTheNamedRowsOnly() {
    MatrixBlock x = Cell.random(ROWS, COLUMNS, 0.5, 9);
    double[] ht = random(COLUMNS, 3);
    double[] w = random(ROWS, 4);
    double[] all = w.clone();
    update(x, all, ht);
    double[] some = w.clone();
    double[] product = new double[ROWS * RANK];
    x.addTimes(DoubleFactor.of(ht, RANK), DoubleFactor.of(product, RANK), 0);
    rule().update(some, 7, 3, product, 7, DoubleFactor.of(ht, RANK).gram(), new Workspace(RANK));
    for (int p = 0; p < w.length; p++) {
      boolean named = p / RANK >= 7 && p / RANK < 10;
      assertThat(some[p]).isEqualTo(named ? all[p] : w[p]);
    }
  }

  @Test
  void aZeroRowOfXGivesAZeroRow() {
    double[] w = random(1, 5);
    double[] gram = DoubleFactor.of(random(COLUMNS, 6), RANK).gram();
    rule().update(w, 0, 1, new double[RANK], 0, gram, new Workspace(RANK));
    assertThat(w).containsOnly(0);
  }

  @Test
  void anAllZeroOtherFactorGivesZeros() {
    double[] w = random(1, 5);
    rule().update(w, 0, 1, new double[RANK], 0, new double[RANK * RANK], new Workspace(RANK));
    assertThat(w).containsOnly(0);
  }
}
