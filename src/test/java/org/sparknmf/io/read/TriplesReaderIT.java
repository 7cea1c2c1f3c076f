package org.sparknmf.io.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparknmf.io.read.ReaderChecks.assertInvalid;
import static org.sparknmf.io.read.ReaderChecks.assertUnreadable;
import static org.sparknmf.io.read.ReaderChecks.open;
import static org.sparknmf.io.read.ReaderChecks.read;
import static org.sparknmf.io.read.ReaderChecks.rows;
import static org.sparknmf.io.read.TestColumns.named;
import static org.sparknmf.io.read.asked.LineRules.DecimalMark.COMMA;
import static org.sparknmf.io.read.asked.LineRules.DecimalMark.POINT;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.LineRules;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.testing.TestSpark;

@Tag("everyBuild")
class TriplesReaderIT {
  private static final String[] CELLS = {
    "[ann,11,3.0]", "[ann,13,1.0]", "[bob,12,4.5]", "[c, d,11,0.5]"
  };

  @TempDir Path directory;

  private InputSettings input(String name, String text) {
    return InputSettings.of(TestText.write(directory, name, text));
  }

  @Test
  void idsThatDifferInBlanksStayApart() {
    String apart = "user,item,rating\nann,dune,1\nann ,dune,2\n ann, dune,3\n";
    MatrixFrame frame = read(InputSettings.of(TestText.write(directory, "apart.csv", apart)));
    assertThat(rows(frame))
        .containsExactlyInAnyOrder("[ann,dune,1.0]", "[ann ,dune,2.0]", "[ ann, dune,3.0]");
    String spaced = "user, item, rating\nann, dune, 1\nbob, dune, 2\n";
    MatrixFrame stripped = read(InputSettings.of(TestText.write(directory, "spaced.csv", spaced)));
    assertThat(rows(stripped)).containsExactlyInAnyOrder("[ann,dune,1.0]", "[bob,dune,2.0]");
  }

  @Test
  void readsTextWithAHeader() {
    MatrixSource source = open(input("t.csv", Samples.TRIPLES));
    MatrixFrame frame = source.frame();
    assertThat(rows(frame)).containsExactly(CELLS);
    assertThat(frame.data().schema().simpleString())
        .isEqualTo("struct<row:string,column:bigint,value:double>");
    assertThat(frame.rows()).isEqualTo(new Axis.FromData());
    assertThat(source.description())
        .isEqualTo(
            "triples from text separated by comma, with a line of names;"
                + " row: user, column: item, value: rating");
  }

  @Test
  void everyFileMayRepeatTheHeader() {
    input("d/part-0.csv.gz", Samples.TRIPLES);
    input("d/part-1.csv", "user,item,rating\r\neve,14,2\r\n");
    input("d/part-2.csv", "fay,15,2\n");
    input("d/_SUCCESS", "");
    String[] all = {
      "[ann,11,3.0]",
      "[ann,13,1.0]",
      "[bob,12,4.5]",
      "[c, d,11,0.5]",
      "[eve,14,2.0]",
      "[fay,15,2.0]"
    };
    assertThat(rows(InputSettings.of(directory + "/d"))).containsExactly(all);
    assertThat(rows(InputSettings.of(directory + "/d/part-*"))).containsExactly(all);
    InputSettings many = InputSettings.of(directory + "/d/part-[01]*", directory + "/d/part-2.csv");
    assertThat(SmallSplits.during(TestSpark.session(), () -> rows(many))).containsExactly(all);
    assertThat(open(many).files()).hasSize(3).allMatch(file -> file.contains("/d/part-"));
  }

  @Test
  void anotherHeaderIsRefused() {
    input("d/a.csv", Samples.TRIPLES);
    input("d/b.csv", "item,user,rating\n14,eve,2\n");
    assertInvalid(InputSettings.of(directory + "/d"))
        .hasMessageContaining("d/b.csv:1: 'item,user,rating' looks like a line of names");
  }

  @Test
  void readsTextWithoutAHeader() {
    assertThat(rows(input("a.tsv", "x y\t1\t2\nz\t2\t0\nz\t1\t3\n")))
        .containsExactly("[x y,1,2.0]", "[z,1,3.0]", "[z,2,0.0]");
    assertThat(rows(input("edges.txt", "1 2\n2  3\n"))).containsExactly("[1,2,1.0]", "[2,3,1.0]");
    assertThat(rows(input("a.csv", "\uFEFFx;y;2\n"))).containsExactly("[x,y,2.0]");
    assertThat(
            rows(
                input("b.csv", "x,y,2\n")
                    .withHeader(HeaderMode.NO)
                    .withColumns(named("value", "3"))))
        .containsExactly("[x,y,2.0]");
  }

