package org.sparknmf.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.app.terminal.Console;
import org.sparknmf.app.terminal.RecordedConsole;
import org.sparknmf.engine.savepoint.StoppedException;
import org.sparknmf.io.publish.OutputException;

class InterruptionTest {
  private final RecordedConsole recorded = new RecordedConsole(Console.Style.LINES);
  private final Interruption interruption = new Interruption(recorded.console());

  @Test
  void withoutASignalAFailureIsWhatItIs() {
    assertThat(interruption.received()).isEmpty();
    assertThat(interruption.stop().isMade()).isFalse();
    assertThat(interruption.explain(new OutputException("full; make room")).code())
        .isEqualTo(ExitCode.OUTPUT);
  }

  @Test
  void workThatStopsByItselfIsLeftToDoSo() {
    interruption.leaveToWork(true);
    interruption.signalled(ExitCode.TERMINATED);
    interruption.leaveToWork(false);
    assertThat(interruption.stop().isMade()).isTrue();
    assertThat(recorded.text()).startsWith("stopping after this iteration");
    assertThat(interruption.received()).contains(ExitCode.TERMINATED);
  }

  @Test
  void allTroubleAfterASignalComesFromIt() {
    interruption.leaveToWork(true);
    interruption.signalled(ExitCode.INTERRUPTED);

    assertThat(interruption.explain(new IllegalStateException("Job 3 cancelled")).line())
        .startsWith("spark-nmf: error [INTERRUPTED] stopped before the end");
    Failure saved = interruption.explain(new StoppedException(12));
    assertThat(saved.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(saved.message()).contains("iteration 12").contains("saved");
  }
}
