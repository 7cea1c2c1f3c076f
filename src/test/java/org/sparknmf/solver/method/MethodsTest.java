package org.sparknmf.solver.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.TermForm;
import org.sparknmf.solver.update.HeldSets;
import org.sparknmf.testing.BrokenExtension;

class MethodsTest {
  private static final HeldSets FIRST_OF_H = HeldSets.first(0, 1);

  @ParameterizedTest
  @CsvSource({
    "mu, 2, ZERO, true",
    "mu, 2, MISSING, true",
    "mu, 1, MISSING, true",
    "mu, 0.5, ZERO, true",
    "hals, 2, ZERO, true",
    "hals, 2, MISSING, true",
    "hals, 1, ZERO, false",
    "bpp, 2, ZERO, true",
    "bpp, 2, MISSING, false",
    "bpp, 1.5, ZERO, false"
  })
  void eachSaysWhatItServes(String name, double beta, EmptyCells cells, boolean served) {
    Objective objective = Objective.ofBeta(beta).withEmptyCells(cells);
    Method method = Methods.named(name).orElseThrow();
    assertThat(method.refusal(objective).isEmpty()).isEqualTo(served);
    if (!served) {
      assertThatThrownBy(() -> NmfSettings.defaults().with(objective, method))
          .isInstanceOf(InvalidSettingException.class)
          .hasMessage(method.refusal(objective).orElseThrow())
          .hasMessageStartingWith("solver " + name);
    }
  }

  @Test
  void theyAreToldApartByWhatTheyCanDo() {
    assertThat(Methods.names(Method::stopsByGradient)).isEqualTo("hals, bpp");
    assertThat(Methods.names(Method::keepsZeros)).isEqualTo("mu");
    assertThat(Methods.names(Method::servesBatches)).isEqualTo("mu");
    assertThat(Methods.names(Method::servesHeldOutCells)).isEqualTo("mu, hals");
    assertThat(innerUpdates(Objective.frobenius())).containsExactly(5, 3, 1);
    assertThat(innerUpdates(Objective.ofBeta(1))).startsWith(1);
    assertThat(Methods.ours())
        .allSatisfy(method -> assertThat(method.help()).startsWith(method.name()))
        .allSatisfy(method -> assertThat(method.words()).isNotBlank());
  }

  @Test
  void whatSolvesForAllComponentsCannotHoldSome() {
    Methods.requireHolding(Methods.MU, FIRST_OF_H);
    Methods.requireHolding(Methods.HALS, FIRST_OF_H);
    Methods.requireHolding(Methods.BPP, HeldSets.none());
    assertThatThrownBy(() -> Methods.requireHolding(Methods.BPP, FIRST_OF_H))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("solver bpp solves for all components of a row at once");
  }

  /** Rank 10 has 66 numbers a column: 2,033,601 columns are the most whose fit into 2^27. */
  @ParameterizedTest
  @CsvSource({
    "MISSING, 2033601, NORMAL_EQUATIONS",
    "MISSING, 2033602, PRODUCT",
    "ZERO, 2033602, PRODUCT"
  })
  void unknownCellsAreImputedWhereNormalEquationsAreTooMany(
      EmptyCells cells, int columns, TermForm form) {
    Objective objective = Objective.frobenius().withEmptyCells(cells);
    MatrixSummary x = new MatrixSummary(5, columns, 20, 1, 1, 1, 20, 1);
    assertThat(Methods.HALS.terms(objective, x, 10)).isEqualTo(form);
    boolean isImputed = form == TermForm.PRODUCT && objective.isMissing();
    assertThat(Methods.HALS.remark(objective, x, 10).isPresent()).isEqualTo(isImputed);
    if (isImputed) {
      assertThat(Methods.HALS.remark(objective, x, 10))
          .contains(
              "the normal equations of 2,033,602 columns would be 134,217,732 numbers, more than"
                  + " 134,217,728: unknown cells are filled in with what was last fitted to them,"
                  + " which takes more iterations");
    }
    assertThat(Methods.MU.remark(objective, x, 10)).isEmpty();
  }

  @Test
  void innerUpdatesNeedASolverAndALossThatCanRepeat() {
    Objective divergence = Objective.ofBeta(1);
    assertRefused(Objective.frobenius(), new Updates(Methods.BPP, 2, MiniBatch.OFF), "is exact");
    assertRefused(divergence, new Updates(Methods.MU, 2, MiniBatch.OFF), "needs a new pass");
    assertThat(with(divergence, new Updates(Methods.MU, 1, MiniBatch.OFF)).sweeps()).isEqualTo(1);
    assertThat(with(Objective.frobenius(), Updates.by(Methods.HALS)).sweeps()).isEqualTo(3);
    assertThat(with(Objective.frobenius(), Updates.by(Methods.MU)).sweeps()).isEqualTo(5);
    assertThat(with(divergence, Updates.by(Methods.MU)).sweeps()).isEqualTo(1);
    assertThatThrownBy(() -> new Updates(Methods.MU, 1001, MiniBatch.OFF))
        .hasMessageContaining("inner-updates must be from 1 to 1000, got 1001");
  }

  @Test
  void batchesNeedASolverThatTakesThem() {
    MiniBatch batches = new MiniBatch(10, 0.7);
    assertRefused(
        Objective.frobenius(),
        new Updates(Methods.HALS, Updates.AUTO, batches),
        "mini-batch works with solver mu, got hals");
    assertRefused(Objective.frobenius(), new Updates(Methods.MU, 2, batches), "exclude each other");
    Updates inBatches = new Updates(Methods.MU, Updates.AUTO, batches);
    assertThat(with(Objective.frobenius(), inBatches).sweeps()).isEqualTo(1);
  }

  private static List<Integer> innerUpdates(Objective objective) {
    return Methods.ours().stream().map(method -> method.innerUpdates(objective)).toList();
  }

  private static NmfSettings with(Objective objective, Updates updates) {
    return NmfSettings.defaults().with(objective).with(updates);
  }

  private static void assertRefused(Objective objective, Updates updates, String words) {
    assertThatThrownBy(() -> with(objective, updates))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(words);
  }

  /** Registered in the resources of the tests, as another jar would do. */
  @Test
  void thoseOfOtherJarsAreFoundByNameButNotListed() {
    Method other = Methods.named("projected-descent").orElseThrow();
    assertThat(Methods.ours()).doesNotContain(other);
    assertThat(
            List.of(
                other.innerUpdates(Objective.frobenius()),
                other.stopsByGradient(),
                other.keepsZeros()))
        .containsExactly(1, false, false);
    assertThat(other.holdingRefusal()).isEmpty();
    assertThat(other.repeatRefusal(Objective.frobenius(), 2)).isEmpty();
    assertThat(other.servesBatches()).isFalse();
    assertThat(Methods.named("nonsense")).isEmpty();
  }

  @Test
  void aJarThatIsBrokenStopsOnlyWhoAsksForMoreThanIsBuiltIn(@TempDir Path directory)
      throws IOException {
    BrokenExtension.registered(
        Method.class,
        directory,
        () -> {
          assertThat(Methods.named("hals")).isPresent();
          assertThatThrownBy(() -> Methods.named("theirs"))
              .isInstanceOf(InvalidSettingException.class)
              .hasMessageContaining(BrokenExtension.GONE)
              .hasMessageContaining("correct its jar, or leave it out");
        });
  }
}
