package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.solver.InvalidMatrixException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class ProgramTest {
  @TempDir Path directory;

  /** Prints what it was given, or fails if that is negative. */
  private static final class Echo extends Command {
    Echo() {
      super("echo", "Print the rank.");
    }

    @Override
    public List<Setting<?>> settings() {
      return List.of(Catalogue.RANK, Catalogue.SEED, SourceSettings.TRANSPOSE);
    }

    @Override
    public void declare(CommandSpec spec) {
      spec.addPositional(
          PositionalParamSpec.builder().index("0").arity("0..1").type(String.class).build());
    }

    @Override
    public void run(CommandContext context) {
      if (context.settings().get(Catalogue.SEED) < 0) {
        throw new InvalidMatrixException("line 3 has -1; delete it");
      }
      String word = context.arguments().matchedPositionalValue(0, "none");
      context
          .out()
          .println(
              "%s %d %s json=%s verbose=%s"
                  .formatted(
                      word,
                      context.settings().get(Catalogue.RANK),
                      context.settings().get(SourceSettings.TRANSPOSE),
                      context.json(),
                      context.verbose()));
    }
  }

  @Test
  void runsACommandWithItsOptionsAndArguments() {
    RecordedRun run = run("echo", "--rank", "7", "word", "--transpose", "--json", "--verbose");
    assertThat(run.out()).isEqualTo("word 7 true json=true verbose=true%n".formatted());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run("echo", "--rank=7").out())
        .isEqualTo("none 7 false json=false verbose=false%n".formatted());
  }

  @Test
  void aFlagMayBeTakenBack() {
    RecordedRun run =
        new RecordedRun(directory)
            .environment("SPARK_NMF_TRANSPOSE", "true")
            .run(List.of(new Echo()), "echo", "--no-transpose");
    assertThat(run.out()).startsWith("none 10 false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "''                  ! [USAGE] no command given, must be one of echo; see spark-nmf --help",
        "ecko                ! [USAGE] unknown command 'ecko' (did you mean echo?); see spark-nmf"
            + " --help",
        "--verbos            ! [USAGE] unknown option '--verbos'; see spark-nmf --help",
        "echo --rnak=5       ! [USAGE] unknown option '--rnak' (did you mean --rank?); see"
            + " spark-nmf echo --help",
        "echo --max-iterations 5 ! [USAGE] unknown option '--max-iterations'; see spark-nmf echo"
            + " --help",
        "echo a b            ! [USAGE] argument 'b' is one too many; see spark-nmf echo --help",
        "echo --rank         ! [USAGE] Missing required parameter for option '--rank' (N); see"
            + " spark-nmf echo --help",
        "echo --rank 1 --rank 2 ! [USAGE] option '--rank' (N) should be specified only once; see"
            + " spark-nmf echo --help",
        "echo --rank -5      ! [INVALID_SETTING] rank must be a whole number of at least 1, got"
            + " '-5'; give --rank 10",
        "echo --rank 0       ! [INVALID_SETTING] rank must be a whole number of at least 1, got"
            + " '0'; give --rank 10",
        "echo --rank ten     ! [INVALID_SETTING] rank must be a whole number of at least 1, got"
            + " 'ten'; give --rank 10",
        "echo --config none  ! [INVALID_SETTING] configuration file "
      })
  void wrongUsageEndsWithCodeTwoAndTheRemedy(String args, String lastLine) {
    RecordedRun run = run(args.isEmpty() ? new String[0] : args.split(" +", -1));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.lastLine()).startsWith("spark-nmf: error " + lastLine);
    assertThat(run.out()).isEmpty();
  }

  /** Neither as a value nor as an argument: the message would show what is in the file. */
  @Test
  void anAtSignBeforeAFileDoesNotReadIt() throws IOException {
    String file = "@" + Files.writeString(directory.resolve("private"), "hunter2 --rank 7\n");
    assertThat(run("echo", file).out()).startsWith("%s 10 ".formatted(file));
    RecordedRun value = run("echo", "--rank", file);
    assertThat(value.code()).isEqualTo(ExitCode.USAGE);
    assertThat(value.lastLine()).contains("got '" + file + "'").doesNotContain("hunter2");
    assertThat(run(file).lastLine()).contains("unknown command '" + file + "'");
  }

  @Test
  void aFailureIsTheLastLine() {
    RecordedRun run = run("echo", "--seed", "-1");
    assertThat(run.code()).isEqualTo(ExitCode.INVALID_MATRIX);
    assertThat(run.err())
        .isEqualTo("spark-nmf: error [INVALID_MATRIX] line 3 has -1; delete it%n".formatted());
  }

  @Test
  void theStackTraceComesBeforeItIfWanted() {
    RecordedRun run = run("echo", "--seed", "-1", "--verbose");
    assertThat(run.err())
        .startsWith(InvalidMatrixException.class.getName())
        .contains("\tat org.sparknmf.");
    assertThat(run.lastLine())
        .isEqualTo("spark-nmf: error [INVALID_MATRIX] line 3 has -1; delete it");
  }

  @Test
  void helpIsAResult() {
    RecordedRun run = run("--help");
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .startsWith("Usage: spark-nmf")
        .containsPattern("echo +Print the rank\\.")
        .containsPattern("\n +4 +the input is no valid matrix");
    assertThat(run("echo", "--help").out())
        .contains("--rank=N")
        .contains("how many components to find (default: 10)")
        .contains("--[no-]transpose")
        .doesNotContain("--max-iterations");
  }

  @Test
  void versionNamesAllThatTakesPart() {
    assertThat(run("--version").out())
        .matches("spark-nmf .+ \\(Spark 4\\..+, Scala 2\\.13.+, Hadoop 3.+, Java .+\\)\\R");
  }

  @Test
  void aWrongJavaIsRefusedBeforeAnythingRuns() {
    RecordedRun run =
        new RecordedRun(directory)
            .property("java.version", "25.0.1")
            .run(List.of(new Echo()), "echo");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.lastLine()).contains("got 25.0.1").endsWith("set JAVA_HOME to a JDK 17 or 21");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anUntestedJavaIsWarnedAbout() {
    RecordedRun run =
        new RecordedRun(directory).property("java.version", "22").run(List.of(new Echo()), "echo");
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).startsWith("spark-nmf: warning: Java 22 is not tested");
  }

  private RecordedRun run(String... args) {
    return new RecordedRun(directory).run(List.of(new Echo()), args);
  }
}
