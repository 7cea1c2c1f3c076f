package org.sparknmf.io.read.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static double value(String text) throws BadLineException {
    // Something before and after, so that the bounds are seen to be kept.
    byte[] bytes = bytes("9" + text + "9");
    return Numerals.value(bytes, 1, bytes.length - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "7",
        "007",
        "+3",
        "3.25",
        ".5",
        "5.",
        "1e3",
        "1E-3",
        "1.5e+2",
        "9007199254740993",
        "123456789012345678901234567890",
        "0.1",
        "0.30000000000000004",
        "1e-400",
        "0.00000000000000000000000000000001",
        "1.7976931348623157e308",
        "4.9e-324",
        "9007199254740992.5"
      })
  void readsWhatJavaReads(String numeral) throws BadLineException {
    assertThat(value(numeral)).isEqualTo(Double.parseDouble(numeral));
  }

  @Test
  void roundsAsJavaDoesForRandomDecimals() throws BadLineException {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long mantissa = random.nextLong() >>> (1 + random.nextInt(60));
      int point = random.nextInt(25);
      String digits = "0".repeat(25) + mantissa;
      int cut = digits.length() - point;
      String numeral = digits.substring(0, cut) + "." + digits.substring(cut);
      assertThat(value(numeral)).as(numeral).isEqualTo(Double.parseDouble(numeral));
    }
  }

  @Test
  void negativeZeroIsZero() throws BadLineException {
    assertThat(1 / value("-0.0")).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, is negative",
    "-1e-300, is negative",
    "nan, value NaN",
    "NaN, value NaN",
    "-NaN, value NaN",
    "inf, is infinite",
    "-Infinity, is infinite",
    "1e999, does not fit a double",
    "-1e999, does not fit a double",
    "abc, stands where a number belongs",
    "1d, stands where a number belongs",
    "0x10, stands where a number belongs",
    "1e, stands where a number belongs",
    "., stands where a number belongs",
    "1.2.3, stands where a number belongs",
    "1 2, stands where a number belongs",
    "--1, stands where a number belongs",
    "'1,5', stands where a number belongs",
    "'', is empty",
    "٣, stands where a number belongs"
  })
  void refusesWhatIsNoValue(String numeral, String reason) {
    assertThatThrownBy(() -> value(numeral))
        .isInstanceOf(BadLineException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "12, 12",
    "0012, 12",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775807",
    "99999999999999999999999, 9223372036854775807",
    "'', -1",
    "-1, -1",
    "+1, -1",
    "1.0, -1",
    "x, -1"
  })
  void naturalNumbers(String text, long expected) {
    assertThat(Numerals.natural(bytes(text), 0, bytes(text).length)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "1, true",
    "-1, true",
    "9223372036854775807, true",
    "-9223372036854775808, true",
    "9223372036854775808, false",
    "-9223372036854775809, false",
    "10000000000000000000, false",
    "00, false",
    "01, false",
    "-0, false",
    "+1, false",
    "-, false",
    "'', false",
    "1.0, false",
    "1a, false"
  })
  void canonicalLongs(String text, boolean expected) {
    assertThat(Numerals.isCanonicalLong(bytes(text), 0, bytes(text).length)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "007, 7",
    "+5, 5",
    "-12, -12",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void longIds(String text, long expected) throws BadLineException {
    assertThat(Numerals.longId(bytes(text), 0, bytes(text).length)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "a", "1.5", "9223372036854775808", "é"})
  void noLongIds(String text) {
    assertThatThrownBy(() -> Numerals.longId(bytes(text), 0, bytes(text).length))
        .isInstanceOf(BadLineException.class)
        .hasMessageContaining("--id-type string");
  }
}
