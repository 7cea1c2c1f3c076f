package org.sparknmf.io.read.asked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparknmf.io.read.ReaderChecks.assertInvalid;
import static org.sparknmf.io.read.ReaderChecks.open;
import static org.sparknmf.io.read.ReaderChecks.rows;
import static org.sparknmf.io.read.TestColumns.labels;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.Samples;
import org.sparknmf.io.read.SmallSplits;
import org.sparknmf.io.read.TestText;
import org.sparknmf.testing.TestSpark;

/** What is left of an input when its bad rows are left out, and what is told of these. */
class BadRowsIT {
  @TempDir Path directory;

  private InputSettings input(String name, String text) {
    return skipping(TestText.write(directory, name, text));
  }

  private InputSettings table(String name, String query) {
    String path = directory.resolve(name).toString();
    TestSpark.session().sql(query).coalesce(1).write().parquet(path);
    return skipping(path);
  }

  private static InputSettings skipping(String path) {
    return InputSettings.of(path).withBadRows(BadRows.SKIP);
  }

  /** Line, or place, and the beginning of the reason, without the directory. */
  private List<String> listed(MatrixSource source) {
    return source.rejected().rows().collectAsList().stream()
        .map(
            row ->
                "%s:%s %s"
                    .formatted(
                        row.isNullAt(0) ? "" : row.getString(0).replace(directory + "/", ""),
                        row.isNullAt(1) ? row.getString(2) : row.get(1),
                        row.getString(3).replaceAll("[;:].*", "")))
        .toList();
  }

  @Test
  void linesOfTriples() {
    input("d/a.csv", Samples.TRIPLES.replace("bob,12,4.5", "oops\nbob,12,-4.5\nbob,12,y"));
    input("d/b.csv", "user,item,rating\neve,14,2\neve,14\n");
    InputSettings all = skipping(directory + "/d");
    String[] left = {"[ann,11,3.0]", "[ann,13,1.0]", "[c, d,11,0.5]", "[eve,14,2.0]"};
    String[] bad = {
      "d/a.csv:3 1 fields",
      "d/a.csv:4 value -4.5 is negative",
      "d/a.csv:5 'y' stands where a number belongs",
      "d/b.csv:3 2 fields"
    };
    MatrixSource source = open(all);
    assertThat(rows(source.frame())).as("ids stay longs").containsExactly(left);
    assertThat(source.rejected().count()).isEqualTo(4);
    assertThat(listed(source)).containsExactly(bad);
    SmallSplits.during(
        TestSpark.session(),
        () -> {
          MatrixSource cut = open(all);
          assertThat(rows(cut.frame())).containsExactly(left);
          assertThat(listed(cut)).containsExactly(bad);
          return cut;
        });
    MatrixSource good = open(input("good.csv", Samples.TRIPLES));
    assertThat(good.rejected().isEmpty()).isTrue();
    assertThat(rows(good.frame())).hasSize(4);
  }

  /** What leaves a cell out leaves its row and column where the header has them. */
  @Test
  void linesOfMatrixMarket() {
    MatrixSource cells = open(input("a.mtx", Samples.COORDINATE.replace("2 2 3e1", "2 9 3e1")));
    assertThat(rows(cells.frame())).hasSize(4);
    assertThat(cells.frame().rows()).isEqualTo(new Axis.Counted(3, 1));
    assertThat(cells.frame().declaredEntries()).hasValue(4);
    assertThat(listed(cells)).containsExactly("a.mtx:6 column index '9'");
    MatrixSource array = open(input("b.mtx", Samples.ARRAY.replace("\n2\n3\n", "\nx\n3\n")));
    assertThat(rows(array.frame())).containsExactly("[0,0,1.0]", "[0,1,3.0]", "[2,1,4.0]");
    assertThat(listed(array)).containsExactly("b.mtx:5 'x' stands where a number belongs");
    assertInvalid(input("c.mtx", Samples.COORDINATE.replace("1 4 1\n2 2 3e1", "0 0 0")))
        .hasMessageContaining("4 lines of entries, but the header promises 5");
  }

  /** Rows that are counted keep the numbers of their lines; labels go with them. */
  @Test
  void rowsThatAreCounted() {
    InputSettings dense = input("x.csv", "1,2\n3,-4\n5,6\n").withFormat(InputFormat.DENSE);
    assertThat(rows(dense)).containsExactly("[1,[1.0,2.0]]", "[3,[5.0,6.0]]");
    assertThat(open(dense).frame().rows()).isEqualTo(new Axis.FromData());
    assertThat(rows(dense.withOrientation(FileOrientation.TRANSPOSED)))
        .containsExactly("[0,1,1.0]", "[0,3,5.0]", "[1,1,2.0]", "[1,3,6.0]");
    String libsvm = Samples.LIBSVM.replace("-1 2:3e1", "-1 2:3e1 2:1");
    MatrixSource source = open(input("x.libsvm", libsvm));
    assertThat(rows(source.frame()))
        .containsExactly("[1,(4,[0,3],[2.5,1.0])]", "[3,(4,[0,2],[0.125,7.0])]");
    assertThat(listed(source)).containsExactly("x.libsvm:3 index 2 follows index 2");
    String labels = TestText.write(directory, "rows.txt", "p\nq\nr\n");
    assertThat(rows(input("y.libsvm", libsvm).withLabels(labels(labels, null))))
        .containsExactly("[p,(4,[0,3],[2.5,1.0])]", "[r,(4,[0,2],[0.125,7.0])]");
    assertThat(open(input("z.libsvm", Samples.LIBSVM)).frame().rows())
        .as("nothing is left out")
        .isEqualTo(new Axis.Counted(3, 1));
  }

