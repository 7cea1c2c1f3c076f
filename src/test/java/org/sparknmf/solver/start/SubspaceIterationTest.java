package org.sparknmf.solver.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.loss.FactorRows;
import org.sparknmf.solver.update.UpdateRule;
import org.sparknmf.solver.update.Workspace;

class SubspaceIterationTest {
  private static final int ROWS = 151;
  private static final int COLUMNS = 7;

  private static double[] random(long seed) {
    return new SplittableRandom(seed).doubles((long) ROWS * COLUMNS, -1, 1).toArray();
  }

  private static double[] gram(double[] factor) {
    return DoubleFactor.of(factor, COLUMNS).gram();
  }

  private static double[] updated(UpdateRule rule, double[] product, double[] gram) {
    double[] factor = new double[product.length];
    rule.update(new FactorRows(factor, 0, ROWS, product, 0, gram), new Workspace(COLUMNS));
    return factor;
  }

  private static void assertOrthonormal(double[] factor) {
    double[] identity = new double[COLUMNS * COLUMNS];
    for (int c = 0; c < COLUMNS; c++) {
      identity[c * COLUMNS + c] = 1;
    }
    assertThat(gram(factor)).containsExactly(identity, within(1e-13));
  }

  /** With X the identity, P = A and the new F is A made orthonormal. */
  @Test
  void makesTheOtherFactorOrthonormal() {
    double[] a = random(1);
    assertOrthonormal(updated(new SubspaceIteration(), a, gram(a)));
  }

  @Test
  void knowsOneGramMatrixFromAnother() {
    UpdateRule rule = new SubspaceIteration();
    double[] first = random(2);
    double[] second = random(3);
    double[] gram = gram(first);
    assertOrthonormal(updated(rule, first, gram));
    System.arraycopy(gram(second), 0, gram, 0, gram.length);
    assertOrthonormal(updated(rule, second, gram));
  }

  @Test
  void whatFollowsTheGramMatrixIsIgnored() {
    double[] a = random(4);
    double[] longer = Arrays.copyOf(gram(a), COLUMNS * COLUMNS + 5);
    Arrays.fill(longer, COLUMNS * COLUMNS, longer.length, Double.NaN);
    assertOrthonormal(updated(new SubspaceIteration(), a, longer));
  }

  @Test
  void touchesTheNamedRowsOnly() {
    double[] a = random(5);
    UpdateRule rule = new SubspaceIteration();
    double[] all = updated(rule, a, gram(a));
    double[] some = random(6);
    double[] before = some.clone();
    rule.update(new FactorRows(some, 11, 83, a, 20, gram(a)), new Workspace(COLUMNS));
    for (int p = 0; p < some.length; p++) {
      int row = p / COLUMNS;
      double expected = row >= 11 && row < 94 ? all[p + 9 * COLUMNS] : before[p];
      assertThat(some[p]).isEqualTo(expected);
    }
  }

  @Test
  void travelsWithoutWhatItRemembers() throws IOException, ClassNotFoundException {
    double[] a = random(7);
    UpdateRule rule = new SubspaceIteration();
    double[] here = updated(rule, a, gram(a));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(rule);
    }
    assertThat(bytes.size()).isLessThan(200);
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      UpdateRule there = (UpdateRule) in.readObject();
      assertThat(updated(there, a, gram(a))).containsExactly(here);
    }
  }

  @Test
  void startValuesDoNotDependOnWhoAsks() {
    double[] whole = new double[50 * COLUMNS];
    SubspaceIteration.fillStart(COLUMNS, 0, whole);
    double[] piece = new double[10 * COLUMNS];
    SubspaceIteration.fillStart(COLUMNS, 20, piece);
    assertThat(piece).containsExactly(Arrays.copyOfRange(whole, 20 * COLUMNS, 30 * COLUMNS));
    assertThat(Arrays.stream(whole)).anyMatch(x -> x < 0);
  }

  @Test
  void tenColumnsMoreThanTheRankWhereThereIsRoom() {
    assertThat(SubspaceIteration.columns(7, 3_000_000_000L, 100)).isEqualTo(17);
    assertThat(SubspaceIteration.columns(7, 3_000_000_000L, 12)).isEqualTo(12);
    assertThat(SubspaceIteration.columns(7, 7, 100)).isEqualTo(7);
    assertThatThrownBy(() -> SubspaceIteration.columns(8, 7, 100))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("min(rows, columns) = 7")
        .hasMessageContaining("got 8")
        .hasMessageContaining("--init random");
  }
}