  @Test
  void readsTextAsItIsWritten() {
    assertThat(rows(input("m.dat", "1::10::5::978300000\n1::20::4::978300001\n")))
        .containsExactly("[1,10,5.0]", "[1,20,4.0]");
    assertThat(rows(input("s.txt", "# Nodes: 3\n# FromNodeId\tToNodeId\n1\t10\n2\t10\n")))
        .containsExactly("[1,10,1.0]", "[2,10,1.0]");
    String lone = "user\tsong\tplays\n1\t\"heroes\" (live)\t5\n1\t12\"\t2\n";
    assertInvalid(input("q.tsv", lone)).hasMessageContaining("--quote none");
    assertThat(rows(with(input("p.tsv", lone), new LineRules(Optional.empty(), 0, false, POINT))))
        .containsExactly("[1,\"heroes\" (live),5.0]", "[1,12\",2.0]");
    String report = "made by hand\non a Monday\nuser;item;stars\nu;i;1,5\n//u;k;2\nu;j;0,25\n";
    LineRules asked = new LineRules(Optional.of("//"), 2, true, COMMA);
    assertThat(rows(with(input("r.csv", report), asked)))
        .containsExactly("[u,i,1.5]", "[u,j,0.25]");
    assertInvalid(with(input("t.csv", report.replace("0,25", "1.000")), asked))
        .hasMessageContaining("'1.000' has a point, but --decimal comma is asked for");
  }

  private static InputSettings with(InputSettings input, LineRules lines) {
    return input.withText(input.text().with(lines));
  }

  @Test
  void anUnknownValueIsNoCellWhereCellsMayBeUnknown() {
    String text = "user,item,stars\nu,i,5\nu,j,NULL\nv,i,\nv,j,N/A\nw,j,\\N\nw,k,2\n";
    assertThat(rows(input("n.csv", text).withEmptyCells(EmptyCells.MISSING)))
        .containsExactly("[u,i,5.0]", "[w,k,2.0]");
    assertInvalid(input("z.csv", text)).hasMessageContaining("z.csv:3: 'NULL' stands where");
  }

  @Test
  void columnsAreFoundByName() {
    InputSettings ratings = input("r.csv", "userId,movieId,rating,time\n1,2,3.5,99\n7,5,1,98\n");
    InputSettings named = ratings.withColumns(named("row", "movieId", "column", "userId"));
    assertThat(rows(named)).containsExactly("[2,1,3.5]", "[5,7,1.0]");
    assertThat(rows(named.withOrientation(FileOrientation.TRANSPOSED)))
        .containsExactly("[1,2,3.5]", "[7,5,1.0]");
    assertThat(rows(ratings.withFormat(InputFormat.TRIPLES)))
        .containsExactly("[1,2,3.5]", "[7,5,1.0]");
    assertInvalid(ratings.withColumns(named("value", "ratings")))
        .hasMessageContaining("r.csv: no column 'ratings'; the columns are 'userId', 'movieId'")
        .hasMessageContaining("did you mean rating?");
  }

  @Test
  void idsAreLongsOnlyIfAllAre() {
    InputSettings mixed = input("a.csv", "1,10,2\n2,011,2\n3,12,2\n");
    assertThat(read(mixed).data().schema().simpleString())
        .isEqualTo("struct<row:bigint,column:string,value:double>");
    assertThat(read(mixed.withIdType(IdType.STRING)).data().schema().simpleString())
        .isEqualTo("struct<row:string,column:string,value:double>");
    assertThat(rows(mixed.withIdType(IdType.LONG)))
        .containsExactly("[1,10,2.0]", "[2,11,2.0]", "[3,12,2.0]");
    InputSettings text = input("b.csv", "1,a,2\n").withIdType(IdType.LONG);
    assertInvalid(text).hasMessageContaining("b.csv:1: id 'a' is no integer");
  }

  @ParameterizedTest
  @CsvSource({
    "'bob,12,4.5', 'bob,12,-4.5', 't.csv:3: value -4.5 is negative'",
    "'bob,12,4.5', 'bob,12,NaN', 't.csv:3: value NaN'",
    "'bob,12,4.5', 'bob,12,-inf', 't.csv:3: value -Infinity is infinite'",
    "'bob,12,4.5', 'bob,12,1e999', 't.csv:3: value ''1e999'' does not fit'",
    "'bob,12,4.5', 'bob,12,many', 't.csv:3: ''many'' stands where a number belongs'",
    "'bob,12,4.5', 'bob,12,', 't.csv:3: the value is empty'",
    "'bob,12,4.5', 'bob,12', 't.csv:3: 2 fields; the first line has 3'",
    "'bob,12,4.5', 'bob,12,4,5', 't.csv:3: more than 3 fields, from ''5'' on'",
    "'bob,12,4.5', ',12,4.5', 't.csv:3: the row id is empty'",
    "'bob,12,4.5', 'bob,,4.5', 't.csv:3: the column id is empty'",
    "'bob,12,4.5', '\"bob,12,4.5', 't.csv:3: the quote before'"
  })
  void namesFileAndLine(String from, String to, String message) {
    assertInvalid(input("t.csv", Samples.TRIPLES.replace(from, to)))
        .hasMessageContaining(directory + "/" + message);
  }

