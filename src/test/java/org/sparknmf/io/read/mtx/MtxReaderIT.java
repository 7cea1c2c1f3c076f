package org.sparknmf.io.read.mtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparknmf.io.read.ReaderChecks.assertInvalid;
import static org.sparknmf.io.read.ReaderChecks.assertUnreadable;
import static org.sparknmf.io.read.ReaderChecks.directCells;
import static org.sparknmf.io.read.ReaderChecks.open;
import static org.sparknmf.io.read.ReaderChecks.read;
import static org.sparknmf.io.read.ReaderChecks.rows;
import static org.sparknmf.io.read.TestColumns.labels;
import static org.sparknmf.io.read.TestColumns.named;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.Samples;
import org.sparknmf.io.read.SmallSplits;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.testing.TestSpark;

class MtxReaderIT {
  private static final String[] CELLS = {
    "[0,0,2.5]", "[0,3,1.0]", "[1,1,30.0]", "[2,0,0.125]", "[2,2,7.0]"
  };

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"m.mtx", "m.mtx.gz", "m", "m.txt.gz"})
  void readsPlainAndCompressed(String name) {
    MatrixSource source =
        open(InputSettings.of(TestText.write(directory, name, Samples.COORDINATE)));
    MatrixFrame frame = source.frame();
    assertThat(rows(frame)).containsExactly(CELLS);
    assertThat(frame.rows()).isEqualTo(new Axis.Counted(3, 1));
    assertThat(frame.columns()).isEqualTo(new Axis.Counted(4, 1));
    assertThat(frame.declaredEntries()).isEqualTo(OptionalLong.of(5));
    assertThat(frame.symmetric()).isFalse();
    assertThat(frame.firstBadPlace().get()).isEmpty();
    assertThat(source.format()).isEqualTo(InputFormat.MTX);
    assertThat(source.description())
        .isEqualTo("MatrixMarket coordinate real general, 3 x 4, 5 entries");
  }

  /** The cells that reach the blocks are those of the table. */
  @ParameterizedTest
  @ValueSource(strings = {"m.mtx", "m.mtx.gz", "a, {b}*.mtx"})
  void readsWithoutRowsOfSparkSql(String name) {
    String file = TestText.write(directory, name, Samples.COORDINATE.replace("\n", "\r\n"));
    assertThat(directCells(read(InputSettings.of(file)))).containsExactly(CELLS);
    assertThat(
            SmallSplits.during(
                TestSpark.session(), 5, () -> directCells(read(InputSettings.of(file)))))
        .containsExactly(CELLS);
  }

  @Test
  void arraysAndArchivesThatSparkCanCutAreReadByRows() throws IOException {
    String array = TestText.write(directory, "a.mtx", Samples.ARRAY);
    assertThat(read(InputSettings.of(array)).direct()).isEmpty();
    Path archive = directory.resolve("m.mtx.bz2");
    BZip2Codec codec = new BZip2Codec();
    codec.setConf(new Configuration());
    try (OutputStream out = codec.createOutputStream(Files.newOutputStream(archive))) {
      out.write(TestText.bytes(Samples.COORDINATE));
    }
    MatrixFrame frame = read(InputSettings.of(archive.toString()));
    assertThat(frame.direct()).isEmpty();
    assertThat(rows(frame)).containsExactly(CELLS);
  }

  @Test
  void readsLabelsBesideTheMatrixInADirectory() {
    TestText.write(directory, "matrix.mtx", Samples.COORDINATE);
    TestText.write(directory, "rows.txt", "a\nb\nc\n");
    TestText.write(directory, "cols.txt.gz", "w\nx\ny\nz\n");
    MatrixFrame frame = read(InputSettings.of(directory.toString()));
    assertThat(frame.rows()).isEqualTo(new Axis.Labelled(List.of("a", "b", "c")));
    assertThat(frame.columns()).isEqualTo(new Axis.Labelled(List.of("w", "x", "y", "z")));
    assertThat(rows(frame)).containsExactly(CELLS);
  }

  @Test
  void transposeExchangesCellsAndLabels() {
    String file = TestText.write(directory, "matrix.mtx", Samples.COORDINATE);
    String labels = TestText.write(directory, "names", "a\nb\nc\n");
    MatrixFrame frame =
        read(
            InputSettings.of(file)
                .withLabels(labels(labels, null))
                .withOrientation(FileOrientation.TRANSPOSED));
    assertThat(frame.rows()).isEqualTo(new Axis.Counted(4, 1));
    assertThat(frame.columns()).isEqualTo(new Axis.Labelled(List.of("a", "b", "c")));
    assertThat(rows(frame))
        .containsExactly("[0,0,2.5]", "[0,2,0.125]", "[1,1,30.0]", "[2,2,7.0]", "[3,0,1.0]");
  }

  @Test
  void symmetricMatricesAreNotMirroredAndShareTheirLabels() {
    String file =
        TestText.write(
            directory,
            "m.mtx",
            "%%MatrixMarket matrix coordinate pattern symmetric\n2 2 2\n1 1\n2 1\n");
    TestText.write(directory, "rows.txt", "a\nb\n");
    MatrixFrame frame = read(InputSettings.of(file));
    assertThat(frame.symmetric()).isTrue();
    assertThat(frame.columns()).isEqualTo(new Axis.Labelled(List.of("a", "b")));
    assertThat(rows(frame)).containsExactly("[0,0,1.0]", "[1,0,1.0]");
  }

  @Test
  void readsArraysInChunks() {
    StringBuilder text = new StringBuilder("%%MatrixMarket matrix array real general\n%\n7 11\n");
    for (int i = 0; i < 7 * 11; i++) {
      text.append(i + 1).append(".0\n\n");
    }
    InputSettings input = InputSettings.of(TestText.write(directory, "a.mtx", text.toString()));
    List<String> whole = rows(input);
    assertThat(whole).hasSize(7 * 11).contains("[0,0,1.0]", "[6,10,77.0]", "[5,2,20.0]");
    assertThat(SmallSplits.during(TestSpark.session(), () -> rows(input))).isEqualTo(whole);
    assertThat(read(input).declaredEntries()).isEmpty();
  }

  @Test
  void arraysMayHaveSeveralValuesALine() {
    String head = "%%MatrixMarket matrix array double general\n3 3\n";
    List<String> whole = List.of("[0,0,1.0]", "[0,1,4.0]", "[1,1,5.0]", "[2,0,3.0]", "[2,2,9.0]");
    for (String values :
        List.of("1 0 3 4\n5 0 0 0\n9\n", "1 0 3\n4 5 0\n0 0 9\n", "1 0 3 4 5 0 0 0 9\n")) {
      InputSettings input = InputSettings.of(TestText.write(directory, "s.mtx", head + values));
      assertThat(rows(input)).isEqualTo(whole);
      assertThat(SmallSplits.during(TestSpark.session(), () -> rows(input))).isEqualTo(whole);
    }
    InputSettings other =
        InputSettings.of(TestText.write(directory, "o.mtx", head + "1 0 3\n4 5\n0 0 9\n"));
    assertInvalid(other).hasMessageContaining("o.mtx:4: 2 values; the first line has 3");
    InputSettings cut =
        InputSettings.of(TestText.write(directory, "c.mtx", head + "1 0 3\n4 5 0\n"));
    assertInvalid(cut)
        .hasMessageContaining("2 lines of values, but the header's 3 x 3 array has 3");
  }

  @Test
  void readsCoordinatesInChunksWithALongPreamble() {
    InputSettings input =
        InputSettings.of(
            TestText.write(
                directory,
                "m.mtx",
                Samples.COORDINATE.replace("% a comment\n", "% a comment\n\n".repeat(9))));
    assertThat(SmallSplits.during(TestSpark.session(), () -> rows(input))).containsExactly(CELLS);
  }

  @ParameterizedTest
  @CsvSource({
    "1 4 1, 0 4 1, 'm.mtx:5: row index ''0''; the header allows 1 to 3'",
    "1 4 1, 1 5 1, 'm.mtx:5: column index ''5''; the header allows 1 to 4'",
    "3e1, -3e1, 'm.mtx:6: value -30.0 is negative'",
    "0.125, nan, 'm.mtx:8: value NaN'",
    "0.125, inf, 'm.mtx:8: value Infinity is infinite'",
    "0.125, 1e400, 'm.mtx:8: value ''1e400'' does not fit a double'",
    "0.125, x, 'm.mtx:8: ''x'' stands where a number belongs'",
    "3 3 7, 3 3, 'm.mtx:9: too few fields'",
    "3 3 7, 3 3 7 7, 'm.mtx:9: too many fields'",
    "3 4 5, 3 4, 'm.mtx:3: ''3 4'' is no line of sizes'",
    "real, complex, 'm.mtx:1: field ''complex'''"
  })
  void namesFileAndLine(String from, String to, String message) {
    String text = Samples.COORDINATE.replace(from, to);
    InputSettings input = InputSettings.of(TestText.write(directory, "m.mtx", text));
    assertInvalid(input).hasMessageContaining(directory + "/" + message);
  }

  @Test
  void namesTheFirstOfManyBadLines() {
    String text =
        "%%MatrixMarket matrix coordinate real general\r\n9 9 999\r\n"
            + "1 1 1\r\n".repeat(50)
            + "1 1 -1\r\n".repeat(29);
    InputSettings input = InputSettings.of(TestText.write(directory, "m.mtx", text));
    SmallSplits.during(
        TestSpark.session(), () -> assertInvalid(input).hasMessageContaining("m.mtx:53: value"));
  }

  @Test
  void refusesArraysOfTheWrongLength() {
    String few = TestText.write(directory, "few.mtx", Samples.ARRAY.replace("4\n", ""));
    assertInvalid(InputSettings.of(few))
        .hasMessageContaining("few.mtx: 5 values, but the header's");
    String many = TestText.write(directory, "many.mtx", Samples.ARRAY + "5\n");
    assertInvalid(InputSettings.of(many)).hasMessageContaining("many.mtx:9: one value more than");
  }

  @Test
  void refusesWhatIsNoMatrixFile() {
    String empty = TestText.write(directory, "empty.mtx", "");
    assertInvalid(InputSettings.of(empty)).hasMessageContaining("empty.mtx: the file is empty");
    String head = TestText.write(directory, "h.mtx", Samples.COORDINATE.split("1 1 2.5", -1)[0]);
    assertInvalid(InputSettings.of(head)).hasMessageContaining("h.mtx: no entries follow");
    String csv = TestText.write(directory, "a.csv", "a,b,1\n");
    assertInvalid(InputSettings.of(csv).withFormat(InputFormat.MTX))
        .hasMessageContaining("a.csv:1: the first line is 'a,b,1'");
    String gz = TestText.write(directory, "z/a.mtx", Samples.COORDINATE);
    assertInvalid(InputSettings.of(gz).withFormat(InputFormat.DENSE))
        .hasMessageContaining("is matrix market; that cannot be read as --format dense");
    assertInvalid(InputSettings.of(directory.toString())).hasMessageContaining("more files");
    assertUnreadable(InputSettings.of(directory + "/m.mtx"))
        .hasMessageContaining(directory + "/m.mtx does not exist; correct the path; did you mean");
  }

  @Test
  void refusesWrongLabelsAndSettingsWithoutMeaning() {
    String file = TestText.write(directory, "m.mtx", Samples.COORDINATE);
    TestText.write(directory, "rows.txt", "a\nb\na\n");
    assertInvalid(InputSettings.of(file)).hasMessageContaining("rows.txt:3: label 'a' stands in");
    TestText.write(directory, "rows.txt", "a\nb\n");
    assertInvalid(InputSettings.of(file)).hasMessageContaining("rows.txt: 2 labels for 3 rows");
    assertUnreadable(InputSettings.of(file).withLabels(labels(directory + "/nowhere.txt", null)))
        .hasMessageContaining("nowhere.txt does not exist");
    assertThatThrownBy(() -> read(InputSettings.of(file).withColumns(named("value", "x"))))
        .isInstanceOf(InvalidSettingException.class);
  }
}
