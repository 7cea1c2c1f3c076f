package org.sparknmf.io.read.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparknmf.io.read.TestColumns.named;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.ColumnChoice;
import org.sparknmf.io.read.asked.Delimiter;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.LineRules;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidMatrixException;

/** What texts are taken for; a line end is written as a bar, a tab as a circumflex. */
class UnderstoodTest {
  private static final InputSettings INPUT = InputSettings.of("f");

  private static Understood of(String text, InputSettings input) {
    return Understood.of(text.strip().replace('|', '\n').replace('^', '\t'), input);
  }

  private static Understood of(String text) {
    return of(text, INPUT);
  }

  private static DenseLayout dense(String text) {
    return of(text).dense();
  }

  private static DenseLayout layout(
      HeaderMode header, int fields, int id, String idName, String... names) {
    return new DenseLayout(
        header,
        fields,
        id,
        idName,
        new BitSet(),
        names.length == 0 ? Optional.empty() : Optional.of(List.of(names)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '$',
      value = {
        "a,b > comma",
        "a;b > semicolon",
        "a;b,c > comma",
        "1,5;2,5;a;b > semicolon",
        "a;b|1,5;2,5 > semicolon",
        "\"a;b;c\",d > comma",
        "a b > space",
        "a > comma",
        "\"a b\" > comma",
        "\"a\" \"b\"|\"x\" 1 2 > space",
        "1::2::5|1::3::4 > '::'",
        "a::b,1|c,2 > comma",
        "a,b,c^d e > tab"
      })
  void delimiters(String text, String expected) {
    List<byte[]> lines =
        Arrays.stream(text.replace('^', '\t').split("\\|")).map(TestText::bytes).toList();
    assertThat(DelimiterGuess.of(lines).describe()).isEqualTo(expected);
  }

  @Test
  void pipesAndTabs() {
    assertThat(DelimiterGuess.of(List.of(TestText.bytes("u|i|3"), TestText.bytes("v|a, b|4"))))
        .isEqualTo(Delimiter.PIPE);
    assertThat(Delimiter.parse("\\t")).contains(Delimiter.TAB);
    assertThat(Delimiter.parse("~|~")).contains(new Delimiter("~|~"));
    for (String none : List.of("", "x", "a,b", "1", "\"")) {
      assertThat(Delimiter.parse(none)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'user,item,rating|u,i,3', YES",
    "'u,i,3|v,i,4', NO",
    "'u,i,NaN|v,i,4', NO",
    "'u,i,|v,i,4', NO",
    "'row,column,1|u,i,3', YES",
    "'user,item|1,2', YES",
    "'user,item|ann,dune|bob,solaris', YES",
    "'source,target|a,b|b,c', YES",
    "'1,2|3,4', NO",
    "'a,b|c,d', NO",
    "'COLUMN,Row|c,d', YES",
    "'guest,7,3|4,9,2|5,9,1', NO",
    "'0,1,2,3|5.5,4,0,1|4,5,1,0', YES",
    "'1,2,3,4|5,6,7,8', NO",
    "'country,1990,1991,1992|FR,5,4,1|DE,4,5,0', YES",
    "'country,1990,1991|FR,5,4|DE,4,5', YES",
    "'u1,5,7|u2,6,3|u1,9,2', NO",
    "'400.5,401.0,401.5,402.0,402.5|3,1,2,1,5|2,2,1,1,3', YES",
    "'userId,1,2,3,10,20|1,5,4,0,0,1|2,4,5,0,1,0', YES",
    "'x,1,2,3,10,20|1,5,4,0,0,1|2,4,5,0,1,0', YES",
    "'1,100,3,978300001|2,100,4,978300002', NO",
    "'5.1,3.5,1.4,0.2|4.9,3.0,1.4,0.2', NO"
  })
  void headers(String text, HeaderMode expected) {
    assertThat(of(text).header()).isEqualTo(expected);
  }

  @Test
  void whatMayBeNamesOrDataIsRefused() {
    String text = "1,3,8,20|5,4,0,1|4,5,1,0";
    assertThatThrownBy(() -> of(text))
        .isInstanceOf(InvalidMatrixException.class)
        .hasMessageStartingWith("f:1: the numbers of the first line rise")
        .hasMessageContaining("--header yes")
        .hasMessageContaining("--header no");
    assertThat(of(text, INPUT.withHeader(HeaderMode.YES)).dense().columnIds())
        .contains(List.of("1", "3", "8", "20"));
  }

  @Test
  void namesAskedForDecideAboutTheHeader() {
    String numbers = "1,2,3|4,5,6";
    assertThat(of(numbers, INPUT.withColumns(named("row", "2"))).header())
        .isEqualTo(HeaderMode.YES);
    assertThat(of("a,b,3", INPUT.withColumns(named("row", "2"))).header()).isEqualTo(HeaderMode.NO);
    assertThat(of(numbers, INPUT.withHeader(HeaderMode.NO)).header()).isEqualTo(HeaderMode.NO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '$',
      value = {
        "userId,movieId,rating,timestamp|1,100,5.0,978300000|1,200,4.0,978300001"
            + " > triples: row: userId, column: movieId, value: rating; not used: timestamp",
        "1::100::5::978300000|1::200::4::978300001"
            + " > triples: row: 1, column: 2, value: 3; not used: 4",
        "1^100^5^978300000|1^200^4^978300001"
            + " > triples: row: 1, column: 2, value: 3; not used: 4",
        ",user,item,rating|0,1,100,5|1,1,200,4|2,2,100,4"
            + " > triples: row: user, column: item, value: rating; not used: a column without a name",
        "timestamp,rating,item,user|978300000,5,i1,u1|978300001,4,i2,u1"
            + " > triples: row: user, column: item, value: rating; not used: timestamp",
        "source,target|a,b|b,c > triples: row: source, column: target, value: 1 for every cell",
        "1 2|1 3|2 3 > triples: row: 1, column: 2, value: 1 for every cell",
        "ann,dune|bob,dune|ann,solaris > triples: row: 1, column: 2, value: 1 for every cell",
        "u1,i1,5|u1,i2,3|u2,i1,1 > triples: row: 1, column: 2, value: 3",
        "1 1 0.5|2 1 0.25|1 2 4 > triples: row: 1, column: 2, value: 3",
        "1 1 5|1 2 3|2 1 1|2 3 1 > triples: row: 1, column: 2, value: 3",
        "# Nodes: 3 Edges: 2|# FromNodeId^ToNodeId|1^100|1^200|2^100"
            + " > triples: row: FromNodeId, column: ToNodeId, value: 1 for every cell",
        "% asym unweighted|1 2|1 3|2 3 > triples: row: 1, column: 2, value: 1 for every cell",
        "x,y,z|5.5,6,7|1,2.5,3 > dense: x y z by number",
        "gene,s1,s2,s3|g1,5,4,0|g2,4,5,0 > dense: s1 s2 s3 by 'gene'",
        "\"s1\" \"s2\" \"s3\"|\"g1\" 5 4 0|\"g2\" 4 5 0 > dense: s1 s2 s3 by ''",
        "userId,1,2,3,10,20|1,5,4,,,1|2,4,5,,1, > dense: 1 2 3 10 20 by 'userId'",
        "#OTU ID^S1^S2^S3|o1^5^3^0|o2^1^0^2 > dense: S1 S2 S3 by '#OTU ID'",
        "1,2,3,4,|5,1,0,2,|3,1,1,1, > dense: 4 values by number",
        "a,b,c,d|5,1,0,2,|3,1,1,1, > dense: a b c d by number",
        "5.1,3.5,1.4,0.2|4.9,3.0,1.4,0.2 > dense: 4 values by number",
        "label,p0,p1,p2|7,0,0,3|2,0,9,0 > dense: p0 p1 p2 by number; not used: label",
        "a,b,c,d,y|1,2,3,4,1|4,3,2,1,0 > dense: a b c d y by number",
        "f1,f2,f3,y|1,2,3,4|4,3,2,1 > dense: f1 f2 f3 by number; not used: y",
        "f1,f2,f3,target|1,2,3,4.5|4,3,2,1.5 > dense: f1 f2 f3 target by number",
        "a,label,b,c|1,2,3,4|4,3,2,1 > dense: a label b c by number",
        "id,review,stars|1,I liked all of this very much,5|2,no > documents: review",
        "ham^So we go to the sea tomorrow then|spam^You won a prize so call us now"
            + " > documents: 2",
        "id,text|1,Rain|2,Wind and rain > documents: text",
        "user_id,business_id,stars,text|u1,b1,4,I liked all of this very much|u2,b1,3,so so"
            + " > triples: row: user_id, column: business_id, value: stars; not used: text",
        "userId,title|1,One of the seven long titles here|2,One of the seven long titles here|3,One of the seven long titles here"
            + " > triples: row: userId, column: title, value: 1 for every cell"
      })
  void layouts(String text, String expected) {
    assertThat(of(text).words()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '$',
      value = {
        "length,width,depth|5,4,1|4,5,1|1,1,5|2,1,4 > --format triples",
        "5,4,1|4,5,1|1,1,5|2,1,4 > --format dense",
        "a,b|3,4|5,6 > --format triples",
        "user,artist,track,plays|u1,a1,t1,3|u1,a2,t2,5 > --row-column and --column-column",
        "user,item,fame,likeness|u1,i1,3,5|u1,i2,5,1 > --value-column",
        "id,a,b,date|1,4,5,978300000|2,3,1,978300001 > --drop-columns",
        "name,genre,a,b|x,drama,1,2|y,crime,3,4 > 'genre' has 'drama'",
        "id,head,body|1,So we go to the sea tomorrow then,So we go to the sea tomorrow then"
            + " > columns 'head', 'body' have texts, and a document is one: name it by --text-column"
      })
  void whatMayBeTwoThingsIsRefused(String text, String remedy) {
    Understood understood = of(text);
    assertThatThrownBy(understood::words)
        .isInstanceOf(InvalidMatrixException.class)
        .hasMessageStartingWith("f:1: ")
        .hasMessageContaining(remedy);
  }

  private static InputSettings with(ColumnChoice choice) {
    return INPUT.withText(INPUT.text().with(choice));
  }

  @Test
  void columnsMayBeChosen() {
    String text = "name,genre,a,b|x,drama,1,2|y,crime,3,4";
    ColumnChoice dropped = new ColumnChoice(Optional.empty(), List.of("genre"));
    assertThat(of(text, with(dropped)).words()).isEqualTo("dense: a b by 'name'; not used: genre");
    ColumnChoice kept = new ColumnChoice(Optional.of(List.of("b")), List.of());
    assertThat(of(text, with(kept)).words()).isEqualTo("dense: b by 'name'; not used: genre, a");
    ColumnChoice ofClass = new ColumnChoice(Optional.of(List.of("label", "b", "c")), List.of());
    assertThat(of("label,a,b,c|1,2,3,4|5,6,7,8", with(ofClass)).words())
        .isEqualTo("dense: label b c by number; not used: a");
    ColumnChoice wrong = new ColumnChoice(Optional.empty(), List.of("gnre"));
    assertThatThrownBy(() -> of(text, with(wrong)).words())
        .hasMessageContaining("did you mean genre?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#a,x,3|#b,x,4|c,y,2", "#a,x,3|c,y,2"})
  void aMarkAmongFieldsIsNoComment(String text) {
    Understood understood = of(text);
    assertThat(understood.header()).isEqualTo(HeaderMode.NO);
    assertThat(understood.triples().isContent(TestText.bytes("#c,x,3"))).isTrue();
    assertThat(understood.triples().isContent(TestText.bytes("# a word"))).isFalse();
  }

  /** So that the first number is refused with the option, and not the line of names. */
  @Test
  void decimalCommasAreNumbersBelowNames() {
    String text = "ville;produit;note|Paris;cafe;3,5|Lyon;the;2,0|Paris;the;1,5";
    assertThat(of(text).header()).isEqualTo(HeaderMode.YES);
    assertThat(dense("a;b|1,5;2,5|3,5;4,5")).isEqualTo(layout(HeaderMode.YES, 2, -1, "", "a", "b"));
  }

  @Test
  void linesAreLeftOutAsAsked() {
    LineRules lines = new LineRules(Optional.of("//"), 2, false, LineRules.DecimalMark.COMMA);
    InputSettings input = INPUT.withText(INPUT.text().with(lines)).withFormat(InputFormat.DENSE);
    Understood understood =
        of("a report|of two lines|// made by hand|g;a\"b;c|r1;1,5;2|r2;0;0,5", input);
    assertThat(understood.words()).isEqualTo("dense: a\"b c by 'g'");
    assertThat(understood.rows().skippedLines()).isEqualTo(2);
    assertThat(understood.rows().isContent(TestText.bytes("//x;1;2"))).isFalse();
  }

  @Test
  void layoutsOfDenseText() {
    assertThat(dense("1,2,3,4|5,6,7,8")).isEqualTo(layout(HeaderMode.NO, 4, -1, ""));
    assertThat(dense("a,2,NaN|b,5,6")).isEqualTo(layout(HeaderMode.NO, 3, 0, ""));
    assertThat(dense("x,y,z|5,6,7")).isEqualTo(layout(HeaderMode.YES, 3, -1, "", "x", "y", "z"));
    assertThat(dense("gene,y,z|g1,6,7")).isEqualTo(layout(HeaderMode.YES, 3, 0, "gene", "y", "z"));
    assertThat(dense("ID,2001,2002|7,6,7"))
        .isEqualTo(layout(HeaderMode.YES, 3, 0, "ID", "2001", "2002"));
    assertThat(dense(",2001,2002|7,6,7").id()).isZero();
    assertThat(dense("y,z|g1,6,7")).isEqualTo(layout(HeaderMode.YES, 3, 0, "", "y", "z"));
    assertThat(dense("5|6").width()).isEqualTo(1);
  }

  @Test
  void layoutsThatAreRefused() {
    assertThatThrownBy(() -> dense("x,y,x|1,2,3"))
        .hasMessageContaining("f:1: two columns are called 'x'");
    assertThatThrownBy(() -> dense("x,,z|1,2,3"))
        .hasMessageContaining("f:1: a column name is empty");
    assertThatThrownBy(() -> dense("x,y,z")).hasMessageContaining("f:1: nothing follows this line");
    assertThatThrownBy(() -> dense("id|g7")).hasMessageContaining("there is an id but no value");
    InputSettings byGene = INPUT.withColumns(named("id", "gene"));
    assertThatThrownBy(() -> of("a,b,c|1,2,3", byGene).dense())
        .hasMessageContaining("no column 'gene'");
  }

  /** A word for an unknown value is no name. */
  @Test
  void unknownValuesAreNoNames() {
    for (EmptyCells cells : EmptyCells.values()) {
      assertThat(of("NA,2,na,4|5,,7,8", INPUT.withEmptyCells(cells)).dense())
          .isEqualTo(layout(HeaderMode.NO, 4, -1, ""));
    }
  }
}
