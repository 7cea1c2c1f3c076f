package org.sparknmf.ml;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.ValueRule;

/** A setting as a parameter of Spark ML, which holds numbers where others have texts. */
record ParamForm(Setting<?> setting) {

  String name() {
    return setting.parameter().orElseThrow().name();
  }

  private ValueRule<?> rule() {
    return setting.parameter().orElseThrow().rule();
  }

  ValueRule.Carrier carrier() {
    return rule().carrier();
  }

  /** The setting's own words, the words it takes, and what a number stands for that is none. */
  String words() {
    String more =
        switch (carrier()) {
          case SECONDS -> "; a number of seconds";
          case TEXT -> rule().choices().isEmpty() ? "" : "; " + rule().phrase();
          default -> ofZero("; 0 stands for ");
        };
    return setting.description() + more;
  }

  /**
   * Makes sure of a value.
   *
   * @throws IllegalArgumentException if the rule of the setting does not allow it
   */
  void require(Object value) {
    if (rule().reader().apply(text(value)).isEmpty()) {
      boolean isTime = carrier() == ValueRule.Carrier.SECONDS;
      throw new IllegalArgumentException(
          "parameter %s must be %s, got %s; set another value"
              .formatted(
                  name(),
                  isTime ? "a number above 0" : rule().phrase() + ofZero(", where 0 stands for "),
                  shown(value)));
    }
  }

  private String ofZero(String clause) {
    return zeroIsAWord() ? clause + setting.defaultText().orElseThrow() : "";
  }

  private boolean zeroIsAWord() {
    Object byDefault =
        setting.defaultText().flatMap(setting::read).map(Object.class::cast).orElse("");
    return byDefault instanceof OptionalInt || byDefault instanceof OptionalDouble;
  }

  /** What others write for a value. */
  String text(Object value) {
    if (carrier() == ValueRule.Carrier.SECONDS) {
      return (double) value >= Double.MAX_VALUE ? "unlimited" : value + "s";
    }
    boolean isWord = zeroIsAWord() && ((Number) value).doubleValue() == 0;
    return isWord ? setting.defaultText().orElseThrow() : shown(value);
  }

  private static String shown(Object value) {
    return value instanceof int[] numbers
        ? Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors.joining(","))
        : value.toString();
  }

  /** The value that stands for a text which the setting takes. */
  Object value(String text) {
    Object value = setting.read(text).orElseThrow();
    return switch (carrier()) {
      case TEXT -> text;
      case WHOLE -> value instanceof OptionalInt number ? (Object) number.orElse(0) : value;
      case NUMBER -> value instanceof OptionalDouble number ? (Object) number.orElse(0) : value;
      case SECONDS -> Math.min((double) value, Double.MAX_VALUE);
      case WHOLES -> ((List<?>) value).stream().mapToInt(number -> (int) number).toArray();
      case FLAG, LONG -> value;
    };
  }
}