  @Test
  void namesTheFirstBadFileAndLineOfMany() {
    input("d/a.csv", Samples.TRIPLES);
    input("d/b c.csv", "\n\neve,14,-2\neve,15,-2\n");
    input("d/d.csv", "eve,14,-2\n".repeat(1000));
    assertInvalid(InputSettings.of(directory + "/d"))
        .hasMessageContaining(directory + "/d/b c.csv:3: value -2.0 is negative");
  }

  @Test
  void refusesEmptyInput() {
    assertInvalid(input("e.csv", "")).hasMessageContaining("e.csv: the input is empty");
    assertInvalid(input("f.csv", "\n \n")).hasMessageContaining("f.csv: the input is empty");
    assertInvalid(input("g.csv", "user,item,rating\n"))
        .hasMessageContaining("g.csv:1: nothing follows this line of names");
    assertUnreadable(InputSettings.of(directory + "/nowhere/e.csv"))
        .hasMessageContaining("nowhere/e.csv does not exist, nor does its directory");
    assertUnreadable(InputSettings.of(directory + "/*.tsv")).hasMessageContaining("does not exist");
    assertUnreadable(InputSettings.of("")).hasMessageContaining("is no path");
    assertUnreadable(InputSettings.of("nosuch://a/b")).hasMessageContaining("nosuch://a/b");
  }

  @Test
  void readsNamesWithSpecialCharacters() {
    assertThat(rows(input("a[1] {b}*%20.csv", Samples.TRIPLES))).containsExactly(CELLS);
    assertInvalid(input("c[1] %20.csv", Samples.TRIPLES.replace("4.5", "-1")))
        .hasMessageContaining("/c[1] %20.csv:3: value");
  }

  @Test
  void readsJsonLines() {
    MatrixSource source = open(input("t.jsonl.gz", Samples.JSON));
    assertThat(rows(source.frame())).containsExactly("[ann,11,3.0]", "[bob,12,4.5]", "[c,11,0.5]");
    assertThat(source.description())
        .isEqualTo("triples from JSON lines; row: row, column: column, value: value");
    assertThat(rows(input("u.jsonl", "{\"u\":1,\"i\":\"x\"}\n\n{\"i\":\"y\",\"u\":2}\n")))
        .containsExactly("[1,x,1.0]", "[2,y,1.0]");
    assertInvalid(input("v.jsonl", "{\"u\":1,\"i\":\"x\"}\n\n{\"i\":\"y\",\"u\":\"2\"}\n"))
        .hasMessageContaining("v.jsonl:3: id '2' in field 'u'");
    InputSettings array = input("w.json", "[\n{\"u\":1,\"i\":\"x\"}]");
    assertThatThrownBy(() -> open(array))
        .isInstanceOf(InputUnreadableException.class)
        .hasMessageContaining("w.json is a JSON array");
    assertInvalid(input("t.json", Samples.JSON).withColumns(named("value", "rating")))
        .hasMessageContaining("no column 'rating'; the columns are 'row', 'column', 'value'");
  }

  @Test
  void refusesAnArchiveThatIsTruncated() {
    byte[] whole = Archives.gzip(Samples.TRIPLES + "ann,15,1\n".repeat(50_000));
    for (int length : new int[] {whole.length - 5, whole.length / 2, 30, 11}) {
      String file = TestText.write(directory, "t.csv.gz.part", Arrays.copyOf(whole, length));
      InputSettings input = InputSettings.of(Archives.rename(file, "t" + length + ".csv.gz"));
      assertInvalid(input)
          .hasMessageContaining("/t" + length + ".csv.gz: the compressed file is truncated");
    }
    InputSettings noArchive =
        InputSettings.of(Archives.rename(TestText.write(directory, "x", "a,b,1\n"), "x.gz"));
    assertThatThrownBy(() -> open(noArchive))
        .isInstanceOf(InputUnreadableException.class)
        .hasMessageContaining("x.gz is called .gz, but it is not compressed: drop .gz");
  }
}
