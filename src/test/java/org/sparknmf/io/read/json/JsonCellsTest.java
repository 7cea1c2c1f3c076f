package org.sparknmf.io.read.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.text.BadLineException;

class JsonCellsTest {
  private static final JsonFields FIELDS =
      new JsonFields("u", "i", "v", "", IdType.STRING, IdType.LONG, false);

  private static String read(JsonFields fields, String line) throws BadLineException {
    return new JsonCells(fields).open().read(TestText.bytes(line), 0).toString();
  }

  @Test
  void objectsAreCells() throws BadLineException {
    assertThat(read(FIELDS, "{\"x\":[{\"u\":3}],\"v\":2.5,\"i\":7,\"u\":\"é\"}"))
        .isEqualTo("[é,7,2.5]");
    JsonFields withoutValue = new JsonFields("u", "i", "", "", IdType.STRING, IdType.STRING, true);
    assertThat(read(withoutValue, "{\"u\":3,\"i\":\"a\",\"v\":-1}")).isEqualTo("[3,a,1.0]");
    assertThat(read(FIELDS.transposed(), "{\"u\":\"a\",\"i\":7,\"v\":2}")).isEqualTo("[7,a,2.0]");
  }

  /** As UTF-8 they would become the same question mark. */
  @Test
  void halfCharactersAreNoIds() throws BadLineException {
    assertThat(read(FIELDS, "{\"v\":2.5,\"i\":7,\"u\":\"\\ud83d\\ude00\"}"))
        .isEqualTo("[\ud83d\ude00,7,2.5]");
    for (String half : new String[] {"\\ud83d", "\\ude00", "a\\ud83db"}) {
      assertThatThrownBy(() -> read(FIELDS, "{\"v\":1,\"i\":7,\"u\":\"" + half + "\"}"))
          .isInstanceOf(BadLineException.class)
          .hasMessageContaining("in field 'u' has half of a character (\\ud");
    }
  }

  @Test
  void weightsAreReadAndRefused() throws BadLineException {
    JsonFields weighted = new JsonFields("u", "i", "v", "w", IdType.STRING, IdType.LONG, false);
    assertThat(read(weighted, "{\"w\":0.5,\"u\":\"a\",\"i\":7,\"v\":0}"))
        .isEqualTo("[a,7,0.0,0.5]");
    assertThat(new JsonCells(weighted).schema().simpleString())
        .isEqualTo("struct<row:string,column:bigint,value:double,weight:double>");
    String line = "{\"u\":\"a\",\"i\":7,\"v\":0,\"w\":%s}";
    assertThatThrownBy(() -> read(weighted, line.formatted("-2")))
        .hasMessageContaining("weight -2.0 is negative; weights must be at least 0");
    assertThatThrownBy(() -> read(weighted, line.formatted("NaN")))
        .hasMessageContaining("weight NaN; weights must be numbers");
    assertThatThrownBy(() -> read(weighted, line.formatted("\"2\"")))
        .hasMessageContaining("in field 'w'; weights are JSON numbers");
    assertThatThrownBy(() -> read(weighted, "{\"u\":\"a\",\"i\":7,\"v\":0}"))
        .hasMessageContaining("field 'w' is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1]|does not begin with '{'",
        "{\"u\":\"a\"|is no JSON object",
        "{\"u\":\"a\",\"i\":1,\"v\":1}}|is no JSON object",
        "{\"u\":\"a\",\"i\":1,\"v\":1} {}|text follows the object",
        "{\"u\":\"a\",\"v\":1}|field 'i' is missing",
        "{\"u\":\"a\",\"i\":1}|field 'v' is missing",
        "{\"u\":null,\"i\":1,\"v\":1}|id 'null' in field 'u'",
        "{\"u\":\"\",\"i\":1,\"v\":1}|not empty",
        "{\"u\":3,\"i\":1,\"v\":1}|ids must be all strings or all integers",
        "{\"u\":\"a\",\"i\":1.5,\"v\":1}|id '1.5' in field 'i'",
        "{\"u\":\"a\",\"i\":99999999999999999999,\"v\":1}|does not fit a long",
        "{\"u\":\"a\",\"i\":1,\"v\":\"3\"}|'3' stands where a number belongs",
        "{\"u\":\"a\",\"i\":1,\"v\":null}|'null' stands where a number belongs",
        "{\"u\":\"a\",\"i\":1,\"v\":-3}|value -3.0 is negative",
        "{\"u\":\"a\",\"i\":1,\"v\":NaN}|value NaN",
        "{\"u\":\"a\",\"i\":1,\"v\":Infinity}|is infinite",
        "{\"u\":\"a\",\"i\":1,\"v\":1e999}|does not fit a double"
      })
  void refuses(String line, String reason) {
    assertThatThrownBy(() -> read(FIELDS, line))
        .isInstanceOf(BadLineException.class)
        .hasMessageContaining(reason);
  }
}
