package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.testing.IgnoredSignals;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.SubmitProcess;

/** Each exit code that users rely on, from the launcher that they use, with its last line. */
class ErrorCodesIT {
  @TempDir private Path directory;

  @BeforeEach
  void inputs() throws IOException {
    Files.writeString(directory.resolve("good.csv"), "row,column,value\na,p,1\na,q,2\nb,p,3\n");
    Files.writeString(directory.resolve("bad.csv"), "row,column,value\na,p,1\na,q,-2\n");
    Files.writeString(
        directory.resolve("wide.mtx"),
        "%%MatrixMarket matrix coordinate real general\n100000 100000 2\n1 1 1\n2 2 1\n");
    Files.createDirectory(directory.resolve("there"));
  }

  /** DIR stands for the directory of the test. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2  | USAGE              | --input DIR/good.csv --rank 1 --output DIR/new --rnk 2",
        "2  | INVALID_SETTING    | --input DIR/good.csv --rank 0 --output DIR/new",
      })
  void beforeSparkStarts(int code, String word, String options) {
    ends(code, word, options);
  }

  @ParameterizedTest
  @Tag("onRequest")
  @CsvSource(
      delimiter = '|',
      value = {
        "0  |                    | --input DIR/good.csv --rank 1 --output DIR/new",
        "3  | GATE               | --input DIR/good.csv --rank 1 --output DIR/new --max-relative-error 0.001",
        "4  | INVALID_MATRIX     | --input DIR/bad.csv --rank 1 --output DIR/new",
        "5  | INPUT_UNREADABLE   | --input DIR/nowhere.csv --rank 1 --output DIR/new",
        "6  | OUTPUT             | --input DIR/good.csv --rank 1 --output DIR/there",
        "7  | MEMORY_PLAN        | --input DIR/wide.mtx --rank 9000 --plan driver --init random --output DIR/new",
        "70 | INTERNAL           | --input DIR/good.csv --rank 1 --output DIR/new --spark --conf spark.serializer=no.such.Class",
        "75 | TEMPORARY_FAILURE  | --input DIR/good.csv --rank 1 --output hdfs://127.0.0.1:1/new --spark --conf spark.hadoop.ipc.client.connect.max.retries=0",
      })
  void ofEachKind(int code, String word, String options) {
    ends(code, word, options);
  }

  private void ends(int code, String word, String options) {
    SubmitProcess.Result end = SubmitProcess.entrance(words(options)).run();

    assertThat(end.exitCode()).as(end.stderr()).isEqualTo(code);
    if (word != null) {
      assertThat(end.lastErrorLine()).startsWith("spark-nmf: error [" + word + "] ").contains("; ");
      assertThat(end.stdout()).isEmpty();
    }
  }

  @Test
  @Tag("onRequest")
  void ofAnInterruptFromTheKeyboard() throws Exception {
    assumeThat(IgnoredSignals.contain("INT")).as("signal is ignored here").isFalse();
    String options =
        "--input DIR/good.csv --rank 1 --output DIR/new --tolerance 0 --max-iterations 100000000";
    try (SubmitProcess.Running running = SubmitProcess.entrance(words(options)).start()) {
      assertThat(FaultedFit.says(running, "iteration 12 of at most")).isTrue();
      new ProcessBuilder("kill", "-INT", String.valueOf(running.process().pid())).start().waitFor();
      assertThat(running.process().waitFor(Patience.MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(running.process().exitValue()).isEqualTo(130);
      assertThat(running.stderr().lines().reduce("", (before, line) -> line))
          .startsWith("spark-nmf: error [INTERRUPTED] stopped after iteration ");
    }
  }

  private String[] words(String options) {
    List<String> words = new ArrayList<>(List.of("fit"));
    words.addAll(Arrays.asList(options.replace("DIR", directory.toString()).split(" ", -1)));
    return words.toArray(String[]::new);
  }
}
