package org.sparknmf.io.read;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sparknmf.io.read.ReaderChecks.assertInvalid;
import static org.sparknmf.io.read.ReaderChecks.assertUnreadable;
import static org.sparknmf.io.read.ReaderChecks.open;
import static org.sparknmf.io.read.ReaderChecks.read;
import static org.sparknmf.io.read.ReaderChecks.rows;
import static org.sparknmf.io.read.TestColumns.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.testing.TestSpark;

class ParquetReaderIT {
  @TempDir Path directory;

  /** Writes what a query gives, in that many files. */
  private InputSettings input(String name, int files, String query) {
    String path = directory.resolve(name).toString();
    TestSpark.session().sql(query).repartition(files).write().parquet(path);
    return InputSettings.of(path);
  }

  @Test
  void readsTriples() {
    InputSettings input =
        input("t", 2, "select * from values ('a', 1, 2.5f), ('b', 2, 3f) as t(user, item, rating)");
    MatrixSource source = open(input);
    assertThat(source.description())
        .isEqualTo("triples from Parquet; row: user, column: item, value: rating");
    assertThat(source.frame().data().schema().simpleString())
        .isEqualTo("struct<row:string,column:bigint,value:double>");
    assertThat(rows(source.frame())).containsExactly("[a,1,2.5]", "[b,2,3.0]");
    assertThat(rows(input.withOrientation(FileOrientation.TRANSPOSED)))
        .containsExactly("[1,a,2.5]", "[2,b,3.0]");
    assertThat(rows(input("e", 1, "select id as s, id + 1 as `d.e` from range(2)")))
        .containsExactly("[0,1,1.0]", "[1,2,1.0]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'b', 2, -3d|cell (u = 'b', i = 2): value -3.0 is negative",
        "'b', 2, double('nan')|cell (u = 'b', i = 2): value NaN",
        "'b', 2, double('infinity')|cell (u = 'b', i = 2): value Infinity is infinite",
        "'b', 2, null|cell (u = 'b', i = 2): the value is null",
        "'b', null, 3d|cell (u = 'b', i = null): it has no id",
        "null, 2, 3d|cell (u = null, i = 2): it has no id"
      },
      quoteCharacter = '~')
  void findsTheFirstBadCell(String cell, String message) {
    InputSettings input =
        input(
            "t",
            3,
            "select * from values ('z', 1, -1d), (%s), ('a', 1, 1d) as t(u, i, v)".formatted(cell));
    assertThat(read(input).firstBadPlace().get()).isPresent();
    assertThat(read(input).firstBadPlace().get().get())
        .hasMessageContaining(directory + "/t: " + message);
    if (cell.contains("null")) {
      assertInvalid(input).hasMessageContaining(directory + "/t: " + message);
    }
  }

  @Test
  void refusesColumnsOfOtherTypes() {
    assertInvalid(input("a", 1, "select 1.5d as u, 2 as i, 3 as v"))
        .hasMessageContaining("column 'u' is of type double; ids must be strings or integers");
    assertInvalid(input("b", 1, "select date'2020-01-01' as u, 2 as i, 3 as v"))
        .hasMessageContaining("column 'u' is of type date");
    assertInvalid(input("c", 1, "select 1 as u, true as i, 3 as v"))
        .hasMessageContaining("column 'i' is of type boolean");
    assertInvalid(input("d", 1, "select 1 as u, 2 as i, '3' as v"))
        .hasMessageContaining("column 'v' is of type string; values must be numbers");
    assertInvalid(input("e", 1, "select 1 as u"))
        .hasMessageContaining("triples need a row column and a column column");
    assertInvalid(input("f", 1, "select 1 as u, 2 as i").withColumns(named("row", "user")))
        .hasMessageContaining("no column 'user'; the columns are 'u', 'i'");
    assertInvalid(input("g", 1, "select 1 as u, 2 as i, 3 as v where false"))
        .hasMessageContaining("/g: no rows");
  }

