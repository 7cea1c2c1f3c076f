package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sparknmf.app.failure.ErrorCode;

/** Holds the catalogue of errors that people read equal to that of the program. */
class ErrorCodesPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/errors.md");

  private static final String HEAD =
      """
      # Errors

      When a command fails, the last line on standard error is

          spark-nmf: error [CODE] what went wrong, with value and place; what to do about it

      The error code in brackets is for programs and for this page, the exit code for schedulers. A run with an `--output`
      also writes both to `OUTPUT.status.json`, as `errorCode` and `exitCode`, with `cause` and `remedy` as fields of their own
      ([reliability](reliability.md#the-status-of-a-run)). `--verbose` prints the stack trace before the line.

      | error code | exit code | when | what to do |
      |---|---|---|---|
      """;

  private static final String TAIL =
      """

      Status files of earlier versions have the former names of two codes; `status --wait` prints the present ones.

      A line `spark-nmf: ...` without an error code comes from the script `submit-scripts/spark-nmf` itself, before any Java starts:
      Java or Maven is missing, or `SPARK_HOME` or `SPARK_NMF_JAR` is wrong. Its exit code is 2.

      `doctor` checks the machine and the session, `config --show-origin` tells where each value comes from, `plan` forecasts memory:

      ```sh
      submit-scripts/spark-nmf doctor
      submit-scripts/spark-nmf config --show-origin --rank 20
      ```

      ## When to retry

      | exit code | a scheduler should |
      |---|---|
      | 75 | try again, after a while |
      | 130, 143 | start it again when the machine is back: a fit goes on from its last checkpoint |
      | 70 | try once more at most, then alert the operator |
      | 2, 3, 4, 5, 6, 7 | alert the operator: the same command will fail the same way |
      """;

  /** The expected text is left under target/, to be copied when the catalogue has changed. */
  @Test
  void thePageHasEveryWord() throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    for (ErrorCode error : ErrorCode.values()) {
      String code = error == ErrorCode.INTERRUPTED ? "130, 143" : "" + error.code().number();
      text.append(
          "| `%s` | %s | %s | %s |\n".formatted(error.name(), code, error.cause(), error.remedy()));
    }
    text.append(TAIL);
    Path copy = Path.of("target", "expected").resolve(PAGE);
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, text);
    assertThat(PAGE).as("copy it from %s", copy).hasContent(text.toString());
  }
}
