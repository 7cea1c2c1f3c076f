package org.sparknmf.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sparknmf.app.check.DoctorChecks;
import org.sparknmf.app.failure.CheckFailedException;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.app.terminal.Console;
import org.sparknmf.app.terminal.RecordedConsole;

class StartCheckTest {
  private final RecordedConsole console = new RecordedConsole(Console.Style.LINES);

  @Test
  void whatIsAsItShouldBeIsNotSpokenOf() {
    StartCheck.of(DoctorChecks.spark("4.1.0"), DoctorChecks.vectorModule(true))
        .run(console.console());
    assertThat(console.text()).isEmpty();
  }

  @Test
  void aDoubtIsALine() {
    StartCheck.of(DoctorChecks.vectorModule(false)).run(console.console());
    assertThat(console.text().lines())
        .containsExactly(
            "spark-nmf: warning: vector module: absent; add --add-modules=jdk.incubator.vector to"
                + " spark.driver.extraJavaOptions and spark.executor.extraJavaOptions");
  }

  @Test
  void anOldSparkIsRefusedWithTheRemedy() {
    StartCheck check = StartCheck.of(DoctorChecks.spark("3.4.4"), DoctorChecks.spark("5.0.0"));
    assertThatThrownBy(() -> check.run(console.console()))
        .isInstanceOfSatisfying(
            CheckFailedException.class,
            thrown -> {
              Failure failure = Failure.of(thrown);
              assertThat(failure.code()).isEqualTo(ExitCode.USAGE);
              assertThat(failure.line())
                  .isEqualTo(
                      "spark-nmf: error [CHECK_FAILED] Spark: 3.4.4; 3.5 is the oldest that will"
                          + " do: set SPARK_HOME to such a Spark");
            });
    assertThat(console.text()).isEmpty();
  }

  @Test
  void anotherScalaThanSparksIsRefused() {
    StartCheck check = StartCheck.of(DoctorChecks.scala("2.13.17", "2.12"));
    assertThatThrownBy(() -> check.run(console.console()))
        .hasMessageStartingWith("Scala: 2.13.17; this Spark is built for Scala 2.12: take the");
  }
}