  @Test
  void rowsWithIds() {
    MatrixSource dense = open(input("g.csv", Samples.DENSE.replace("g2;0;3;4", "g2;0;3;4;5")));
    assertThat(rows(dense.frame())).containsExactly("[g1,[1.0,0.0,2.5]]", "[g3,[1.0,1.0,0.0]]");
    assertThat(listed(dense)).containsExactly("g.csv:3 more than 4 fields, from '5' on");
    MatrixSource json = open(input("t.jsonl", "garbage\n" + Samples.JSON + "{\"row\":\"d\"}\n"));
    assertThat(rows(json.frame())).containsExactly("[ann,11,3.0]", "[bob,12,4.5]", "[c,11,0.5]");
    assertThat(listed(json))
        .hasSize(2)
        .contains("t.jsonl:5 field 'column' is missing")
        .anyMatch(line -> line.startsWith("t.jsonl:1 'garbage' is no JSON object"));
    InputSettings text = input("d.jsonl", Samples.DOCUMENTS + "{\"id\":\"d\",\"text\":7}\n");
    MatrixSource documents = open(text.withFormat(InputFormat.TEXT));
    assertThat(rows(documents.frame())).hasSize(3);
    assertThat(listed(documents))
        .containsExactly("d.jsonl:4 '7' stands where text belongs, in field 'text'");
  }

  @Test
  void rowsOfTables() {
    MatrixSource triples =
        open(
            table(
                "t",
                "select * from values ('a', 1, 1d), ('b', 2, -1d), (null, 1, 1d), ('c', 3, null)"
                    + " as t(u, i, v)"));
    assertThat(rows(triples.frame())).containsExactly("[a,1,1.0]");
    assertThat(triples.rejected().rows().collectAsList())
        .extracting(row -> row.getString(2))
        .containsExactly(
            "cell (u = null, i = 1)", "cell (u = 'b', i = 2)", "cell (u = 'c', i = 3)");
    MatrixSource vectors =
        open(
            table(
                "v",
                "select * from values (array(1d)), (array()), (array(2d, 3d)), (null),"
                    + " (array(-2d)), (array(4d)) as t(x)"));
    assertThat(rows(vectors.frame())).containsExactly("[0,[1.0]]", "[5,[4.0]]");
    assertThat(vectors.rejected().rows().collectAsList())
        .extracting(row -> row.getString(3).replaceAll(";.*", ""))
        .containsExactly(
            "a vector of 0 values",
            "a vector of 2 values",
            "the vector is null",
            "position 0: value -2.0 is negative");
    assertThat(vectors.rejected().rows().first().getString(0)).startsWith(directory + "/v/part-");
    InputSettings text =
        table("w", "select * from values ('a', 'wind wind'), ('b', null) as t(id, text)");
    InputSettings counted =
        text.withFormat(InputFormat.TEXT).withDocuments(new DocumentRules(StopWords.NONE, 1, 10));
    assertThat(rows(counted)).containsExactly("[a,(1,[0],[2.0])]");
    assertThat(open(counted).rejected().rows().first().getString(2)).isEqualTo("row 'b'");
  }

  @Test
  void filesThatAreNoText() {
    input("docs/a.txt", "wind and water");
    input("docs/b.txt", "water");
    TestText.write(directory, "docs/c.txt", new byte[] {'w', (byte) 0xFF});
    MatrixSource source = open(skipping(directory + "/docs").withFormat(InputFormat.TEXT));
    assertThat(rows(source.frame())).hasSize(2);
    assertThat(source.rejected().rows().first().getString(0)).endsWith("docs/c.txt");
  }

  @Test
  void nothingIsLeft() {
    assertInvalid(input("a.csv", "row,column,value\nann,11,-1\nbob,12,-2\n"))
        .hasMessageContaining("all 2 rows of the input are bad, and none is left")
        .hasMessageContaining("a.csv:2: value -1.0 is negative");
    assertInvalid(table("t", "select 'a' as u, 1 as i, -1d as v"))
        .hasMessageContaining("all 1 rows of the input are bad");
    assertInvalid(input("b.jsonl", "garbage\nmore\n"))
        .hasMessageContaining("b.jsonl:1: 'garbage' is no JSON object");
  }
}
