package org.sparknmf.io.read.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldCursorTest {
  private static FieldCursor cursor(char delimiter) {
    return new FieldCursor(new FieldSyntax(String.valueOf(delimiter), true, false, false));
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

  private static String ids(FieldSyntax syntax, String line) throws BadLineException {
    FieldCursor cursor = new FieldCursor(syntax).open(line.getBytes(StandardCharsets.UTF_8));
    StringBuilder ids = new StringBuilder();
    while (cursor.next()) {
      ids.append('[').append(cursor.id()).append(']');
    }
    return ids.toString();
  }

  /** Two ids that differ in blanks stay two. */
  @Test
  void blanksAroundAnIdBelongToIt() throws BadLineException {
    FieldSyntax plain = new FieldSyntax(",", true, false, false);
    assertThat(ids(plain, " a, b ,c,\" d \" ")).isEqualTo("[ a][ b ][c][ d ]");
    assertThat(ids(new FieldSyntax(" ", true, false, false), " a  b ")).isEqualTo("[a][b]");
    FieldSyntax spaced = new FieldSyntax(",", true, true, false);
    assertThat(ids(spaced, "a, b,  c , \"d\"")).isEqualTo("[a][b][ c ][d]");
    assertThatThrownBy(() -> ids(spaced, "a,b"))
        .isInstanceOf(BadLineException.class)
        .hasMessageContaining("no blank stands before 'b'");
    assertThat(cursor(',').isSpaced("a, b,, c".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(cursor(',').isSpaced("a, b,c".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(cursor(',').isSpaced("a".getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  private static double value(String line) throws BadLineException {
    FieldCursor cursor = cursor(';').open(line.getBytes(StandardCharsets.UTF_8));
    cursor.next();
    return cursor.value();
  }

  @Test
  void aDecimalCommaIsRefusedWithTheOption() throws BadLineException {
    assertThat(value("3.5")).isEqualTo(3.5);
    assertThatThrownBy(() -> value("3,5"))
        .isInstanceOf(BadLineException.class)
        .hasMessage(
            "'3,5' has a comma where a number has a point; if decimals follow it, say --decimal"
                + " comma");
    assertThatThrownBy(() -> value("3,5x"))
        .isInstanceOf(BadLineException.class)
        .hasMessageContaining("stands where a number belongs");
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