  @Test
  void readsArraysWithIds() {
    InputSettings input =
        input(
            "v", 2, "select * from values ('a', array(1d, 0d)), ('b', array(2d, 3d)) as t(id, x)");
    MatrixFrame frame = read(input);
    assertThat(frame.shape()).isEqualTo(MatrixFrame.Shape.VECTORS);
    assertThat(frame.rows()).isEqualTo(new Axis.FromData());
    assertThat(frame.columns()).isEqualTo(new Axis.Counted(2, 0));
    assertThat(rows(frame)).containsExactly("[a,[1.0,0.0]]", "[b,[2.0,3.0]]");
    MatrixFrame transposed = read(input.withOrientation(FileOrientation.TRANSPOSED));
    assertThat(rows(transposed)).containsExactly("[0,a,1.0]", "[0,b,2.0]", "[1,b,3.0]");
    assertThat(transposed.rows()).isEqualTo(new Axis.Counted(2, 0));
  }

  @Test
  void countsRowsOfVectorsByFileAndPlace() throws IOException {
    String path = directory.resolve("v").toString();
    TestSpark.session()
        .range(97)
        .withColumn("features", array_to_vector(array(col("id").cast("double"), lit(1.0))))
        .drop("id")
        .repartition(3)
        .write()
        .parquet(path);
    InputSettings input = InputSettings.of(path);
    MatrixSource source = open(input);
    assertThat(source.format()).isEqualTo(InputFormat.VECTORS);
    assertThat(source.frame().rows()).isEqualTo(new Axis.Counted(97, 0));
    List<String> whole = rows(source.frame());
    assertThat(whole).hasSize(97).doesNotHaveDuplicates();
    assertThat(SmallSplits.during(TestSpark.session(), 601, () -> rows(input))).isEqualTo(whole);
    // The first row of the first file, read on its own, is row 0 of all.
    String first =
        rows(InputSettings.of(dataFiles("v").get(0).toString())).stream()
            .filter(row -> row.startsWith("[0,"))
            .findFirst()
            .orElseThrow();
    assertThat(whole).contains(first);
  }

  private List<Path> dataFiles(String name) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(name))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null|row 'b': the vector is null",
        "array(1f)|row 'b': a vector of 1 values; the first row has 2",
        "array(1f, null)|row 'b': the array has a null",
        "array(1f, -2f)|row 'b': position 1: value -2.0 is negative",
        "array(float('nan'), 1f)|row 'b': position 0: value NaN"
      },
      quoteCharacter = '~')
  void findsTheFirstBadVector(String vector, String message) {
    InputSettings input =
        input(
            "v",
            1,
            "select * from values ('a', array(1f, 0f)), ('b', %s), ('c', array(-1f)) as t(id, x)"
                .formatted(vector));
    assertThat(read(input).firstBadPlace().get().orElseThrow())
        .hasMessageContaining(directory + "/v: " + message);
    assertInvalid(input).hasMessageContaining(directory + "/v: " + message);
  }

  @Test
  void refusesVectorsThatAreNotThere() {
    InputSettings numbers = input("n", 1, "select 1 as a, 2 as b");
    assertInvalid(numbers.withFormat(InputFormat.VECTORS))
        .hasMessageContaining("0 columns of vectors");
    assertInvalid(numbers.withColumns(named("features", "a")))
        .hasMessageContaining("column 'a' is of type int");
    assertInvalid(input("m", 1, "select array(1d) as a, array(2d) as b"))
        .hasMessageContaining("2 columns of vectors");
  }

  @Test
  void refusesDamagedFiles() throws IOException {
    InputSettings input =
        input("t", 1, "select string(id) as u, id as i, id as v from range(5000)");
    Path file = dataFiles("t").get(0);
    byte[] whole = Files.readAllBytes(file);
    Files.delete(directory.resolve("t/." + file.getFileName() + ".crc"));
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertUnreadable(input).hasMessageContaining(directory + "/t/");
    byte[] scrambled = whole.clone();
    Arrays.fill(scrambled, 10, whole.length / 3, (byte) 0x55);
    Files.write(file, scrambled);
    assertUnreadable(input).hasMessageContaining(directory + "/t/");
    Files.write(file, new byte[0]);
    assertUnreadable(input).hasMessageContaining(directory + "/t/");
  }
}
