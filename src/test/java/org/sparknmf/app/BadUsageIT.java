package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.FileTree;
import org.sparknmf.testing.TestSpark;

/** Settings and surroundings that end a fit before it reads anything, and leave no trace. */
class BadUsageIT {
  @TempDir private Path directory;
  private FileTree before;

  @BeforeEach
  void files() throws IOException {
    TestSpark.session();
    Files.writeString(directory.resolve("x.csv"), "a,b,1\na,c,2\nd,b,3\n");
    Files.writeString(directory.resolve("file"), "in the way");
    Files.createDirectories(directory.resolve("thesis"));
    Files.writeString(directory.resolve("thesis/thesis.tex"), "years of work");
    Files.writeString(directory.resolve("wrong.properties"), "# mine\nmax-iteration=5\n");
    before = FileTree.of(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--rank 0        |rank must be a whole number of at least 1, got '0'; give --rank 10",
        "--rank -1       |rank must be a whole number of at least 1, got '-1'; give --rank 10",
        "--rank ten      |rank must be a whole number of at least 1, got 'ten'; give --rank 10",
        "--tolerance NaN |tolerance must be a number of at least 0, got 'NaN'; give --tolerance",
        "--format cvs    |format must be one of auto, mtx, triples, vectors, dense, libsvm, text, 10x, docword, lda-c, gct,"
            + " got 'cvs'",
        "--rnak 3        |unknown option '--rnak' (did you mean --rank?); see spark-nmf fit --help",
        "--table t       |input and table exclude each other: X is in one place; give one of them",
        "--sql values(1) |input and sql exclude each other: X is in one place; give one of them",
        "--format-option a|format-option must be key=value, or several separated by commas, got",
        "--format-option a=1|format-option has options for a source of Spark's, but none is named",
        "--mini-batch 0  |mini-batch must be off or a whole number of at least 1, got '0'; give",
        "--config wrong.properties|wrong.properties line 2: no setting is called 'max-iteration'"
            + " (did you mean max-iterations?); 'spark-nmf config' lists them all",
        "--config none.properties|none.properties must be a readable text file",
      })
  void wrongSettings(String options, String line) {
    assertRefused(run("model", options.strip()), ExitCode.USAGE, line);
  }

  @Test
  void aWrongPropertyIsRefused() {
    RecordedRun property = new RecordedRun(directory).property("spark.nmf.rnak", "5");
    assertRefused(
        property.run(Commands.ALL, words("model")),
        ExitCode.USAGE,
        "spark.nmf.rnak' (did you mean spark.nmf.rank?)");
  }

  @Test
  void anUnknownVariableIsWarnedOf() {
    // A variable may be another program's, so it stops nothing: what stops this run is its output.
    RecordedRun run =
        new RecordedRun(directory)
            .environment("SPARK_NMF_MAX_ITERATION", "5")
            .run(Commands.ALL, words("file/model"));
    assertRefused(run, ExitCode.OUTPUT, "/file/model' cannot be written: ");
    assertThat(run.err())
        .contains(
            "warning: environment: no setting is called 'SPARK_NMF_MAX_ITERATION'"
                + " (did you mean SPARK_NMF_MAX_ITERATIONS?)");
  }

  @Test
  void settingsThatAreNotGiven() {
    RecordedRun noInput = FitRun.run(directory, "--output", directory.resolve("model").toString());
    assertRefused(noInput, ExitCode.USAGE, "--input");
    RecordedRun noOutput = FitRun.run(directory, "--input", directory.resolve("x.csv").toString());
    assertRefused(noOutput, ExitCode.USAGE, "--output");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "thesis    |error    |' exists; choose --if-exists overwrite to replace it",
        "thesis    |overwrite|' exists, but is no complete result (it holds no _SUCCESS)",
        "file      |overwrite|' exists, but is no complete result (it holds no _SUCCESS)",
        "file/model|error    |/file/model' cannot be written: ",
        "file/a/b  |overwrite|/file/a/b' cannot be written: ",
        "x://y/z   |error    |output 'x://y/z' cannot be reached: ",
      })
  void outputThatCannotBe(String output, String ifExists, String line) throws IOException {
    RecordedRun run = run(output.strip(), "--if-exists " + ifExists.strip());
    if (line.contains("exists")) {
      // Where something is in the way, the status file beside it tells of the failed run.
      Path status = directory.resolve(output.strip() + ".status.json");
      assertThat(Files.readString(status)).contains("\"FAILED\"", "\"OUTPUT\"");
      Files.delete(status);
    }
    assertRefused(run, ExitCode.OUTPUT, line.strip());
  }

  @Test
  void aJavaThatHadoopCannotUse() {
    RecordedRun run =
        new RecordedRun(directory)
            .property("java.version", "25.0.1")
            .run(Commands.ALL, words("model"));
    assertRefused(run, ExitCode.USAGE, "got 25.0.1");
    assertThat(run.lastLine()).endsWith("set JAVA_HOME to a JDK 17 or 21");
  }

  private RecordedRun run(String output, String options) {
    return new RecordedRun(directory).run(Commands.ALL, words(output, options.split(" +", -1)));
  }

  private String[] words(String output, String... options) {
    String place = output.contains("://") ? output : directory.resolve(output).toString();
    List<String> fit = List.of("fit", "--output", place, "--input", directory + "/x.csv");
    return Stream.concat(fit.stream(), Arrays.stream(options)).toArray(String[]::new);
  }

  private void assertRefused(RecordedRun run, ExitCode code, String line) {
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.lastLine()).startsWith("spark-nmf: error [").contains(line);
    assertThat(run.out()).isEmpty();
    assertThat(FileTree.of(directory)).isEqualTo(before);
  }
}
