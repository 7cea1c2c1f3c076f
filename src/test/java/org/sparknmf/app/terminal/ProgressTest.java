package org.sparknmf.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.solver.loop.Iteration;

class ProgressTest {

  @Test
  void tellsAnIterationInOneLine() {
    assertThat(Progress.line(12, 200, 0.81234, Progress.words(3.14e-4), 0.14, 26.3))
        .isEqualTo(
            "iteration 12 of at most 200  relative error 0.8123  change 3.1e-04  0.14 s"
                + "  about 26 s left");
  }

  @Test
  void tellsNoTimeLeftAfterTheLast() {
    assertThat(Progress.line(200, 200, 4.2e-7, Progress.words(Double.NaN), 61, 0))
        .isEqualTo("iteration 200 of at most 200  relative error 4.20e-07  change -  1 min 1 s");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0.00 s",
    "9.99,9.99 s",
    "9.996,10 s",
    "59.4,59 s",
    "59.6,1 min 0 s",
    "200,3 min 20 s",
    "3599.7,1 h 0 min",
    "7500,2 h 5 min"
  })
  void durationsAreForPeople(double seconds, String text) {
    assertThat(Progress.duration(seconds)).isEqualTo(text);
  }

  @Test
  void expectsTheMeanOfTheLastTenIterations() {
    RecordedConsole recorded = new RecordedConsole(Console.Style.LINES);
    Progress progress = new Progress(recorded.console(), 31);
    progress.onIteration(took(1, 100));
    for (int i = 2; i <= 11; i++) {
      progress.onIteration(took(i, i % 2 == 0 ? 1 : 3));
    }
    assertThat(recorded.text().lines().findFirst().orElseThrow()).endsWith("about 50 min 0 s left");
    assertThat(recorded.text().lines().skip(10)).singleElement().asString().endsWith("40 s left");
  }

  private static Iteration took(int number, double seconds) {
    return new Iteration(number, 1, 0, 0.9, Double.NaN, true, seconds, 0);
  }
}
