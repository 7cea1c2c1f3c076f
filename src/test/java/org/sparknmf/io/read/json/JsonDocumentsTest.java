package org.sparknmf.io.read.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparknmf.io.read.TestColumns.named;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.documents.DocumentFiles;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.solver.InvalidMatrixException;

class JsonDocumentsTest {
  private static final JsonDocumentFields FIELDS =
      new JsonDocumentFields("id", "text", IdType.STRING, false);

  private static String read(JsonDocumentFields fields, String line) throws BadLineException {
    return new JsonDocuments(fields).open().read(TestText.bytes(line), 4).toString();
  }

  private static JsonDocumentFields fields(String line, InputSettings input) {
    return JsonDocumentFields.of(JsonFirstLine.of(TestText.lines(""), TestText.bytes(line)), input);
  }

  @Test
  void objectsAreDocumentsInLowerCase() throws BadLineException {
    assertThat(read(FIELDS, "{\"x\":[1],\"text\":\"ÉTÉ One\",\"id\":\"a\"}"))
        .isEqualTo("[a,été one]");
    JsonDocumentFields counted = new JsonDocumentFields("", "text", IdType.LONG, false);
    assertThat(read(counted, "{\"text\":\"b\"}")).isEqualTo("[4,b]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1]|does not begin with '{'",
        "{\"id\":\"a\"}|field 'text' is missing; every line must have it",
        "{\"id\":\"a\",\"text\":null}|'null' stands where text belongs, in field 'text'",
        "{\"id\":\"a\",\"text\":[1]}|'[' stands where text belongs",
        "{\"text\":\"b\"}|field 'id' is missing",
        "{\"id\":1,\"text\":\"b\"}|ids must be all strings or all integers",
        "{\"id\":\"a\",\"text\":\"b\"}}|is no JSON object"
      })
  void otherLinesAreRefused(String line, String message) {
    assertThatThrownBy(() -> read(FIELDS, line)).hasMessageContaining(message);
  }

  @Test
  void theFirstLineTellsTheFields() {
    InputSettings input = InputSettings.of("f");
    assertThat(fields("{\"id\":1,\"text\":\"a\",\"by\":\"b\"}", input))
        .isEqualTo(new JsonDocumentFields("id", "text", IdType.LONG, false));
    assertThat(fields("{\"n\":1,\"body\":\"a\"}", input))
        .isEqualTo(new JsonDocumentFields("", "body", IdType.LONG, false));
    assertThat(
            fields(
                "{\"by\":\"b\",\"body\":\"a\"}",
                input.withColumns(named("text", "body", "id", "by"))))
        .isEqualTo(new JsonDocumentFields("by", "body", IdType.STRING, false));
    assertThatThrownBy(() -> fields("{\"by\":\"b\",\"body\":\"a\"}", input))
        .isInstanceOf(InvalidMatrixException.class)
        .hasMessageContaining("f: no column 'text', and 2 others with strings among 'by', 'body'")
        .hasMessageContaining("--text-column");
    assertThatThrownBy(() -> fields("{\"body\":\"a\"}", input.withColumns(named("text", "bdy"))))
        .hasMessageContaining("no column 'bdy'; the columns are 'body': correct --text-column");
  }

  @Test
  void filesAreNamedFromTheFolderThatHoldsThemAll() {
    assertThat(folder("file:/a/b/1.txt", "file:/a/b/2.txt")).isEqualTo("file:/a/b/");
    assertThat(folder("file:/a/b/1.txt", "file:/a/bc/1.txt")).isEqualTo("file:/a/");
    assertThat(folder("file:/a/1", "file:/b/1")).isEqualTo("file:/");
    assertThat(folder("hdfs://h/a/1", "hdfs://h/b/1")).isEqualTo("hdfs://h/");
  }

  private static String folder(String... files) {
    return DocumentFiles.commonFolder(List.of(files).stream().map(Path::new).toList());
  }
}
