package org.sparknmf.app.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparknmf.fit.Attempts;
import org.sparknmf.fit.Beginning;
import org.sparknmf.fit.FitTask;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.loop.Iteration;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.solver.start.StartKind;
import org.sparknmf.solver.update.HeldSets;

class SoonerByAutoTest {
  private static final NmfSettings MU = NmfSettings.defaults();

  /** 100 passes of half a second; the start values, which took a minute, are no pass. */
  private static List<Iteration> history(double seconds) {
    return IntStream.rangeClosed(0, 100)
        .mapToObj(t -> new Iteration(t, 1, 0, 1, 0, true, t == 0 ? 60 : seconds, 0))
        .toList();
  }

  private static FitTask task(NmfSettings nmf) {
    return new FitTask(nmf, Beginning.of(StartKind.NNDSVDA), Attempts.ONE);
  }

  private static String words(FitTask task, double seconds) {
    return new SoonerByAuto(task).words(history(seconds)).orElse("");
  }

  /** At most 0.35 of the passes, each 2.2 times as long, and 0.18 of them, each 2.9 times. */
  @Test
  void tellsPassesAndSecondsByTheTable() {
    assertThat(words(task(MU), 0.5))
        .isEqualTo(
            "--solver auto: 13 to 35 of these 100 passes for the same error, by what was measured on other data (losses-and-solvers.md): even if each takes 2.2 times as long, 12 of 50 s less");
    NmfSettings once = MU.with(MU.updates().withInnerUpdates(1));
    assertThat(words(task(once), 0.5))
        .contains("5 to 18 of these 100 passes", "2.9 times as long, 24 of 50 s less");
  }

  @Test
  void isSilentWhereItWouldNotPay() {
    assertThat(words(task(MU), 0.217)).isEmpty();
    assertThat(words(task(MU), 0.218)).isNotEmpty();
    assertThat(new SoonerByAuto(task(MU)).words(history(9).subList(0, 1))).isEmpty();
  }

  @Test
  void isSilentWhereAutoIsMuOrNothingWasMeasured() {
    Objective divergence = Objective.ofBeta(1);
    Objective missing = Objective.frobenius().withEmptyCells(EmptyCells.MISSING);
    MiniBatch batches = new MiniBatch(10, 0.7);
    Beginning held =
        new Beginning(StartKind.RANDOM, UnaryOperator.identity(), HeldSets.first(0, 1));
    Attempts three = new Attempts(3, false, OptionalDouble.empty());
    assertThat(
            List.of(
                words(task(MU.with(divergence)), 9),
                words(task(MU.with(missing)), 9),
                words(task(MU.with(Objective.frobenius(), Methods.HALS)), 9),
                words(task(MU.with(new Updates(Methods.MU, Updates.AUTO, batches))), 9),
                words(new FitTask(MU, Beginning.of(StartKind.CUSTOM), Attempts.ONE), 9),
                words(new FitTask(MU, held, Attempts.ONE), 9),
                words(new FitTask(MU, Beginning.of(StartKind.RANDOM), three), 9)))
        .containsOnly("");
  }
}
