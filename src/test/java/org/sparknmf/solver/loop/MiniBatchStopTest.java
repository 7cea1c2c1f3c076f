package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MiniBatchStopTest {

  /** A cost that was low by chance in the first pass is no minimum to be measured by. */
  @Test
  void costsOfTheFirstPassAreNoMinima() {
    MiniBatchStop stop = new MiniBatchStop(1e-6, 20, 200);
    for (int step = 1; step <= 20; step++) {
      assertThat(stop.after(10, step < 4 ? 1 : 5, 1, 1)).isEmpty();
    }
    for (int step = 21; step <= 40; step++) {
      assertThat(stop.after(10, 3, 1, 1)).as("step %d", step).isEmpty();
    }
  }

  @Test
  void tenBatchesWithoutANewMinimumAreTheLast() {
    MiniBatchStop stop = new MiniBatchStop(1e-6, 2, 20);
    for (int step = 1; step <= 11; step++) {
      assertThat(stop.after(10, step, 1, 1)).isEmpty();
    }
    Optional<StopReason> reason = stop.after(10, 12, 1, 1);
    assertThat(reason)
        .contains(
            new StopReason(
                true,
                "converged: the mean cost of a row, smoothed over batches, found no new minimum in"
                    + " 10 batches; that was batch 2 of 2 in pass 6 over X"));
  }

  @Test
  void toleranceZeroNeverStops() {
    MiniBatchStop stop = new MiniBatchStop(0, 1, 10);
    assertThat(stop.isOff()).isTrue();
    for (int step = 1; step <= 50; step++) {
      assertThat(stop.after(10, Double.NaN, 0, 1)).isEmpty();
    }
  }
}
