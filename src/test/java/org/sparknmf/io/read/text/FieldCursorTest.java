package org.sparknmf.io.read.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldCursorTest {
  private static FieldCursor cursor(char delimiter) {
    return new FieldCursor(new FieldSyntax(String.valueOf(delimiter), true, false));
  }

  private static List<String> fields(char delimiter, String line) throws BadLineException {
    return cursor(delimiter).all(line.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void commasSeparateAndBlanksAroundFieldsGo() throws BadLineException {
    assertThat(fields(',', "a,b c , 3\t")).containsExactly("a", "b c", "3");
    assertThat(fields(',', ",,")).containsExactly("", "", "");
    assertThat(fields(',', "")).containsExactly("");
    assertThat(fields(',', "é,漢")).containsExactly("é", "漢");
  }

  @Test
  void tabsSeparateEvenEmptyFields() throws BadLineException {
    assertThat(fields('\t', "a\t\tb ")).containsExactly("a", "", "b");
    assertThat(fields('\t', "\t")).containsExactly("", "");
  }

  @Test
  void runsOfBlanksSeparate() throws BadLineException {
    assertThat(fields(' ', "  a  b\tc  ")).containsExactly("a", "b", "c");
    assertThat(fields(' ', "   ")).isEmpty();
    assertThat(FieldCursor.plain().all(new byte[] {'"', 'a', ' ', 'b'}))
        .containsExactly("\"a", "b");
  }

  @Test
  void quotesProtect() throws BadLineException {
    assertThat(fields(',', "\"a,b\",\" c \",\"say \"\"hi\"\"\" ,x\"y"))
        .containsExactly("a,b", " c ", "say \"hi\"", "x\"y");
    assertThat(fields(' ', "\"a b\" c")).containsExactly("a b", "c");
    assertThat(fields(',', "\"\",\"\"")).containsExactly("", "");
  }

  @Test
  void brokenQuotesAreRefused() {
    assertThatThrownBy(() -> fields(',', "\"a,b")).hasMessageContaining("is not closed");
    assertThatThrownBy(() -> fields(',', "\"a\"\"")).hasMessageContaining("is not closed");
    assertThatThrownBy(() -> fields(',', "\"a\"b,c"))
        .hasMessageContaining("'b,c' follows a closing quote");
  }

  @Test
  void textThatIsNoUtf8IsRefused() {
    byte[] latin1 = "é,1".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> cursor(',').all(latin1))
        .isInstanceOf(BadLineException.class)
        .hasMessageContaining("UTF-8");
  }
}
