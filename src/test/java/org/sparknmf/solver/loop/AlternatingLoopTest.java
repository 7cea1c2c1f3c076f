package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.Momentum;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.Solver;
import org.sparknmf.testing.Summaries;

/** A run that goes on from what it knew between two iterations is the run that never stopped. */
class AlternatingLoopTest {
  private static final int RANK = 3;
  private static final MatrixBlock X = Cell.random(31, 23, 0.4, 3);
  private static final MatrixSummary SUMMARY = Summaries.of(X);

  private LoopState state;
  private Factor savedW;
  private Factor savedHt;
  private LoopMemory savedMemory;

  static Stream<NmfSettings> settings() {
    NmfSettings plain = new NmfSettings(RANK, 40, 1e-3, 1);
    return Stream.of(
        plain,
        plain.with(Objective.frobenius(), Solver.HALS.method()),
        plain
            .with(Objective.frobenius(), Solver.HALS.method())
            .with(Updates.by(Solver.HALS.method()).with(Momentum.NO)),
        plain.with(Objective.ofBeta(1.0), Solver.MU.method()));
  }

  private static HeldAlternation alternation(NmfSettings settings, Factor w, Factor ht) {
    Rules rules = UpdateRules.of(settings, SUMMARY);
    return HeldAlternation.of(
        new LocalRowSide(X, w, rules), ht, rules, UpdateOrder.ROWS_FIRST, SUMMARY);
  }

  private static Factor start(int rows, long seed) {
    return DoubleFactor.of(PlainMatrix.factor(rows, RANK, seed), RANK);
  }

  /** Runs to the end, and saves after the seventh iteration. */
  private FitResult whole(NmfSettings settings, Factor w, HeldAlternation factors) {
    LoopKeeper keeper =
        (iteration, last, now) -> {
          if (iteration == 7) {
            state = now.get();
            savedW = w.copy();
            savedHt = factors.ht().copy();
            savedMemory = factors.memory();
          }
        };
    return new AlternatingLoop(settings, iteration -> {}, Optional.empty(), keeper)
        .run(factors, settings.loss(SUMMARY));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void resumedRunsEndWithTheSameBits(NmfSettings settings) {
    Factor w = start(31, 1);
    HeldAlternation factors = alternation(settings, w, start(23, 2));
    FitResult whole = whole(settings, w, factors);
    assertThat(state.iterations()).isEqualTo(7);

    HeldAlternation again = alternation(settings, savedW, savedHt);
    again.remember(savedMemory);
    FitResult resumed =
        new AlternatingLoop(settings, iteration -> {}).resume(again, settings.loss(SUMMARY), state);

    assertThat(savedW.toArray()).isEqualTo(w.toArray());
    assertThat(again.ht().toArray()).isEqualTo(factors.ht().toArray());
    assertThat(objectives(resumed)).isEqualTo(objectives(whole));
    assertThat(resumed.stopReason()).isEqualTo(whole.stopReason());
    assertThat(resumed.kktResidual()).isEqualTo(whole.kktResidual());
  }

  private static List<Double> objectives(FitResult result) {
    return result.history().stream().map(Iteration::total).toList();
  }

  @Test
  void aLimitThatTheRunHasPassedIsRefused() {
    NmfSettings settings = new NmfSettings(RANK, 40, 0, 1);
    Factor w = start(31, 1);
    whole(settings, w, alternation(settings, w, start(23, 2)));
    AlternatingLoop shorter = new AlternatingLoop(settings.withStop(5, 0), iteration -> {});
    assertThatThrownBy(
            () ->
                shorter.resume(
                    alternation(settings, savedW, savedHt), settings.loss(SUMMARY), state))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("the 7 iterations that it has done");
  }
}
