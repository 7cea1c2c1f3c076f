package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.TestSpark;

/** Models that a fit cannot start from: refused before anything is computed. */
class BadModelIT {
  @TempDir private static Path directory;
  private static Path input;
  private static Path whole;

  @TempDir private Path model;

  @BeforeAll
  static void aFit() throws IOException {
    input = Files.writeString(directory.resolve("x.csv"), "u,i,v\na,x,1\na,y,2\nb,x,3\nb,y,4\n");
    whole = directory.resolve("whole");
    FitRun.published(input, whole, "--rank 2 --max-iterations 2");
  }

  /** Rows are an id and numbers, separated by blanks; rows by commas; {@code -} is null. */
  private void write(String name, String rows, DataType idType) {
    StructType schema =
        new StructType()
            .add("id", idType)
            .add("factors", DataTypes.createArrayType(DataTypes.DoubleType));
    List<Row> all = new ArrayList<>();
    for (String row : rows.split(", *", -1)) {
      String[] words = row.strip().split(" +", -1);
      Object id = words[0].equals("-") ? null : id(words[0], idType);
      List<Double> numbers = Arrays.stream(words).skip(1).map(Double::valueOf).toList();
      all.add(RowFactory.create(id, words[1].isEmpty() ? null : numbers.toArray(Double[]::new)));
    }
    TestSpark.session()
        .createDataFrame(all, schema)
        .write()
        .parquet(model.resolve(name).toUri().toString());
  }

  private static Object id(String word, DataType type) {
    return type.equals(DataTypes.LongType) ? (Object) Long.valueOf(word) : word;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a 1 2, b 3 -4       |W of --init-from 'MODEL' has the entry -4.0 for id 'b': entries must be"
            + " finite and not negative; correct it, or fit again",
        "a 1 NaN, b 3 4      |W of --init-from 'MODEL' has the entry NaN for id 'a': entries",
        "a 1 2, b Infinity 4 |W of --init-from 'MODEL' has the entry Infinity for id 'b': entries",
        "a 1 2, b 3          |has 1 factors for id 'b' and 2 for others: every row needs one a",
        "a 1 2, b 3 4, a 5 6 |has id 'a' 2 times: an id stands for one row; remove the others",
        "a 1 2, - 3 4        |has a row without an id: every row needs one; remove the row",
        "a 0 0, b 0 0        |is zero throughout: nothing can start from it; give another fit",
        "c 1 2, d 3 4        |the rows of X: ids do not match, none is in both: X has 'a' (string),"
            + " the model 'c' (string); give the model of such",
        "a 1 2 3, b 1 2 3    |has 3 components, its H 2: both must have as many; give the output of",
      })
  void factorsThatAreNone(String w, String line) {
    write("W", w, DataTypes.StringType);
    write("H", "x 1 2, y 3 4", DataTypes.StringType);
    assertRefused(ExitCode.INVALID_MATRIX, line, "--init-from MODEL");
  }

  @Test
  void idsOfAnotherType() {
    write("W", "a 1 2, b 3 4", DataTypes.StringType);
    write("H", "7 1 2, 8 3 4", DataTypes.LongType);
    assertRefused(
        ExitCode.INVALID_MATRIX,
        "H of --init-from 'MODEL' and the columns of X: ids do not match, their types differ: X has"
            + " 'x' (string), the model 7 (long); give",
        "--init-from MODEL");
  }

  @Test
  void aModelThatIsNotThere() {
    String missing = "--init-from '" + directory + "/none' does not exist; give the --output of a";
    assertRefused(ExitCode.INPUT, missing, "--init-from " + directory + "/none");
    write("W", "a 1 2, b 3 4", DataTypes.StringType);
    assertRefused(
        ExitCode.INPUT,
        "--init-from 'MODEL' has no H/ with Parquet files in it; give the --output of a fit",
        "--init-from MODEL");
    assertRefused(ExitCode.INPUT, "--fix-h 'MODEL' has no H/ with", "--fix-h MODEL");
    assertRefused(
        ExitCode.INPUT,
        "--fix-w 'MODEL' has no components/ with Parquet files in it; which tells",
        "--fix-w MODEL --fix-components 1");
    assertRefused(ExitCode.INPUT, "--init-from '" + input + "' has no W/", "--init-from " + input);
  }

  @Test
  void aTableOfOtherFields() {
    TestSpark.session()
        .sql("select 'a' as id, 1.5 as weight")
        .write()
        .parquet(model.resolve("W").toUri().toString());
    assertRefused(
        ExitCode.INVALID_MATRIX,
        "W of --fix-w 'MODEL' has the fields id, weight: a factor has id and factors; rename",
        "--fix-w MODEL");
  }

  @Test
  void aDamagedFile() throws IOException {
    Files.createDirectories(model.resolve("H"));
    Files.writeString(model.resolve("H/part-0.parquet"), "no Parquet at all");
    assertRefused(ExitCode.INPUT, "/H/part-0.parquet cannot be read: ", "--fix-h MODEL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--init-from WHOLE --rank 3|rank must be that of --init-from 'WHOLE', which is 2, got 3; say"
            + " --rank 2",
        "--fix-h WHOLE --rank 1|rank must be at least the 2 components of --fix-h 'WHOLE', got 1;"
            + " say --rank 2, or name fewer",
        "--fix-h WHOLE --fix-components 3|must be from 1 to 2, the components of --fix-h 'WHOLE',"
            + " got 3; correct --fix-components",
        "--init random --init-from WHOLE|init random and init-from 'WHOLE' exclude each other",
        "--init custom|give --init-from PATH",
        "--fix-h WHOLE --solver bpp|say --solver mu or hals, or leave --fix-w, --fix-h and --consensus out",
      })
  void settingsThatDoNotFit(String options, String line) {
    assertRefused(ExitCode.USAGE, line, options);
  }

  private void assertRefused(ExitCode code, String line, String options) {
    Path output = directory.resolve("refused");
    String rank = options.contains("--rank") ? "" : " --rank 2";
    List<String> words =
        new ArrayList<>(List.of("--input", input.toString(), "--output", output.toString()));
    words.addAll(List.of(named(options + rank).split(" ", -1)));
    RecordedRun run = FitRun.run(directory, words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.lastLine()).startsWith("spark-nmf: error [").contains(named(line));
    assertThat(run.err()).doesNotContain("iteration 1");
    assertThat(run.out()).isEmpty();
    assertThat(output).doesNotExist();
  }

  private String named(String text) {
    return text.replace("MODEL", model.toString()).replace("WHOLE", whole.toString());
  }
}
