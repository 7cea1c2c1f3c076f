package org.sparknmf.solver.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.extension.SmoothedAbsolute;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.fold.FoldIn;
import org.sparknmf.testing.BrokenExtension;

class DivergencesTest {

  @ParameterizedTest
  @CsvSource({
    "frobenius, 2, frobenius, frobenius",
    "2, 2, frobenius, frobenius",
    "kullback-leibler, 1, kullback-leibler, kullback-leibler",
    "0.0, 0, itakura-saito, itakura-saito",
    "1.5, 1.5, 1.5, beta 1.5",
    "-1, -1, -1.0, beta -1.0"
  })
  void aLossIsANameOrABeta(String text, double beta, String name, String words) {
    Divergence divergence = Divergences.named(text).orElseThrow();
    assertThat(divergence).isEqualTo(new BetaDivergence(beta)).hasSameHashCodeAs(divergence);
    assertThat(divergence.name()).isEqualTo(name);
    assertThat(divergence.words()).isEqualTo(words);
    assertThat(divergence.recorded()).isEqualTo(beta);
    assertThat(divergence.phrase()).isEqualTo("beta " + beta);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "euclid", "101", "NaN", "Frobenius"})
  void nothingElseIsOne(String text) {
    assertThat(Divergences.named(text)).isEmpty();
  }

  /** Registered in the resources of the tests, as another jar would do. */
  @Test
  void thoseOfOtherJarsAreFoundByName() {
    Divergence other = Divergences.named("smoothed-absolute").orElseThrow();
    assertThat(other).isEqualTo(new SmoothedAbsolute());
    assertThat(other.phrase()).isEqualTo("smoothed-absolute").isEqualTo(other.words());
    assertThat(other.recorded()).isEqualTo("smoothed-absolute");
    assertThat(other.isLeastSquares()).isFalse();
    assertThat(other.step(Penalty.NONE, PenaltyUpdate.MAJORIZE).of(3, 2, 1)).isEqualTo(1.5);
    assertThat(Divergences.added()).containsExactly(SmoothedAbsolute.class);
  }

  /** One component (1, 1, 1): the minimum over w of three equal cells is the cell. */
  @Test
  void theyFoldRowsIn() {
    Objective objective = Objective.of(new SmoothedAbsolute());
    FoldIn model = objective.foldIn(DoubleFactor.of(new double[] {1, 1, 1}, 1), Optional.empty());
    double[] w = new double[1];
    model.folder().fold(new int[] {0, 1, 2}, new double[] {4, 4, 4}, 3, w);
    assertThat(w[0]).isCloseTo(4, within(1e-8));
  }

  @Test
  void whatALossDoesNotServeIsRefused() {
    assertThatThrownBy(() -> Objective.ofBeta(1.5).withEmptyCells(EmptyCells.MISSING))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("got beta 1.5; change --loss");
    assertThatThrownBy(() -> Objective.frobenius().withPenalties(-1, 0, 0))
        .hasMessageContaining("alpha-w must be a finite number of at least 0, got -1.0");
    assertThatThrownBy(() -> Objective.frobenius().withPenalties(1, 1, 2))
        .hasMessageContaining("l1-ratio must be from 0 to 1, got 2.0");
    assertThatThrownBy(() -> new BetaDivergence(Double.NaN))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("a finite beta, got NaN");
  }

  @Test
  void aJarThatIsBrokenStopsOnlyWhoAsksForMoreThanIsBuiltIn(@TempDir Path directory)
      throws IOException {
    BrokenExtension.registered(
        Divergence.class,
        directory,
        () -> {
          assertThat(Divergences.named("frobenius")).isPresent();
          assertThat(Divergences.added()).isEmpty();
          assertThatThrownBy(() -> Divergences.named("theirs"))
              .isInstanceOf(InvalidSettingException.class)
              .hasMessageContaining(BrokenExtension.GONE)
              .hasMessageContaining("correct its jar, or leave it out");
        });
  }
}
