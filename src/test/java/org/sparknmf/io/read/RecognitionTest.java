package org.sparknmf.io.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparknmf.io.read.TestColumns.named;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.Delimiter;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.delimited.DenseLayout;
import org.sparknmf.io.read.delimited.TableHead;
import org.sparknmf.io.read.delimited.TripleHeader;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;

class RecognitionTest {
  private static final InputSettings INPUT = InputSettings.of("f");

  private static TableHead head(String text) {
    try (DriverLines lines = TestText.lines(text)) {
      return TableHead.read(lines, Delimiter.AUTO, BadRows.FAIL);
    }
  }

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

  @ParameterizedTest
  @CsvSource({
    "'a,b', COMMA",
    "'a;b', SEMICOLON",
    "'a;b,c', COMMA",
    "'1,5;2,5;a;b', SEMICOLON",
    "'\"a;b;c\",d', COMMA",
    "a b, SPACE",
    "' a ', COMMA",
    "a, COMMA",
    "'\"a b\"', COMMA"
  })
  void delimiters(String line, Delimiter expected) {
    assertThat(Delimiter.AUTO.in(TestText.bytes(line))).isEqualTo(expected);
  }

  @Test
  void aTabIsTheDelimiterWhateverElseThereIs() {
    assertThat(Delimiter.AUTO.in(TestText.bytes("a,b,c\td e"))).isEqualTo(Delimiter.TAB);
    assertThat(Delimiter.SPACE.in(TestText.bytes("a,b"))).isEqualTo(Delimiter.SPACE);
  }

  @ParameterizedTest
  @CsvSource({
    "'user,item,rating|u,i,3', YES", "'u,i,3|v,i,4', NO", "'u,i,NaN|v,i,4', NO", "'u,i,|v,i,4', NO",
    "'row,column,1|u,i,3', YES", "'user,item|1,2', YES", "'1,2|3,4', NO", "'a,b|c,d', NO",
    "'COLUMN,Row|c,d', YES"
  })
  void headersOfTriples(String text, HeaderMode expected) {
    assertThat(TripleHeader.decide(head(text.replace('|', '\n')), INPUT)).isEqualTo(expected);
  }

  @Test
  void namesAskedForDecideAboutTheHeader() {
    TableHead head = head("1,2,3\n4,5,6");
    assertThat(TripleHeader.decide(head, INPUT.withColumns(named("row", "2"))))
        .isEqualTo(HeaderMode.YES);
    assertThat(TripleHeader.decide(head("a,b,3\n"), INPUT.withColumns(named("row", "2"))))
        .isEqualTo(HeaderMode.NO);
    assertThat(TripleHeader.decide(head, INPUT.withHeader(HeaderMode.NO))).isEqualTo(HeaderMode.NO);
  }

  @Test
  void columnsOfTriples() {
    ColumnNames rule = ColumnNames.byRule();
    assertThat(TripleColumns.find(rule, List.of("a", "b", "c", "d"), "f"))
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

  private static DenseLayout dense(String text) {
    return DenseLayout.of(head(text.replace('|', '\n')), INPUT);
  }

  @Test
  void layoutsOfDenseText() {
    assertThat(dense("1,2,3,4|5,6,7,8"))
        .isEqualTo(new DenseLayout(HeaderMode.NO, 4, -1, "", Optional.empty()));
    assertThat(dense("a,2,NaN|b,5,6"))
        .isEqualTo(new DenseLayout(HeaderMode.NO, 3, 0, "", Optional.empty()));
    assertThat(dense("x,y,z|5,6,7"))
        .isEqualTo(new DenseLayout(HeaderMode.YES, 3, -1, "", Optional.of(List.of("x", "y", "z"))));
    assertThat(dense("gene,y,z|g1,6,7"))
        .isEqualTo(new DenseLayout(HeaderMode.YES, 3, 0, "gene", Optional.of(List.of("y", "z"))));
    assertThat(dense("ID,2001,2002|7,6,7"))
        .isEqualTo(
            new DenseLayout(HeaderMode.YES, 3, 0, "ID", Optional.of(List.of("2001", "2002"))));
    assertThat(dense(",2001,2002|7,6,7").id()).isZero();
    assertThat(dense("y,z|g1,6,7"))
        .isEqualTo(new DenseLayout(HeaderMode.YES, 3, 0, "", Optional.of(List.of("y", "z"))));
    assertThat(dense("5|6").width()).isEqualTo(1);
  }

  @Test
  void layoutsThatAreRefused() {
    assertThatThrownBy(() -> dense("x,y,x|1,2,3"))
        .hasMessageContaining("f:1: two columns are called 'x'");
    assertThatThrownBy(() -> dense("x,,z|1,2,3"))
        .hasMessageContaining("f:1: a column name is empty");
    assertThatThrownBy(() -> dense("x,y,z")).hasMessageContaining("f:1: nothing follows this line");
    assertThatThrownBy(() -> dense("id|7")).hasMessageContaining("there is an id but no value");
    assertThatThrownBy(
            () -> DenseLayout.of(head("a,b,c\n1,2,3"), INPUT.withColumns(named("id", "gene"))))
        .hasMessageContaining("no column 'gene'");
  }

  @Test
  void weightsMustBeAskedFor() {
    ColumnNames rule = ColumnNames.byRule();
    List<String> names = List.of("user", "item", "weight", "rating");
    assertThat(TripleColumns.find(rule, names, "f")).isEqualTo(new TripleColumns(0, 1, 2, -1));
    TripleColumns found = TripleColumns.find(named("weight", "weight"), names, "f");
    assertThat(found).isEqualTo(new TripleColumns(0, 1, 3, 2));
    assertThat(found.transposed()).isEqualTo(new TripleColumns(1, 0, 3, 2));
    assertThat(found.describe(names))
        .isEqualTo("row: user, column: item, value: rating, weight: weight");
    assertThat(TripleColumns.find(named("weight", "c"), List.of("a", "b", "c"), "f"))
        .isEqualTo(new TripleColumns(0, 1, -1, 2));
    assertThatThrownBy(
            () -> TripleColumns.find(named("value", "c", "weight", "c"), names("a,b,c"), "f"))
        .hasMessageContaining("'c' is asked for twice")
        .hasMessageContaining("--weight-column");
    assertThatThrownBy(() -> TripleColumns.find(named("weight", "w"), names, "f"))
        .hasMessageContaining("no column 'w'")
        .hasMessageContaining("correct --weight-column");
  }

  private static List<String> names(String text) {
    return head(text).first();
  }

  /** A field that says that a value is unknown is no name, where values may be unknown. */
  @Test
  void unknownValuesAreNoNames() {
    InputSettings missing = INPUT.withEmptyCells(EmptyCells.MISSING);
    TableHead head = head("NA,2,na,4\n5,,7,8");
    assertThat(DenseLayout.of(head, missing))
        .isEqualTo(new DenseLayout(HeaderMode.NO, 4, -1, "", Optional.empty()));
    assertThat(DenseLayout.of(head, INPUT).header()).isEqualTo(HeaderMode.YES);
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
