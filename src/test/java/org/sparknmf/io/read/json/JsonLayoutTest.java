package org.sparknmf.io.read.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.io.read.TestText;

class JsonLayoutTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"id":"a","text":"Bread of flour and yeast"}              | true
          {"id":1,"body":"A ship in a storm","stars":5}             | true
          {"title":"On the sea","text":"A ship in a storm"}         | true
          {"user":"a","item":"b","rating":2}                        | false
          {"user":"a","item":"b","review":"A very good one","rating":2} | false
          {"u":"a","i":"b","v":2}                                   | false
          {"row":"two words","column":"x"}                          | false
          [1]                                                       | false
          {"a"                                                      | false
          """)
  void objectsWithATextAreDocuments(String line, boolean expected) {
    assertThat(JsonLayout.isDocuments(JsonLayout.strings(TestText.bytes(line))))
        .isEqualTo(expected);
  }
}
