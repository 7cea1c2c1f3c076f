package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.FileTree;
import org.sparknmf.testing.SampleMatrix;

/**
 * What ends a fit before it computes: the exit code, a last line with place, rule and remedy, and
 * the result of an earlier run as it was.
 */
class BadInputIT {
  private static final String MTX =
      "%%MatrixMarket matrix coordinate real general\n3 4 4\n1 1 2\n1 2 3\n2 3 4\n3 4 5\n";

  private static final String CSV = "user,item,rating\nann,x,1\nann,y,2\nbob,x,3\nbob,y,4\n";

  @TempDir private static Path parent;
  private static Path output;
  private static FileTree before;

  @TempDir private Path inputs;
  private String lastLine;

  @BeforeAll
  static void anEarlierResult() throws IOException {
    Path input = Files.writeString(parent.resolve("good.csv"), CSV);
    output = parent.resolve("model");
    FitRun.published(input, output, "--rank 2 --max-iterations 2");
    before = FileTree.of(output);
  }

  @AfterEach
  void theEarlierResultIsThereAndNothingElse() {
    assertThat(FileTree.of(output)).isEqualTo(before);
    assertThat(parent.toFile().list())
        .containsExactlyInAnyOrder("good.csv", "model", "model.status.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2 3|1 2 -3 |m.mtx:4: value -3.0 is negative; values must be at least 0: remove, shift",
        "1 2 3|1 2 nan|m.mtx:4: value NaN; values must be numbers: remove the cell or give it",
        "1 2 3|1 2 inf|m.mtx:4: value Infinity is infinite; values must be finite: remove",
        "1 2 3|1 2 tow|m.mtx:4: 'tow' stands where a number belongs; values are decimals such as",
        "1 2 3|0 2 3  |m.mtx:4: row index '0'; the header allows 1 to 3: correct the index",
        "1 2 3|1 0 3  |m.mtx:4: column index '0'; the header allows 1 to 4: correct the index",
        "1 2 3|4 2 3  |m.mtx:4: row index '4'; the header allows 1 to 3: correct the index",
        "1 2 3|1 5 3  |m.mtx:4: column index '5'; the header allows 1 to 4: correct the index",
        "3 4 4|3 4 5  |the header promises 5 entries, the file has 4: both must agree; the file",
        "3 4 4|3 4 3  |the header promises 3 entries, the file has 4: both must agree; the file",
        "3 4 4|3 4    |m.mtx:2: '3 4' is no line of sizes",
        "real |complex|m.mtx:1: field 'complex'"
      })
  void aMatrixMarketFileThatIsNoMatrix(String from, String to, String line) throws IOException {
    Path file = write("m.mtx", MTX.replace(from.strip(), to.strip()));
    assertRefused(ExitCode.INVALID_MATRIX, line, "--input", file.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann,y,2|ann,y,-2      |x.csv:3: value -2.0 is negative; values must be at least 0",
        "ann,y,2|ann,y,NaN     |x.csv:3: value NaN; values must be numbers",
        "ann,y,2|ann,y,Infinity|x.csv:3: value Infinity is infinite; values must be finite",
        "ann,y,2|ann,y,two     |x.csv:3: 'two' stands where a number belongs",
        "ann,y,2|ann,y,        |x.csv:3: the value is empty; it must be a number",
        "ann,y,2|ann           |x.csv:3: 1 fields; the first line has 3, and every line must have as many: correct it",
      })
  void triplesThatAreNoMatrix(String from, String to, String line) throws IOException {
    Path file = write("x.csv", CSV.replace(from, to.strip()));
    assertRefused(ExitCode.INVALID_MATRIX, line, "--input", file.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--row-column     |x.csv: no column 'usr'; the columns are 'user', 'item', 'rating': correct",
        "--column-column  |correct --column-column; did you mean user",
        "--value-column   |correct --value-column; did you mean user"
      })
  void aColumnThatIsNotThere(String option, String line) throws IOException {
    String file = write("x.csv", CSV).toString();
    assertRefused(ExitCode.INVALID_MATRIX, line, "--input", file, option, "usr");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann,y,2,-1 |w.csv:3: weight -1.0 is negative; weights must be at least 0: remove, shift",
        "ann,y,2,NaN|w.csv:3: weight NaN; weights must be numbers: remove the cell or give it",
        "ann,y,2,   |w.csv:3: the weight is empty; it must be a number: write 0 or remove it"
      })
  void weightsThatAreNone(String cell, String line) throws IOException {
    String text = "user,item,rating,trust\nann,x,1,1\n" + cell.strip() + "\n";
    String file = write("w.csv", text).toString();
    assertRefused(
        ExitCode.INVALID_MATRIX,
        line,
        "--input",
        file,
        "--empty-cells",
        "missing",
        "--weight-column",
        "trust");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x.csv|--weight-column rating"
            + "|--weight-column 'rating' needs --empty-cells missing, got zero",
        "x.csv|--weight-column rating --empty-cells missing --format dense"
            + "|--weight-column has no meaning for dense rows",
        "m.mtx|--weight-column rating --empty-cells missing"
            + "|--weight-column and --id-column have no meaning for a MatrixMarket file",
        "none |--empty-cells missing --weighting tf-idf"
            + "|weighting tf-idf and empty-cells missing exclude each other",
      })
  void settingsThatDoNotFitUnknownCells(String name, String options, String line)
      throws IOException {
    write("x.csv", CSV);
    write("m.mtx", MTX);
    List<String> words = new ArrayList<>(List.of("--input", inputs.resolve(name.strip()) + ""));
    words.addAll(Arrays.asList(options.split(" ", -1)));
    assertRefused(ExitCode.USAGE, line, words.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"x.csv, x.csv, 'ann,x,7'", "m.mtx, m.mtx, '1 1 7'"})
  void aCellGivenTwiceUnderError(String name, String place, String again) throws IOException {
    String text = name.endsWith("csv") ? CSV : MTX.replace("3 4 4", "3 4 5");
    String file = write(name, text + again + "\n").toString();
    String row = name.endsWith("csv") ? "row ann, column x" : "row 1, column 1";
    assertRefused(
        ExitCode.INVALID_MATRIX,
        row
            + " is given 2 times: each cell may be given once under --duplicates error; say"
            + " --duplicates sum or max, or remove the repetition",
        "--input",
        file,
        "--duplicates",
        "error");
  }

  /** Cut in the trailer, in the data, right after the header and within it. */
  @ParameterizedTest
  @ValueSource(doubles = {0.99999, 0.5, 12e-5, 6e-5})
  void aTruncatedArchive(double part) throws IOException {
    Path file = SampleMatrix.copy("digits", inputs);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, (int) (part * whole.length)));
    assertRefused(
        ExitCode.INVALID_MATRIX,
        file + ": the compressed file is truncated or damaged",
        "--input",
        file.toString());
    assertThat(lastLine).contains("copy it again from its source");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e.mtx  |''|e.mtx: the file is empty",
        "e.csv  |''|e.csv: the input is empty; a matrix needs entries",
        "e.jsonl|''|e.jsonl: the input is empty; a matrix needs entries",
        "h.csv  |'row,column,value'|h.csv: ",
      })
  void emptyInput(String name, String text, String line) throws IOException {
    assertRefused(ExitCode.INVALID_MATRIX, line, "--input", write(name, text).toString());
  }

  @Test
  void inputThatIsNotThere() throws IOException {
    write("matrix.mtx", MTX);
    assertRefused(
        ExitCode.INPUT,
        inputs + "/matrx.mtx does not exist; correct the path; did you mean matrix.mtx?",
        "--input",
        inputs.resolve("matrx.mtx").toString());
    assertRefused(
        ExitCode.INPUT,
        "does not exist, nor does its directory; correct the path",
        "--input",
        inputs.resolve("nowhere/matrix.mtx").toString());
    assertRefused(
        ExitCode.INPUT, "does not exist", "--input", inputs.resolve("*.parquet").toString());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(inputs.resolve(name), text);
  }

  /** With the output of the earlier run to be overwritten, which makes harm possible. */
  private void assertRefused(ExitCode code, String line, String... options) {
    List<String> words = new ArrayList<>(List.of("--output", output.toString()));
    words.addAll(List.of("--if-exists", "overwrite", "--rank", "2"));
    words.addAll(Arrays.asList(options));
    RecordedRun run = FitRun.run(inputs, words.toArray(String[]::new));
    lastLine = run.lastLine();
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(lastLine).startsWith("spark-nmf: error [").contains(line);
    assertThat(run.err()).doesNotContain("iteration 1");
    assertThat(run.out()).isEmpty();
    assertThat(new PublishedResult(output).status().get("state").asText()).isEqualTo("FAILED");
    assertThat(new PublishedResult(output).status().get("exitCode").asInt())
        .isEqualTo(code.number());
  }
}
