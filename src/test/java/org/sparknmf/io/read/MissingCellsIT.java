package org.sparknmf.io.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparknmf.io.read.ReaderChecks.rows;
import static org.sparknmf.io.read.TestColumns.named;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.frame.MatrixBuilder;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.frame.MatrixSettings;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.testing.TestSpark;

/** Files whose cells that are not there are unknown, from the text to the blocks. */
class MissingCellsIT {
  /** Weights 2, 0.5, 1 and 0. */
  private static final String WEIGHTED =
      "user,item,rating,trust\nann,x,3,2\nann,y,0,0.5\nbob,y,5,1\nbob,x,4,0\n";

  @TempDir private Path directory;

  private InputSettings input(String name, String text) {
    return InputSettings.of(TestText.write(directory, name, text))
        .withEmptyCells(EmptyCells.MISSING);
  }

  private InputSettings parquet(String name, String query) {
    String path = directory.resolve(name).toString();
    TestSpark.session().sql(query).repartition(2).write().parquet(path);
    return InputSettings.of(path).withEmptyCells(EmptyCells.MISSING);
  }

  /** What the blocks hold: summary and fingerprint. */
  private record Read(MatrixSummary summary, long fingerprint) {}

  private static Read read(InputSettings input, DuplicatePolicy duplicates) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext());
    MatrixSettings settings =
        new MatrixSettings(
            2,
            OptionalInt.of(3),
            Resources.of(context),
            duplicates,
            Precision.DOUBLE,
            Optional.empty(),
            input.emptyCells(),
            0);
    MatrixFrame frame = ReaderChecks.read(input);
    try (SparkScope scope = new SparkScope(context)) {
      DistributedMatrix x =
          ReadFailures.explaining(
              frame, () -> new MatrixBuilder(frame, settings, scope).build().x());
      return new Read(x.summary(), x.fingerprint());
    }
  }

  private static MatrixSummary summary(InputSettings input) {
    return read(input, DuplicatePolicy.ERROR).summary();
  }

  private static void assertRefused(InputSettings input, String message) {
    assertThatThrownBy(() -> read(input, DuplicatePolicy.ERROR))
        .isExactlyInstanceOf(InvalidMatrixException.class)
        .hasMessageContaining(message);
  }

  /** By hand: 2*3 + 0.5*0 + 1*5, 2*9 + 1*25, 2 + 0.5 + 1. */
  private static void assertWeighted(MatrixSummary x) {
    assertThat(x).isEqualTo(new MatrixSummary(2, 2, 3, 11, 43, 5, 3.5, 2));
    assertThat(x.mean()).isEqualTo(11 / 3.5);
  }

  /** Three stored cells of a 3 x 4 matrix, one of them zero. */
  private static void assertThreeCells(MatrixSummary x) {
    assertThat(x).isEqualTo(new MatrixSummary(3, 4, 3, 5, 13, 3, 3, 1));
    assertThat(x.mean()).isEqualTo(5.0 / 3);
  }

  @Test
  void weightedTriplesOfText() {
    InputSettings csv = input("w.csv", WEIGHTED).withColumns(named("weight", "trust"));
    MatrixSource source = ReaderChecks.open(csv);
    assertThat(source.description()).endsWith("value: rating, weight: trust");
    assertThat(rows(source.frame()))
        .containsExactly(
            "[ann,x,3.0,2.0]", "[ann,y,0.0,0.5]", "[bob,x,4.0,0.0]", "[bob,y,5.0,1.0]");
    assertWeighted(summary(csv));
    assertWeighted(summary(csv.withOrientation(FileOrientation.TRANSPOSED)));
    assertWeighted(
        summary(input("w.tsv", WEIGHTED.replace(',', '\t')).withColumns(named("weight", "trust"))));
    String withoutHeader = WEIGHTED.substring(WEIGHTED.indexOf('\n') + 1);
    assertWeighted(summary(input("n.csv", withoutHeader).withColumns(named("weight", "4"))));
  }

  @Test
  void weightedTriplesOfJson() {
    StringBuilder lines = new StringBuilder();
    WEIGHTED
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(
            f ->
                lines.append(
                    "{\"w\":%s,\"row\":\"%s\",\"column\":\"%s\",\"value\":%s}\n"
                        .formatted(f[3], f[0], f[1], f[2])));
    InputSettings json = input("w.jsonl", lines.toString()).withColumns(named("weight", "w"));
    assertThat(ReaderChecks.open(json).description()).endsWith("value: value, weight: w");
    assertWeighted(summary(json));
  }

  @Test
  void weightedTriplesOfParquet() {
    InputSettings parquet =
        parquet(
                "w",
                "select * from values ('ann', 'x', 3, 2d), ('ann', 'y', 0, 0.5d),"
                    + " ('bob', 'y', 5, 1d), ('bob', 'x', 4, 0d) as t(user, item, rating, trust)")
            .withColumns(named("weight", "trust"));
    assertThat(ReaderChecks.open(parquet).description()).endsWith("rating, weight: trust");
    assertWeighted(summary(parquet));
  }

  @Test
  void weightsOfOneAreNone() {
    InputSettings csv =
        input("w.csv", WEIGHTED.replaceAll(",[0-9.]+\n", ",1\n")).withFormat(InputFormat.TRIPLES);
    Read weighted = read(csv.withColumns(named("weight", "trust")), DuplicatePolicy.ERROR);
    assertThat(weighted).isEqualTo(read(csv, DuplicatePolicy.ERROR));
    assertThat(weighted.summary().observed()).isEqualTo(4);
    assertThat(weighted.summary().largestWeight()).isEqualTo(1);
    Read zeros = read(csv.withEmptyCells(EmptyCells.ZERO), DuplicatePolicy.ERROR);
    assertThat(weighted.fingerprint()).isNotEqualTo(zeros.fingerprint());
  }

  /** Also where nothing but what other cells are tells the two apart. */
  @Test
  void aFullMatrixWithoutZerosIsAnotherWhereCellsMayBeMissing() {
    InputSettings csv = input("f.csv", "a,x,1\na,y,2\nb,x,3\nb,y,4\n");
    Read missing = read(csv, DuplicatePolicy.ERROR);
    Read zero = read(csv.withEmptyCells(EmptyCells.ZERO), DuplicatePolicy.ERROR);
    assertThat(missing.summary()).isEqualTo(zero.summary());
    assertThat(missing.fingerprint()).isNotEqualTo(zero.fingerprint());
  }

  @ParameterizedTest
  @EnumSource(FileOrientation.class)
  void storedZerosOfMatrixMarket(FileOrientation orientation) {
    String text = "%%MatrixMarket matrix coordinate real general\n3 4 3\n1 1 2\n2 3 0\n3 4 3\n";
    MatrixSummary x = summary(input("m.mtx", text).withOrientation(orientation));
    assertThat(x.nonZeros()).isEqualTo(3);
    assertThat(x.mean()).isEqualTo(5.0 / 3);
    String array = "%%MatrixMarket matrix array real general\n2 2\n1\n0\n0\n3\n";
    assertThat(summary(input("a.mtx", array).withOrientation(orientation)))
        .isEqualTo(new MatrixSummary(2, 2, 4, 4, 10, 3, 4, 1));
    String symmetric =
        "%%MatrixMarket matrix coordinate real symmetric\n3 3 3\n1 1 2\n2 1 0\n3 2 3\n";
    assertThat(summary(input("s.mtx", symmetric).withOrientation(orientation)))
        .isEqualTo(new MatrixSummary(3, 3, 5, 8, 22, 3, 5, 1));
  }

  @Test
  void emptyFieldsOfDenseText() {
    InputSettings csv = input("d.csv", "id,a,b,c,d\np,2,,,\nq,,NA,0,\nr,,nan,,3\n");
    assertThat(rows(csv))
        .containsExactly("[p,(4,[0],[2.0])]", "[q,(4,[2],[0.0])]", "[r,(4,[3],[3.0])]");
    assertThreeCells(summary(csv));
    InputSettings counted = input("c.tsv", "2\t\t\t\n\t\t0\t\n\t\t\t3\n");
    assertThreeCells(summary(counted.withFormat(InputFormat.DENSE).withHeader(HeaderMode.NO)));
    ReaderChecks.assertInvalid(csv.withEmptyCells(EmptyCells.ZERO))
        .hasMessageContaining("d.csv:2: the value is empty");
  }

  /** A line of nothing but delimiters is a row of which nothing is known. */
  @Test
  void rowsWithoutAnyKnownCell() {
    InputSettings tsv = input("d.tsv", "1\t2\t\t4\n\t\t\t\n5\t\t7\t8\n\n");
    assertThat(rows(tsv))
        .containsExactly(
            "[0,(4,[0,1,3],[1.0,2.0,4.0])]", "[1,(4,[],[])]", "[2,(4,[0,2,3],[5.0,7.0,8.0])]");
    assertThat(summary(tsv).rows()).isEqualTo(3);
  }

  /** A row without a known cell keeps its id, and its place in the matrix. */
  @Test
  void transposedRowsKeepZerosAndIds() {
    InputSettings csv =
        input("d.csv", "id,a,b,c,d\np,2,,,\nq,,,0,\nr,,,,3\ns,,,,\n")
            .withOrientation(FileOrientation.TRANSPOSED);
    assertThat(rows(csv))
        .containsExactly("[0,p,2.0,1.0]", "[0,s,0.0,0.0]", "[2,q,0.0,1.0]", "[3,r,3.0,1.0]");
    assertThat(summary(csv)).isEqualTo(new MatrixSummary(4, 4, 3, 5, 13, 3, 3, 1));
  }

  @Test
  void activeEntriesOfVectors() {
    InputSettings dense =
        parquet("v", "select * from values ('a', array(1d, 0d)), ('b', array(0d, 3d)) as t(id, x)");
    MatrixSummary full = new MatrixSummary(2, 2, 4, 4, 10, 3, 4, 1);
    assertThat(summary(dense)).isEqualTo(full);
    assertThat(summary(dense.withOrientation(FileOrientation.TRANSPOSED))).isEqualTo(full);
    String path = directory.resolve("s").toString();
    SparseVectors.write(path);
    InputSettings sparse = InputSettings.of(path).withEmptyCells(EmptyCells.MISSING);
    assertThreeCells(summary(sparse));
    assertThat(summary(sparse.withOrientation(FileOrientation.TRANSPOSED)))
        .isEqualTo(new MatrixSummary(4, 3, 3, 5, 13, 3, 3, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1  |weight -1.0 is negative; weights must be at least 0: remove, shift or clip it",
        "NaN |weight NaN; weights must be numbers: remove the cell or give it a weight",
        "inf |weight Infinity is infinite; weights must be finite: remove or correct it",
        "1e999|weight '1e999' does not fit a double (at most 1.8e308): scale the weights down",
        "much|'much' stands where a number belongs; weights are decimals such as 3 or 0.25",
        "''  |the weight is empty; it must be a number: write 0 or remove it"
      },
      quoteCharacter = '~')
  void badWeightsOfText(String weight, String message) {
    String bad = weight.strip().equals("''") ? "" : weight.strip();
    InputSettings csv = input("w.csv", WEIGHTED.replace("bob,y,5,1", "bob,y,5," + bad));
    assertRefused(csv.withColumns(named("weight", "trust")), directory + "/w.csv:4: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1d             |weight -1.0 is negative; weights must be at least 0",
        "double('nan')   |weight NaN; weights must be numbers: remove the cell or give it a weight",
        "double('infinity')|weight Infinity is infinite; weights must be finite",
        "null            |the weight is null; it must be a number: remove the cell or give it a"
      },
      quoteCharacter = '~')
  void badWeightsOfParquet(String weight, String message) {
    InputSettings parquet =
        parquet(
                "w",
                "select * from values ('a', 1, 2d, 1d), ('b', 2, 3d, %s) as t(u, i, v, w)"
                    .formatted(weight.strip()))
            .withColumns(named("weight", "w"));
    assertRefused(parquet, directory + "/w: cell (u = 'b', i = 2): " + message);
  }

  @Test
  void weightsThatAreNoNumbers() {
    InputSettings parquet = parquet("w", "select 'a' as u, 1 as i, 2d as v, 'x' as w");
    assertRefused(
        parquet.withColumns(named("weight", "w")),
        "column 'w' is of type string; weights must be numbers: cast it, or name another column by"
            + " --weight-column");
  }

  @Test
  void cellsGivenTwice() {
    InputSettings csv =
        input("w.csv", WEIGHTED + "bob,x,9,0\nann,y,0,4\n").withColumns(named("weight", "trust"));
    assertRefused(csv, "row ann, column y is given 2 times");
    assertThat(read(csv, DuplicatePolicy.SUM).summary())
        .isEqualTo(new MatrixSummary(2, 2, 3, 11, 43, 5, 7, 4));
  }

  @Test
  void nothingKnown() {
    InputSettings csv = input("w.csv", WEIGHTED.replaceAll(",[0-9.]+\n", ",0\n"));
    assertRefused(
        csv.withColumns(named("weight", "trust")),
        "no cell of X is known: under --empty-cells missing at least one must be stored");
  }

  @Test
  void weightsBeyondTheRange() {
    InputSettings csv = input("w.csv", WEIGHTED.replace(",1\n", ",1e101\n"));
    assertRefused(
        csv.withColumns(named("weight", "trust")), "the largest weight is 1.0E101: it must lie");
  }
}
