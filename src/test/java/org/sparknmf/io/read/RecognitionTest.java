package org.sparknmf.io.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparknmf.io.read.TestColumns.named;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;

class RecognitionTest {
  @ParameterizedTest
  @CsvSource({
    "a, '%%MatrixMarket matrix', matrix market",
    "a.csv, '%%matrixmarket', matrix market",
    "a.mtx.gz, 'x', matrix market",
    "a.csv, PAR1, parquet",
    "part-0.snappy.parquet, '', parquet",
    "a.json, '', json lines",
    "A.JSONL.GZ, x, json lines",
    "a, ' {\"row\":1}', json lines",
    "a.csv, '{1},2,3', delimited",
    "a, '1,2,3', delimited",
    "a.txt.gz, '', delimited",
    "a.libsvm, '1 2:3', libsvm",
    "A.SVM.bz2, 'BZh9', libsvm",
    "train.dat, '1 qid:3 1:0.5 4:2|0 2:1', libsvm",
    "train.txt, '-1 3:1 4:1 # a', libsvm",
    "a.txt, '3 10:30', delimited",
    "ap.dat, '3 7:1 2:1 5:2|1 9:4', lda-c",
    "docword.kos.txt, '3|5|4|1 2 3|1 4 1', docword",
    "a.txt, '3|5|4', delimited",
    "all.gct, '#1.2|2 3|Name', gct",
    "all.gct, '#1.3|2 3 1 0|id', gct",
    "a.csv, '#1.2,3', delimited"
  })
  void kindsOfFiles(String name, String beginning, String expected) {
    assertThat(Formats.of(new FileProbe(name, TestText.bytes(beginning.replace('|', '\n')))).name())
        .isEqualTo(expected);
  }

  @Test
  void binaryFilesAreRefused() {
    assertThatThrownBy(() -> Formats.of(new FileProbe("a.bin", new byte[] {'x', 0})))
        .isInstanceOf(InputUnreadableException.class)
        .hasMessageContaining("a.bin is neither UTF-8 text nor Parquet");
  }

  @Test
  void columnsOfTriples() {
    ColumnNames rule = ColumnNames.byRule();
    assertThatThrownBy(() -> TripleColumns.find(rule, List.of("x", "y", "z", "zz"), "f"))
        .isInstanceOf(InvalidMatrixException.class)
        .hasMessageContaining("columns 'z', 'zz' may have the values; say which by --value-column");
    assertThat(TripleColumns.find(rule, List.of("time", "rating", "item", "user"), "f"))
        .isEqualTo(new TripleColumns(3, 2, 1, -1));
    assertThat(TripleColumns.find(rule, List.of("x", "y", "timestamp"), "f"))
        .isEqualTo(new TripleColumns(0, 1, -1, -1));
    assertThat(TripleColumns.find(rule, List.of("a", "b", "c"), "f"))
        .isEqualTo(new TripleColumns(0, 1, 2, -1));
    assertThat(TripleColumns.find(rule, List.of("a", "b"), "f"))
        .isEqualTo(new TripleColumns(0, 1, -1, -1));
    assertThat(TripleColumns.find(rule, List.of("value", "Column", "x", "ROW"), "f"))
        .isEqualTo(new TripleColumns(3, 1, 0, -1));
    assertThat(TripleColumns.find(named("row", "b", "value", "a"), List.of("a", "b", "c"), "f"))
        .isEqualTo(new TripleColumns(1, 2, 0, -1));
  }

  @Test
  void columnsThatDoNotExist() {
    ColumnNames names = named("value", "raiting");
    assertThatThrownBy(() -> TripleColumns.find(names, List.of("user", "item", "rating"), "f"))
        .isInstanceOf(InvalidMatrixException.class)
        .hasMessageContaining("f: no column 'raiting'; the columns are 'user', 'item', 'rating'")
        .hasMessageContaining("did you mean rating?");
    assertThatThrownBy(() -> TripleColumns.find(ColumnNames.byRule(), List.of("a"), "f"))
        .hasMessageContaining("triples need a row column and a column column");
    ColumnNames twice = named("row", "a", "column", "a");
    assertThatThrownBy(() -> TripleColumns.find(twice, List.of("a", "b"), "f"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("'a' is asked for twice");
  }

  @Test
  void weightsMustBeAskedFor() {
    ColumnNames rule = ColumnNames.byRule();
    List<String> names = List.of("user", "item", "weight", "rating");
    assertThat(TripleColumns.find(rule, names, "f")).isEqualTo(new TripleColumns(0, 1, 3, -1));
    TripleColumns found = TripleColumns.find(named("weight", "weight"), names, "f");
    assertThat(found).isEqualTo(new TripleColumns(0, 1, 3, 2));
    assertThat(found.transposed()).isEqualTo(new TripleColumns(1, 0, 3, 2));
    assertThat(found.describe(names))
        .isEqualTo("row: user, column: item, value: rating, weight: weight");
    assertThat(TripleColumns.find(named("weight", "c"), List.of("a", "b", "c"), "f"))
        .isEqualTo(new TripleColumns(0, 1, -1, 2));
    assertThatThrownBy(
            () ->
                TripleColumns.find(named("value", "c", "weight", "c"), List.of("a", "b", "c"), "f"))
        .hasMessageContaining("'c' is asked for twice")
        .hasMessageContaining("--weight-column");
    assertThatThrownBy(() -> TripleColumns.find(named("weight", "w"), names, "f"))
        .hasMessageContaining("no column 'w'")
        .hasMessageContaining("correct --weight-column");
  }

  @Test
  void choicesAreListedAndSuggested() {
    assertThat(Formats.parse(" MTX ")).isEqualTo(InputFormat.MTX);
    assertThatThrownBy(() -> Formats.parse("tripels"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "--format must be one of auto, mtx, triples, vectors, dense, libsvm, text, 10x, docword, lda-c,"
                + " gct, toy, got 'tripels';"
                + " did you mean triples?");
    assertThat(Formats.parse("10X")).isEqualTo(InputFormat.TEN_X);
  }
}
