package org.sparknmf.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.sparknmf.solver.loop.FitResult;
import org.sparknmf.solver.loop.Iteration;
import org.sparknmf.solver.loop.StopReason;

/** When a fit came to an objective, by hand: seconds are binary fractions, so that they add up. */
class BenchSolveTest {
  private static final FitResult FIT =
      new FitResult(
          List.of(
              line(0, 900, 100, true, 0.25),
              line(1, 190, 10, true, 0.5),
              line(2, 190, 10, false, 0.5),
              line(3, 95, 5, true, 1)),
          new StopReason(true, "converged"),
          95,
          5,
          0.5,
          0.125);

  private static Iteration line(
      int number, double objective, double penalties, boolean accepted, double seconds) {
    return new Iteration(number, objective, penalties, 0.5, Double.NaN, accepted, seconds, 0);
  }

  private static Map<String, Object> told(double goal) {
    return BenchSolve.told(FIT, 2, OptionalDouble.of(goal));
  }

  @Test
  void countsTheStartAndPenaltiesAndWhatWasTakenBack() {
    assertThat(told(200))
        .containsEntry("passes", 3)
        .containsEntry("rejectedPasses", 1)
        .containsEntry("objective", 100.0)
        .containsEntry("seconds", 4.25)
        .containsEntry("passesToGoal", 1)
        .containsEntry("secondsToGoal", 2.75);
  }

  @Test
  void saysNothingOfAGoalThatWasNotReached() {
    assertThat(told(99)).doesNotContainKeys("passesToGoal", "secondsToGoal");
  }

  @Test
  void measuresGapsFromItsOwnLowest() {
    assertThat(told(1000))
        .containsEntry("passesToGoal", 0)
        .containsEntry("passesToGap0.01", 3)
        .containsEntry("secondsToGap0.01", 4.25);
  }
}
