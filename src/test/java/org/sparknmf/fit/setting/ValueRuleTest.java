package org.sparknmf.fit.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueRuleTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "ten", "1.5", "", "99999999999", "1e3", "NaN"})
  void wholeNumbersHaveABound(String text) {
    assertThat(ValueRule.wholeNumberFrom(1).reader().apply(text)).isEmpty();
    assertThat(ValueRule.wholeNumberFromOr("auto", 1).reader().apply(text)).isEmpty();
  }

  @Test
  void wholeNumbersAreRead() {
    assertThat(ValueRule.wholeNumberFrom(1).reader().apply("1")).contains(1);
    assertThat(ValueRule.wholeNumberFrom(1).reader().apply("2147483647")).contains(2147483647);
    assertThat(ValueRule.wholeNumber().reader().apply("-9223372036854775808"))
        .contains(Long.MIN_VALUE);
  }

  @Test
  void listsOfWholeNumbersKeepTheirOrder() {
    ValueRule<List<Integer>> rule = ValueRule.wholeNumbersFrom(1);
    assertThat(rule.reader().apply("3, 1,7")).contains(List.of(3, 1, 7));
    assertThat(rule.reader().apply("3")).contains(List.of(3));
    for (String text : List.of("", "3,", "0", "1;2", "1,two", "1 2")) {
      assertThat(rule.reader().apply(text)).isEmpty();
    }
  }

  @Test
  void pairsMayHaveCommasInTheirValues() {
    ValueRule<Map<String, String>> rule = ValueRule.pairs();
    assertThat(rule.reader().apply("header=true")).contains(Map.of("header", "true"));
    assertThat(rule.reader().apply("sep=,,header=true, a.b=c=d"))
        .contains(Map.of("sep", ",", "header", "true", "a.b", "c=d"));
    for (String text : List.of("", "header", "=true", "a=1,a=2")) {
      assertThat(rule.reader().apply(text)).isEmpty();
    }
  }

  @Test
  void autoIsNoNumber() {
    ValueRule<OptionalInt> rule = ValueRule.wholeNumberFromOr("auto", 1);
    assertThat(rule.reader().apply("auto")).contains(OptionalInt.empty());
    assertThat(rule.reader().apply("7")).contains(OptionalInt.of(7));
  }

  /** Java's own readers take all of these. */
  @ParameterizedTest
  @ValueSource(strings = {"1d", "1F", "0x1p3", "1\u0001", "\u00001", "\u0661", "1_0", "1,5", "1 "})
  void numbersAreWrittenAsPeopleWriteThem(String text) {
    assertThat(ValueRule.numberFrom(0).reader().apply(text)).isEmpty();
    assertThat(ValueRule.limit().reader().apply(text)).isEmpty();
    assertThat(ValueRule.wholeNumberFrom(0).reader().apply(text)).isEmpty();
    assertThat(ValueRule.wholeNumber().reader().apply(text)).isEmpty();
    assertThat(ValueRule.duration().reader().apply(text + "m")).isEmpty();
    assertThat(ValueRule.loss().reader().apply(text)).isEmpty();
  }

  @Test
  void aCountIsWhole() {
    ValueRule<Double> rule = ValueRule.countLimit();
    assertThat(rule.reader().apply("unlimited")).contains(Double.POSITIVE_INFINITY);
    assertThat(rule.reader().apply("3000000000")).contains(3e9);
    for (String text : List.of("1.5", "-1", "1e3", "1.0", "none")) {
      assertThat(rule.reader().apply(text)).isEmpty();
    }
  }

  @Test
  void durationsHaveOneUnit() {
    assertThat(ValueRule.duration().reader().apply("1.5h")).contains(5400.0);
    for (String text : List.of("1dd", "1fs", "1 h", "h", "1")) {
      assertThat(ValueRule.duration().reader().apply(text)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1e-9", "NaN", "Infinity", "1e999", "small"})
  void numbersAreFiniteAndBounded(String text) {
    assertThat(ValueRule.numberFrom(0).reader().apply(text)).isEmpty();
  }

  @Test
  void numbersAreRead() {
    assertThat(ValueRule.numberFrom(0).reader().apply("0")).contains(0.0);
    assertThat(ValueRule.numberFrom(0).reader().apply("1e-4")).contains(1e-4);
  }

  @Test
  void flagsAreTrueOrFalse() {
    assertThat(ValueRule.flag().isFlag()).isTrue();
    assertThat(ValueRule.flag().reader().apply("true")).contains(true);
    assertThat(ValueRule.flag().reader().apply("false")).contains(false);
    assertThat(ValueRule.flag().reader().apply("yes")).isEmpty();
  }

  @Test
  void choicesAreAmongTheirWords() {
    ValueRule<String> rule = ValueRule.oneOf("sum", "max");
    assertThat(rule.isFlag()).isFalse();
    assertThat(rule.placeholder()).isEqualTo("sum|max");
    assertThat(rule.phrase()).isEqualTo("one of sum, max");
    assertThat(rule.reader().apply("max")).contains("max");
    assertThat(rule.reader().apply("MAX")).isEmpty();
    assertThat(ValueRule.text("PATH").reader().apply("")).isEmpty();
  }
}
