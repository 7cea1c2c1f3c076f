package org.sparknmf.solver.nnls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sparknmf.linalg.NormalEquations;
import org.sparknmf.solver.Penalty;

/** Coordinate descent for rows that have a Gram matrix each. */
class RowDescentTest {
  private static final int RANK = 4;

  /** Terms of a row with these cells' rows of the other factor. */
  private static double[] terms(double[][] others, double[] values) {
    double[] terms = new double[NormalEquations.width(RANK)];
    for (int p = 0; p < values.length; p++) {
      int at = RANK;
      for (int a = 0; a < RANK; a++) {
        terms[a] += values[p] * others[p][a];
        for (int b = 0; b <= a; b++) {
          terms[at++] += others[p][a] * others[p][b];
        }
      }
      terms[at]++;
    }
    return terms;
  }

  private static double improve(
      double[] f, double[] terms, Penalty penalty, BitSet held, int cycles) {
    return new RowDescent(penalty, held)
        .improve(f, 0, terms, 0, cycles, new RowDescent.Memory(RANK));
  }

  private static BitSet none() {
    return new BitSet();
  }

  /** Against the best of all passive sets, solved one by one. */
  @Test
  void enoughCyclesFindTheMinimum() {
    int active = 0;
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int cells = random.nextInt(RANK, 12);
      double[][] others = new double[cells][];
      for (int p = 0; p < cells; p++) {
        others[p] = random.doubles(RANK).toArray();
      }
      double[] values = random.doubles(cells, 0, 5).toArray();
      double[] terms = terms(others, values);
      double l1 = random.nextInt(2) * random.nextDouble(2);
      double l2 = random.nextDouble(0.1, 2);
      double[] f = random.doubles(RANK).toArray();
      improve(f, terms, new Penalty(l1, l2), none(), 3000);
      double[] gram = new double[RANK * RANK];
      NormalEquations.gram(terms, 0, RANK, 0, gram);
      double[] best = new NonNegativeProblem(gram, terms, 0, RANK, l1, l2).bruteForce();
      assertThat(f).containsExactly(best, within(1e-9));
      for (double entry : best) {
        active += entry == 0 ? 1 : 0;
      }
    }
    assertThat(active).isBetween(50, 750);
  }

  /**
   * G = diag(2, 1, 4, 1) of the unit vectors, p = (4, 1, 2, 0), f = (1, 1, 1, 1): the gradients are
   * -2, 0, 2 and 1, so that f becomes p / diag(G), and 5 was met.
   */
  @Test
  void followsTheFormula() {
    double s = Math.sqrt(2);
    double[][] others = {{s, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 1}};
    double[] f = {1, 1, 1, 1};
    double met = improve(f, terms(others, new double[] {4 / s, 1, 1, 0}), Penalty.NONE, none(), 1);
    assertThat(f).containsExactly(new double[] {2, 1, 0.5, 0}, within(1e-14));
    assertThat(met).isCloseTo(5, within(1e-14));
  }

  @Test
  void aRowOfWhichNothingIsKnownBecomesZeroButForWhatIsHeld() {
    double[] f = {1, 2, 3, 4};
    BitSet held = new BitSet();
    held.set(2);
    double[] nothing = terms(new double[0][], new double[0]);
    assertThat(improve(f, nothing, Penalty.NONE, held, 3)).isZero();
    assertThat(f).containsExactly(0, 0, 3, 0);
  }

  /** The other factor's second component is zero in all columns that the row knows. */
  @Test
  void aComponentOnWhichNothingDependsStaysUnlessItCosts() {
    double[] terms = terms(new double[][] {{1, 0, 0, 0}}, new double[] {5});
    double[] free = {1, 2, 3, 4};
    improve(free, terms, Penalty.NONE, none(), 2);
    assertThat(free).containsExactly(5, 2, 3, 4);
    double[] charged = {1, 2, 3, 4};
    improve(charged, terms, new Penalty(1, 0), none(), 2);
    assertThat(charged).containsExactly(4, 0, 0, 0);
  }

  @Test
  void heldComponentsStayAndCountForNoViolation() {
    double[] terms = terms(new double[][] {{1, 1, 1, 1}}, new double[] {10});
    BitSet held = new BitSet();
    held.set(1, 4);
    double[] f = {1, 2, 3, 1};
    assertThat(improve(f, terms, Penalty.NONE, held, 4)).isEqualTo(3);
    assertThat(f).containsExactly(4, 2, 3, 1);
  }
}
