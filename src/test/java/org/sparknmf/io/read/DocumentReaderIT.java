package org.sparknmf.io.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparknmf.io.read.ReaderChecks.assertInvalid;
import static org.sparknmf.io.read.ReaderChecks.open;
import static org.sparknmf.io.read.ReaderChecks.read;
import static org.sparknmf.io.read.ReaderChecks.rows;
import static org.sparknmf.io.read.TestColumns.named;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.asked.DocumentRules;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.StopWords;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.testing.TestSpark;

class DocumentReaderIT {
  @TempDir Path directory;

  private InputSettings json(String text) {
    return text(TestText.write(directory, "t.jsonl", text));
  }

  private static InputSettings text(String path) {
    return InputSettings.of(path).withFormat(InputFormat.TEXT);
  }

  private InputSettings parquet(String name, String query) {
    String path = directory.resolve(name).toString();
    TestSpark.session().sql(query).coalesce(1).write().parquet(path);
    return text(path);
  }

  @Test
  void countsTheWordsOfJsonLines() {
    MatrixSource source = open(json(Samples.DOCUMENTS));
    assertThat(source.description())
        .isEqualTo(
            "text from JSON lines; text: text, id: id; not used: note; 2 words, each in 2 documents or more, stop"
                + " words: english");
    assertThat(source.frame().columns()).isEqualTo(new Axis.Labelled(List.of("water", "wind")));
    assertThat(rows(source.frame()))
        .containsExactly("[a,(2,[0,1],[1.0,1.0])]", "[b,(2,[0],[1.0])]", "[c,(2,[1],[1.0])]");
    InputSettings all =
        json(Samples.DOCUMENTS).withDocuments(new DocumentRules(StopWords.NONE, 1, 3));
    assertThat(read(all).columns()).isEqualTo(new Axis.Labelled(List.of("the", "water", "wind")));
  }

  @Test
  void countsTheWordsOfAColumnOfDelimitedText() {
    String lines =
        """
        id,stars,review
        b,4,"Water, wind and water: so it went all day"
        a,2,"The ""wind"" came, and nothing else was there"
        """;
    InputSettings found = InputSettings.of(TestText.write(directory, "reviews.csv", lines));
    MatrixSource source = open(found.withDocuments(new DocumentRules(StopWords.ENGLISH, 1, 2)));
    assertThat(source.description())
        .isEqualTo(
            "documents from text separated by comma, with a line of names; text: review, id: id;"
                + " not used: stars; 2 words, each in 1 documents or more, stop words: english");
    assertThat(source.frame().columns()).isEqualTo(new Axis.Labelled(List.of("water", "wind")));
    assertThat(rows(source.frame()))
        .containsExactly("[a,(2,[1],[1.0])]", "[b,(2,[0,1],[2.0,1.0])]");
    String unnamed = TestText.write(directory, "u.csv", lines.replace("id,", "mark,"));
    InputSettings counted = text(unnamed).withDocuments(new DocumentRules(StopWords.ENGLISH, 1, 2));
    assertThat(rows(read(counted))).containsExactly("[0,(2,[0,1],[2.0,1.0])]", "[1,(2,[1],[1.0])]");
  }

  @Test
  void namesTheFirstBadLineOfDelimitedText() {
    String lines = "id,text\n1,Water and wind\n2,\"Wind over two\nlines\"\n";
    assertInvalid(text(TestText.write(directory, "two.csv", lines)))
        .hasMessageContaining("two.csv:3: the quote before 'Wind over two' is not closed");
    InputSettings missing =
        InputSettings.of(TestText.write(directory, "m.csv", "id,text\n1,a wind\n"));
    assertThatThrownBy(() -> open(missing.withEmptyCells(EmptyCells.MISSING)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("--empty-cells missing has no meaning for text");
    InputSettings plain = text(TestText.write(directory, "p.txt", "a wind"));
    assertThatThrownBy(() -> open(plain.withColumns(named("text", "text"))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("--text-column has no meaning for text files");
  }

  @Test
  void wordsAreOfAnyAlphabet() {
    String lines = "{\"text\":\"Über Ёлка 東京 x_1\"}\n{\"text\":\"ÜBER; ёлка, 東京: X_1!\"}\n";
    assertThat(read(json(lines)).columns())
        .isEqualTo(new Axis.Labelled(List.of("x_1", "über", "ёлка", "東京")));
  }

  @Test
  void namesTheFirstBadLine() {
    assertInvalid(json(Samples.DOCUMENTS.replace("\"The wind\"", "7")))
        .hasMessageContaining(directory + "/t.jsonl:3: '7' stands where text belongs");
    assertInvalid(json(Samples.DOCUMENTS.replace("text\":\"Water", "txt\":\"Water")))
        .hasMessageContaining("t.jsonl:2: field 'text' is missing");
    assertInvalid(json(Samples.DOCUMENTS).withColumns(named("text", "body")))
        .hasMessageContaining("t.jsonl: no column 'body'");
  }

  @Test
  void namesTheFirstBadRow() {
    String rows = "select * from values ('b', 'one word'), %s as t(id, text)";
    assertInvalid(parquet("n", rows.formatted("('a', null), ('c', null)")))
        .hasMessageContaining(directory + "/n: row 'a': 'text' is null; every row needs a text");
    assertInvalid(parquet("i", rows.formatted("(null, 'x')")))
        .hasMessageContaining(directory + "/i: row 1 (from 0) of ")
        .hasMessageContaining("the id is null");
    assertInvalid(parquet("m", "select 1 as id, 2 as n"))
        .hasMessageContaining("no column 'text', and 0 others with strings among 'id', 'n'");
    assertInvalid(parquet("w", "select 'a' as id, 2 as text"))
        .hasMessageContaining("column 'text' is of type int; text must be strings");
  }

  @Test
  void refusesWhatHasNoWords() {
    InputSettings input = json("{\"text\":\"the and\"}\n{\"text\":\"once\"}\n");
    assertInvalid(input)
        .hasMessageContaining("t.jsonl: no word is in 2 documents or more")
        .hasMessageContaining("lower --min-documents");
    assertThatThrownBy(() -> read(input.withEmptyCells(EmptyCells.MISSING)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("--empty-cells missing has no meaning for text");
    assertThatThrownBy(() -> read(input.withColumns(named("value", "v"))))
        .isInstanceOf(InvalidSettingException.class);
  }

  @Test
  void refusesFilesThatAreNoDocuments() {
    String one = TestText.write(directory, "d/1.txt", "one and only");
    assertInvalid(text(one)).hasMessageContaining("1.txt: no word is in 2 documents or");
    TestText.write(directory, "d/3.txt", new byte[] {'a', (byte) 0xE9, 'b'});
    TestText.write(directory, "d/2.txt", new byte[] {'c', (byte) 0xE9, 'd'});
    assertInvalid(text(directory.resolve("d").toString()))
        .hasMessageContaining(directory + "/d/2.txt: ")
        .hasMessageContaining("is no UTF-8");
  }
}
