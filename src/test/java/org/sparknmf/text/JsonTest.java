package org.sparknmf.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  record Pair(int number, String word) {}

  private static Map<String, Object> value() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("z", null);
    value.put("a", Arrays.asList(1, null));
    return value;
  }

  @Test
  void nullsAreShownOrLeftOut() {
    assertThat(Json.line(value())).isEqualTo("{\"z\":null,\"a\":[1,null]}");
    assertThat(Json.text(value())).isEqualTo("{\n  \"z\" : null,\n  \"a\" : [ 1, null ]\n}");
    assertThat(Json.document(value())).isEqualTo("{\n  \"a\" : [ 1, null ]\n}\n");
    assertThat(Json.tree(new Pair(1, null)).toString()).isEqualTo("{\"number\":1}");
  }

  /** JSON has no word for it: a text keeps it apart from what is not there. */
  @Test
  void notANumberIsAText() {
    assertThat(Json.line(Double.NaN)).isEqualTo("\"NaN\"");
    assertThat(Json.read("\"NaN\"", Double.class)).isNaN();
  }

  @Test
  void readingIsLenientOrExact() throws JsonProcessingException {
    String more = "{\"number\":1,\"word\":\"x\",\"new\":2}";
    assertThat(Json.read(more, Pair.class)).isEqualTo(new Pair(1, "x"));
    assertThat(Json.read("{}", Pair.class)).isEqualTo(new Pair(0, null));
    assertThat(Json.convert(Json.parse(more), Pair.class)).isEqualTo(new Pair(1, "x"));
    assertThat(Json.readExactly("{\"number\":1,\"word\":null}", Pair.class))
        .isEqualTo(new Pair(1, null));
    for (String wrong : new String[] {more, "{\"number\":null,\"word\":\"x\"}", "{\"number\""}) {
      assertThatThrownBy(() -> Json.readExactly(wrong, Pair.class))
          .isInstanceOf(JsonProcessingException.class);
    }
    assertThatThrownBy(() -> Json.read("{\"number\"", Pair.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no Pair in JSON: ");
  }
}
