package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.command.Interruption;
import org.sparknmf.app.command.Phases;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.app.session.SparkRun;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.terminal.Console;
import org.sparknmf.app.terminal.Look;
import org.sparknmf.app.terminal.RecordedConsole;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.testing.TestSpark;
import picocli.CommandLine.ParseResult;

class SparkSessionsIT {
  private final RecordedConsole recorded = new RecordedConsole(Console.Style.LINES);

  @Test
  void tellsTheApplicationIdOnceAndLeavesASessionThatWasThere() {
    SparkSession shared = TestSpark.session();
    try (SparkRun run = SparkSessions.open("trial", context(false))) {
      assertThat(run.session().sparkContext()).isSameAs(shared.sparkContext());
    }
    assertThat(shared.sparkContext().isStopped()).isFalse();
    assertThat(recorded.text().lines())
        .containsExactly(
            "spark-nmf: application id %s on local[2]"
                .formatted(shared.sparkContext().applicationId()));
  }

  @Test
  void sparkIsQuietUnlessAskedFor() {
    TestSpark.session();
    Logger spark = LogManager.getLogger("org.apache.spark.Any");
    SparkSessions.open("trial", context(true)).close();
    assertThat(spark.isInfoEnabled()).isTrue();
    SparkSessions.open("trial", context(false)).close();
    assertThat(spark.isWarnEnabled()).isFalse();
    assertThat(spark.isErrorEnabled()).isTrue();
  }

  @Test
  void anExceptionOfATaskIsFoundUnderThatOfSpark() {
    JavaSparkContext spark = new JavaSparkContext(TestSpark.session().sparkContext());
    Throwable thrown =
        catchThrowable(() -> spark.parallelize(List.of(1, 2), 2).foreach(SparkSessionsIT::refuse));
    assertThat(thrown).isNotInstanceOf(InvalidMatrixException.class);
    Failure failure = Failure.of(thrown);
    assertThat(failure.code()).isEqualTo(ExitCode.INVALID_MATRIX);
    assertThat(failure.line())
        .isEqualTo("spark-nmf: error [INVALID_MATRIX] row 2 has -1; delete it");
  }

  private static void refuse(int number) {
    if (number == 2) {
      throw new InvalidMatrixException("row 2 has -1; delete it");
    }
  }

  private CommandContext context(boolean verbose) {
    return new CommandContext(
        ResolvedSettings.of(List.of()),
        ParseResult.builder(CommandTree.of(List.of()).getCommandSpec()).build(),
        verbose,
        false,
        System.out,
        Look.plain(Map.of()),
        recorded.console(),
        new Interruption(recorded.console()),
        Phases.after(0));
  }
}
