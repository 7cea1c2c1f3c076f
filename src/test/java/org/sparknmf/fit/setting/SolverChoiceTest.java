package org.sparknmf.fit.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.StartKind;
import org.sparknmf.solver.update.HeldSets;

class SolverChoiceTest {

  /** Defaults, and texts in the place of some. */
  private record Given(Map<String, String> texts) implements SettingValues {
    @Override
    public <T> T get(Setting<T> setting) {
      String text = texts.getOrDefault(setting.key(), setting.defaultText().orElse(""));
      return setting.read(text).orElseThrow();
    }
  }

  private static Given given(String... pairs) {
    return new Given(
        IntStream.range(0, pairs.length / 2)
            .boxed()
            .collect(Collectors.toMap(i -> pairs[2 * i], i -> pairs[2 * i + 1])));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "loss | frobenius | hals with momentum | the loss is frobenius",
        "loss | 2 | hals with momentum | the loss is frobenius",
        "alpha-w | 0.1 | hals with momentum | the loss is frobenius",
        "loss | kullback-leibler | mu with momentum | loss kullback-leibler works with no other solver",
        "loss | 1.5 | mu | loss beta 1.5 works with no other solver",
        "empty-cells | missing | hals with momentum | the loss is frobenius",
        "mini-batch | 100 | mu | mini-batches work with no other solver"
      })
  void theSoonestThatServesIsTaken(String key, String value, String solver, String reason) {
    SolverChoice choice = SolverChoice.of(given("solver", "auto", key, value));
    assertThat(choice.method().name()).isEqualTo(solver.replace(" with momentum", ""));
    assertThat(choice.reason()).isEqualTo(reason);
    assertThat(choice.words()).contains("solver auto is " + solver + ": " + reason);
  }

  @Test
  void hasMomentumAndStopsByTheErrorFromSingularVectors() {
    Given auto = given("solver", "auto");
    NmfSettings settings = FitSettings.of(auto);
    assertThat(settings.hasMomentum()).isTrue();
    assertThat(settings.stopsByGradient()).isFalse();
    assertThat(settings.withStop(7, 0.1).stopsByGradient()).isFalse();
    SolverChoice choice = SolverChoice.of(auto);
    assertThat(choice.start(StartKind.AUTO, StartKind.NNDSVDA)).isEqualTo(StartKind.NNDSVD);
    assertThat(choice.start(StartKind.AUTO, StartKind.RANDOM)).isEqualTo(StartKind.RANDOM);
    assertThat(choice.start(StartKind.NNDSVDA, StartKind.NNDSVDA)).isEqualTo(StartKind.NNDSVDA);
  }

  @Test
  void whatIsNamedIsTakenAsItIs() {
    Given hals = given("solver", "hals");
    SolverChoice choice = SolverChoice.of(hals);
    assertThat(choice.words()).isEmpty();
    assertThat(choice.start(StartKind.AUTO, StartKind.NNDSVDA)).isEqualTo(StartKind.NNDSVDA);
    assertThat(FitSettings.of(hals).stopsByGradient()).isTrue();
    assertThat(SolverChoice.of(given()).method().name()).isEqualTo("mu");
    SolverChoice kept = SolverChoice.of(given("solver", "auto", "loss", "kullback-leibler"));
    assertThat(kept.start(StartKind.AUTO, StartKind.NNDSVDA)).isEqualTo(StartKind.NNDSVDA);
  }

  /** Where the program chooses, nobody expects the iterations of scikit-learn. */
  @Test
  void hasMomentumWithKullbackLeiblerIfTheProgramChooses() {
    assertThat(momentum("solver", "auto", "loss", "kullback-leibler")).isTrue();
    assertThat(momentum("solver", "auto", "loss", "kullback-leibler", "empty-cells", "missing"))
        .isTrue();
    assertThat(momentum("solver", "auto", "loss", "kullback-leibler", "momentum", "no")).isFalse();
    assertThat(momentum("solver", "auto", "loss", "kullback-leibler", "mini-batch", "9")).isFalse();
    assertThat(
            momentum(
                "solver",
                "auto",
                "loss",
                "kullback-leibler",
                "alpha-w",
                "1",
                "penalty-update",
                "ratio"))
        .isFalse();
    assertThat(momentum("loss", "kullback-leibler")).isFalse();
    assertThat(momentum("solver", "mu", "loss", "kullback-leibler")).isFalse();
    assertThat(momentum("solver", "mu", "loss", "kullback-leibler", "momentum", "yes")).isTrue();
    assertThat(momentum("solver", "auto", "loss", "1.5")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "loss, kullback-leibler, got kullback-leibler and empty-cells zero; say --init random",
    "loss, 1.5, got beta 1.5 and empty-cells zero; say --init random",
    "empty-cells, missing, got frobenius and empty-cells missing; say --init random"
  })
  void onlyPlainLeastSquaresAreCompressed(String key, String value, String message) {
    Given refused = given("init", "compressed", key, value);
    assertThatThrownBy(() -> FitSettings.of(refused))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("init compressed works with ")
        .hasMessageContaining(message);
    FitSettings.of(given("init", "compressed", "solver", "bpp"));
  }

  /**
   * Where the multiplications of twelve iterations on X^ are fewer than those of four passes: 4,000
   * x 800 at rank 20 has 12 (m + n)(4 l k + 7 k^2) = 3.0e8 against 16 m n k = 1.0e9 if it is dense,
   * and 16 * 2.7 * cells * k else.
   */
  @ParameterizedTest
  @CsvSource({
    "auto, auto, frobenius, 3200000, COMPRESSED",
    "auto, auto, frobenius, 400000, COMPRESSED",
    "auto, auto, frobenius, 300000, NNDSVD",
    "hals, auto, frobenius, 3200000, COMPRESSED",
    "hals, auto, frobenius, 300000, NNDSVDA",
    "hals, no, frobenius, 3200000, NNDSVDA",
    "auto, no, frobenius, 3200000, NNDSVD",
    "auto, auto, kullback-leibler, 3200000, NNDSVDA",
    "mu, auto, frobenius, 3200000, NNDSVDA",
    "bpp, auto, frobenius, 3200000, NNDSVDA",
  })
  void aCompressedStartIsTakenWhereItPays(
      String solver, String momentum, String loss, long nonZeros, StartKind start) {
    MatrixSummary x = new MatrixSummary(4000, 800, nonZeros, nonZeros, nonZeros, 1);
    Given given = given("solver", solver, "momentum", momentum, "loss", loss, "rank", "20");
    assertThat(FitSettings.start(given, StartKind.AUTO, x, HeldSets.none())).isEqualTo(start);
    MatrixSummary turned = new MatrixSummary(800, 4000, nonZeros, nonZeros, nonZeros, 1);
    assertThat(FitSettings.start(given, StartKind.AUTO, turned, HeldSets.none())).isEqualTo(start);
    assertThat(FitSettings.start(given, StartKind.NNDSVD, x, HeldSets.none()))
        .isEqualTo(StartKind.NNDSVD);
    assertThat(FitSettings.start(given, StartKind.AUTO, x, HeldSets.first(0, 3)))
        .isIn(StartKind.NNDSVD, StartKind.NNDSVDA);
    assertThat(FitSettings.start(given, StartKind.RANDOM, x, HeldSets.none()))
        .isEqualTo(StartKind.RANDOM);
  }

  private static boolean momentum(String... settings) {
    return FitSettings.of(given(settings)).hasMomentum();
  }
}
