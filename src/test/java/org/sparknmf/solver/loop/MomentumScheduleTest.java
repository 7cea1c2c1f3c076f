package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.loss.FrobeniusLoss;
import org.sparknmf.solver.update.Extrapolation;

/** The schedule of Ang and Gillis (2019), with weights reckoned here by hand. */
class MomentumScheduleTest {
  private static final Offset<Double> EXACT = within(1e-15);

  private final List<Iteration> history = new ArrayList<>();
  private final MomentumSchedule schedule = schedule();

  private static MomentumSchedule schedule() {
    return new MomentumSchedule(Extrapolation.DIFFERENCE, new FrobeniusLoss(1, Precision.DOUBLE));
  }

  /** An iteration that has come to an objective; whether that is kept. */
  private boolean reaches(double objective) {
    boolean accepted =
        history.isEmpty() || schedule.accepts(new FitProgress(objective, 0, Double.NaN));
    double kept = accepted ? objective : history.get(history.size() - 1).total();
    Iteration iteration =
        new Iteration(history.size(), kept, 0, kept, Double.NaN, accepted, 0.1, 0);
    history.add(iteration);
    schedule.note(iteration);
    return accepted;
  }

  @Test
  void theWeightGrowsWhileTheObjectiveFalls() {
    reaches(1);
    assertThat(schedule.weight()).isZero();
    double weight = 0.5;
    for (int t = 1; t < 40; t++) {
      assertThat(reaches(1.0 / (t + 1))).isTrue();
      weight = Math.min(1, 1.05 * weight);
      assertThat(schedule.weight()).isCloseTo(weight, EXACT);
    }
    assertThat(weight).isEqualTo(1);
  }

  @Test
  void aRiseIsTakenBackAndTheNextIterationIsOrdinary() {
    reaches(1);
    reaches(0.9);
    reaches(0.8);
    assertThat(schedule.weight()).isCloseTo(0.5 * 1.05 * 1.05, EXACT);
    assertThat(reaches(0.81)).isFalse();
    assertThat(schedule.weight()).isZero();
    assertThat(schedule.finished()).isEmpty();
    assertThat(reaches(0.79)).isTrue();
    // From then on at most what went well last, 0.525, times 1.01 for each descent.
    assertThat(schedule.weight()).isCloseTo(0.5 * 1.05 * 1.05 / 1.5 * 1.05, EXACT);
    double[] weights = new double[8];
    for (int t = 0; t < weights.length; t++) {
      reaches(0.7 - t / 100.0);
      weights[t] = schedule.weight();
    }
    assertThat(weights[2]).isCloseTo(0.5 * Math.pow(1.05, 6) / 1.5, EXACT);
    assertThat(weights[7]).isCloseTo(0.525 * Math.pow(1.01, 8), EXACT);
  }

  @Test
  void whatStaysAsItIsIsKeptOnlyWithoutMomentum() {
    reaches(1);
    reaches(0.5);
    assertThat(reaches(0.5)).isFalse();
    assertThat(reaches(0.5)).isTrue();
    assertThat(schedule.weight()).isZero();
    assertThat(schedule.finished()).isEmpty();
  }

  @Test
  void aRiseWithoutMomentumIsTheEnd() {
    reaches(1);
    reaches(0.5);
    reaches(0.6);
    assertThat(schedule.finished()).isEmpty();
    assertThat(reaches(0.5000001)).isFalse();
    assertThat(schedule.finished()).isPresent();
    schedule.restart();
    assertThat(schedule.finished()).isEmpty();
    assertThat(schedule.accepts(new FitProgress(7, 0, 0))).isTrue();
  }

  /** Below 1e-8 of the squared norm of X. */
  @Test
  void anAlmostExactFitGoesOnWithoutMomentum() {
    reaches(1);
    reaches(1e-12);
    assertThat(reaches(2e-12)).isFalse();
    assertThat(reaches(2e-12)).isTrue();
    assertThat(schedule.weight()).isZero();
    assertThat(reaches(1.5e-12)).isTrue();
    assertThat(schedule.weight()).isPositive();
  }

  @Test
  void itsStateFollowsFromTheHistory() {
    double[] reached = {
      1, 0.9, 0.8, 0.85, 0.7, 0.6, 0.6, 0.59, 0.58, 1e-12, 2e-12, 2e-12, 3e-12, 0
    };
    for (double objective : reached) {
      reaches(objective);
      MomentumSchedule other = schedule();
      other.replay(new LoopState(history, 1, 1, 1, List.of()));
      assertThat(other.weight()).isEqualTo(schedule.weight());
      assertThat(other.finished()).isEqualTo(schedule.finished());
      for (double next : new double[] {1, 0.5, 1e-13, 0}) {
        FitProgress progress = new FitProgress(next, 0, 0);
        assertThat(other.accepts(progress)).isEqualTo(schedule.accepts(progress));
      }
    }
  }

  /** t / (t + 3) after t descents in a row (Su, Boyd and Candes, JMLR 17, 2016). */
  @Test
  void bothFactorsHaveTheWeightsOfNesterov() {
    MomentumWeights weights = new NesterovWeights();
    assertThat(weights.weight()).isZero();
    for (double expected : new double[] {0.25, 0.4, 0.5, 4.0 / 7}) {
      weights.afterDescent();
      assertThat(weights.weight()).isCloseTo(expected, EXACT);
    }
    weights.afterRestart();
    assertThat(weights.weight()).isZero();
    weights.afterDescent();
    assertThat(weights.weight()).isCloseTo(0.25, EXACT);
    weights.begin();
    assertThat(weights.weight()).isZero();
  }
}
