package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sparknmf.solver.method.NmfSettings;

class StoppingRuleTest {

  private static Iteration at(int number, double error) {
    return new Iteration(number, error * error / 2, 0, error, Double.NaN, true, 0.1, 0);
  }

  private static StoppingRule rule(int maxIterations, double tolerance, double startError) {
    StoppingRule rule = new StoppingRule(new NmfSettings(2, maxIterations, tolerance, 1));
    assertThat(rule.after(at(0, startError))).isEmpty();
    return rule;
  }

  @Test
  void checksEveryTenIterationsOnly() {
    StoppingRule rule = rule(100, 0.01, 1);
    for (int t = 1; t < 10; t++) {
      assertThat(rule.after(at(t, 1))).isEmpty();
    }
    assertThat(rule.after(at(10, 1))).isPresent();
  }

  @Test
  void comparesWithTheCheckBeforeInPartsOfTheStart() {
    StoppingRule rule = rule(100, 0.01, 2);
    assertThat(rule.after(at(10, 1.5))).isEmpty();
    assertThat(rule.after(at(20, 1.47))).isEmpty();
    Optional<StopReason> stop = rule.after(at(30, 1.4502));
    assertThat(stop).isPresent();
    assertThat(stop.get().converged()).isTrue();
    assertThat(stop.get().words())
        .isEqualTo(
            "converged: the last 10 iterations lowered the error by 9.9e-03 of its starting value,"
                + " less than the tolerance 1.0e-02");
  }

  @Test
  void anErrorThatRisesStopsToo() {
    StoppingRule rule = rule(100, 1e-4, 1);
    assertThat(rule.after(at(10, 1.1))).isPresent();
  }

  @Test
  void theLimitIsNoConvergence() {
    StoppingRule rule = rule(20, 1e-4, 1);
    assertThat(rule.after(at(10, 0.5))).isEmpty();
    assertThat(rule.after(at(20, 0.2)))
        .contains(
            new StopReason(
                false,
                "not converged: reached the limit of 20 iterations before the tolerance 1.0e-04"));
  }

  @Test
  void zeroToleranceRunsToTheLimit() {
    StoppingRule rule = rule(20, 0, 1);
    assertThat(rule.after(at(10, 1))).isEmpty();
    assertThat(rule.after(at(20, 1)))
        .contains(new StopReason(false, "reached the limit of 20 iterations as asked"));
  }

  @Test
  void anExactStartIsSaidToBeExact() {
    StoppingRule rule = rule(20, 1e-4, 0);
    assertThat(rule.after(at(10, 0)))
        .contains(new StopReason(true, "converged: the fit is exact from the start"));
  }
}
