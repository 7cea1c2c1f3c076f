package org.sparknmf.solver.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;
import org.sparknmf.testing.PlainMatrix;

/** What a column loses comes with its terms. */
class ToldLossTest {
  private static final int ROWS = 43;
  private static final int COLUMNS = 311;
  private static final int RANK = 5;
  private static final double FLOOR = 1e-3;

  private final PlainMatrix x = PlainMatrix.random(ROWS, COLUMNS, 0.6, 3);
  private final Factor w = DoubleFactor.of(PlainMatrix.factor(ROWS, RANK, 1), RANK);
  private final Factor ht = DoubleFactor.of(PlainMatrix.factor(COLUMNS, RANK, 2), RANK);

  private static Factor in(Precision precision, Factor factor) {
    Factor other = Factor.zeros(precision, factor.rows(), factor.rank());
    other.write(0, factor.rows(), factor.toArray());
    return other;
  }

  private Factor terms(Loss loss, MatrixBlock block, Precision precision, int from, int to) {
    Factor terms = Factor.zeros(precision, to - from, loss.width(RANK));
    loss.addColumnTerms(block, in(precision, w), 0, in(precision, ht), from, to, terms);
    return terms;
  }

  /** The sum of all columns is that of all cells; the other numbers are those of terms alone. */
  private void requireTold(Loss telling, Loss plain, MatrixBlock block) {
    Factor terms = terms(telling, block, Precision.DOUBLE, 0, COLUMNS);
    Factor expected = terms(plain, block, Precision.DOUBLE, 0, COLUMNS);
    assertThat(telling.isToldByTerms()).isTrue();
    assertThat(plain.isToldByTerms()).isFalse();
    for (int j = 0; j < COLUMNS; j++) {
      for (int c = 0; c < plain.width(RANK); c++) {
        assertThat(terms.get(j, c)).isEqualTo(expected.get(j, c));
      }
    }
    double lost = telling.ofBlock(block, w, 0, ht);
    assertThat(lost).isNotZero();
    assertThat(telling.told(terms, 0, COLUMNS)).isCloseTo(lost, within(1e-11 * Math.abs(lost)));
    double cut = telling.told(terms, 0, 100) + telling.told(terms, 100, COLUMNS - 100);
    assertThat(cut).isCloseTo(lost, within(1e-11 * Math.abs(lost)));
  }

  @Test
  void theTermsOfSparseAndDenseCellsTellIt() {
    Loss telling = new KullbackLeiblerLoss(FLOOR, true);
    requireTold(telling, new KullbackLeiblerLoss(FLOOR, false), x.sparse());
    requireTold(telling, new KullbackLeiblerLoss(FLOOR, false), x.dense());
  }

  @Test
  void theTermsOfKnownCellsTellItWithTheirWeights() {
    Loss telling = new RatioLoss(new ObservedKullbackLeibler(FLOOR), true);
    Loss plain = new RatioLoss(new ObservedKullbackLeibler(FLOOR));
    requireTold(telling, plain, x.observed((i, j) -> (i + 2 * j) % 3 * 0.5));
  }

  /** Plans cut the columns in different places. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void anyCutOfTheColumnsHasTheSameBits(Precision precision) {
    Loss loss = new KullbackLeiblerLoss(FLOOR, true);
    for (MatrixBlock block : new MatrixBlock[] {x.sparse(), x.dense()}) {
      Factor all = terms(loss, block, precision, 0, COLUMNS);
      assertThat(terms(loss, block, precision, 101, 257).toArray())
          .containsExactly(all.slice(101, 156).toArray());
    }
  }

  @Test
  void termsThatDoNotTellItAreNotAsked() {
    Loss loss = new FrobeniusLoss(1, Precision.DOUBLE);
    assertThat(loss.isToldByTerms()).isFalse();
    assertThatThrownBy(() -> loss.told(ht, 0, 1)).isInstanceOf(UnsupportedOperationException.class);
  }
}
