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
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.linalg.EmptyCells;
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
  void readsArraysOfAnyNumbers() {
    assertThat(rows(input("i", 1, "select 'a' as id, array(1, 2) as x")))
        .containsExactly("[a,[1.0,2.0]]");
    assertThat(rows(input("l", 1, "select 'a' as id, array(1L, 0L) as x")))
        .containsExactly("[a,[1.0,0.0]]");
    assertThat(rows(input("d", 1, "select 'a' as id, array(1.5, 2.25) as x")))
        .containsExactly("[a,[1.5,2.25]]");
    assertThat(
            open(input("t", 1, "select 1 as id, array(7) as tags, array(2d) as x")).description())
        .isEqualTo("vectors of 1 values from Parquet; features: x, id: id; not used: tags");
  }

  @Test
  void readsColumnsOfNumbersAsRows() {
    InputSettings counted =
        input("c", 1, "select * from values (1, 0, 3), (4, 5, 0) as t(g1, g2, g3)");
    MatrixSource source = open(counted);
    assertThat(source.format()).isEqualTo(InputFormat.DENSE);
    assertThat(source.description()).isEqualTo("dense rows of 3 values from Parquet; id: none");
    assertThat(source.frame().rows()).isEqualTo(new Axis.Counted(2, 0));
    assertThat(source.frame().columns()).isEqualTo(new Axis.Labelled(List.of("g1", "g2", "g3")));
    assertThat(rows(source.frame())).containsExactly("[0,[1.0,0.0,3.0]]", "[1,[4.0,5.0,0.0]]");
    InputSettings named =
        input(
            "n",
            2,
            "select * from values ('a', 1.5d, true, now()), ('b', 2d, false, now())"
                + " as t(id, x, y, at)");
    assertThat(open(named.withFormat(InputFormat.DENSE)).description())
        .isEqualTo("dense rows of 2 values from Parquet; id: id; not used: at");
    assertThat(rows(named.withFormat(InputFormat.DENSE)))
        .containsExactly("[a,[1.5,1.0]]", "[b,[2.0,0.0]]");
  }

  @Test
  void valuesOfDenseRowsMayBeMissing() {
    InputSettings input =
        input("m", 1, "select * from values ('a', 1d, null), ('b', 0d, 3d) as t(id, x1, x2)");
    assertInvalid(input)
        .hasMessageContaining("/m: row 'a': column 'x2' is null")
        .hasMessageContaining("--empty-cells missing");
    assertThat(rows(input.withEmptyCells(EmptyCells.MISSING)))
        .containsExactly("[a,(2,[0],[1.0])]", "[b,[0.0,3.0]]");
    InputSettings negative = input("n", 1, "select 'a' as id, 1d as x1, -2d as x2");
    assertThat(read(negative).firstBadPlace().get().orElseThrow())
        .hasMessageContaining("/n: row 'a': column 'x2': value -2.0 is negative");
  }

  @Test
  void columnsOfPathsStayText() {
    String path = directory.resolve("p").toString();
    TestSpark.session()
        .sql(
            "select * from values ('007', 1, 2d), ('01', 1, 3d), ('1', 1, 5d) as t(row, column, value)")
        .write()
        .partitionBy("row")
        .parquet(path);
    InputSettings input = InputSettings.of(path);
    assertThat(rows(input)).containsExactly("[007,1,2.0]", "[01,1,3.0]", "[1,1,5.0]");
    assertThat(rows(input.withIdType(IdType.LONG)))
        .containsExactly("[1,1,3.0]", "[1,1,5.0]", "[7,1,2.0]");
    String inference = "spark.sql.sources.partitionColumnTypeInference.enabled";
    assertThat(TestSpark.session().conf().get(inference)).isEqualTo("true");
  }

  /** Spark refuses the types of the last two columns as it reads the footer. */
  @Test
  void readsFilesWithTypesThatSparkRefuses() throws IOException {
    Path file = directory.resolve("odd.parquet");
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { required binary user (STRING); optional int64 item;"
                + " optional double rating; required int64 at (TIMESTAMP(NANOS,true));"
                + " required fixed_len_byte_array(2) half (FLOAT16); }");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(schema).build()) {
      for (int i = 1; i <= 2; i++) {
        writer.write(
            new SimpleGroupFactory(schema)
                .newGroup()
                .append("user", "u" + i)
                .append("item", (long) i)
                .append("rating", 1.5 * i)
                .append("at", 1_700_000_000_000_000_000L)
                .append("half", Binary.fromConstantByteArray(new byte[] {0, 60})));
      }
    }
    InputSettings input = InputSettings.of(file.toString());
    assertThat(open(input).description())
        .isEqualTo(
            "triples from Parquet; row: user, column: item, value: rating; not used: at, half");
    assertThat(rows(input)).containsExactly("[u1,1,1.5]", "[u2,2,3.0]");
    assertInvalid(input.withColumns(named("value", "half")))
        .hasMessageContaining("column 'half' is of Parquet type FLOAT16, which Spark cannot read");
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
