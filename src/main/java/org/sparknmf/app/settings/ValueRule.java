package org.sparknmf.app.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sparknmf.report.Pictures;
import org.sparknmf.solver.divergence.Divergence;
import org.sparknmf.solver.divergence.Divergences;
import org.sparknmf.solver.method.NmfSettings;

/**
 * What texts a setting takes and what they mean.
 *
 * @param <T> the type of the meaning
 * @param placeholder what stands for the value in a synopsis: {@code N}, {@code error|skip}
 * @param phrase completes "rank must be ..."
 * @param choices all texts allowed, if they can be listed; else words among them
 * @param reader the meaning of a text without surrounding blanks; empty if the text is not allowed
 */
public record ValueRule<T>(
    String placeholder, String phrase, List<String> choices, Function<String, Optional<T>> reader) {

  private static final String PAIRS = "KEY=VALUE,...";
  private static final List<String> YES_OR_NO = List.of("true", "false");

  /** Any text that is not empty. */
  static ValueRule<String> text(String placeholder) {
    return new ValueRule<>(
        placeholder,
        "a text that is not empty",
        List.of(),
        text -> Optional.of(text).filter(t -> !t.isEmpty()));
  }

  /** One of some words. */
  public static ValueRule<String> oneOf(String... words) {
    List<String> choices = List.of(words);
    String phrase = choices.size() == 1 ? choices.get(0) : "one of " + String.join(", ", choices);
    return new ValueRule<>(
        String.join("|", choices),
        phrase,
        choices,
        text -> Optional.of(text).filter(choices::contains));
  }

  /** These texts, or others that are known only when the program runs. */
  ValueRule<T> or(Function<String, Optional<T>> others) {
    return new ValueRule<>(
        placeholder, phrase, choices, text -> reader.apply(text).or(() -> others.apply(text)));
  }

  /** A flag: on the command line it is given without a value. */
  static ValueRule<Boolean> flag() {
    return new ValueRule<>(
        "true|false",
        "true or false",
        YES_OR_NO,
        text -> Optional.of(text).filter(YES_OR_NO::contains).map(Boolean::valueOf));
  }

  /** A whole number of 32 bits. */
  public static ValueRule<Integer> wholeNumberFrom(int least) {
    return new ValueRule<>(
        "N",
        "a whole number of at least " + least,
        List.of(),
        text -> number(text, Integer::valueOf).filter(n -> n >= least));
  }

  /** Whole numbers of 32 bits, separated by commas. */
  static ValueRule<List<Integer>> wholeNumbersFrom(int least) {
    ValueRule<Integer> whole = wholeNumberFrom(least);
    return new ValueRule<>(
        "N,N,...",
        "whole numbers of at least " + least + ", separated by commas",
        List.of(),
        text -> {
          List<Optional<Integer>> parsed =
              Arrays.stream(text.split(",", -1))
                  .map(number -> whole.reader.apply(number.strip()))
                  .toList();
          return parsed.stream().allMatch(Optional::isPresent)
              ? Optional.of(parsed.stream().map(Optional::get).toList())
              : Optional.empty();
        });
  }

  /** Ranks: some, or all from one to another. */
  static ValueRule<List<Integer>> ranks() {
    ValueRule<List<Integer>> some = wholeNumbersFrom(1);
    return new ValueRule<>(
        "FROM..TO",
        "two whole numbers of at least 1 with .. between them, the smaller first, or some separated"
            + " by commas",
        List.of(),
        text -> {
          String[] ends = text.split("\\.\\.", -1);
          if (ends.length != 2) {
            return some.reader.apply(text);
          }
          return some.reader
              .apply(ends[0].strip() + "," + ends[1].strip())
              .filter(range -> range.size() == 2 && range.get(0) <= range.get(1))
              .filter(range -> range.get(1) <= NmfSettings.MAX_RANK)
              .map(range -> IntStream.rangeClosed(range.get(0), range.get(1)).boxed().toList());
        });
  }

  /** A number above 0, or a word that stands for what the program finds good. */
  static ValueRule<OptionalDouble> numberOr(String word) {
    ValueRule<Double> some = numberFrom(0);
    return new ValueRule<>(
        "X|" + word,
        word + " or " + some.phrase,
        List.of(),
        text ->
            text.equals(word)
                ? Optional.of(OptionalDouble.empty())
                : some.reader.apply(text).map(OptionalDouble::of));
  }

  /** A whole number of 32 bits, or {@code auto}: the program decides. */
  static ValueRule<OptionalInt> wholeNumberFromOrAuto(int least) {
    return wholeNumberFromOr("auto", least);
  }

  /** A whole number of 32 bits, or a word that stands for none. */
  static ValueRule<OptionalInt> wholeNumberFromOr(String word, int least) {
    ValueRule<Integer> whole = wholeNumberFrom(least);
    return new ValueRule<>(
        "N|" + word,
        word + " or " + whole.phrase,
        List.of(),
        text ->
            text.equals(word)
                ? Optional.of(OptionalInt.empty())
                : whole.reader.apply(text).map(OptionalInt::of));
  }

  /** Any whole number of 64 bits. */
  public static ValueRule<Long> wholeNumber() {
    return new ValueRule<>("N", "a whole number", List.of(), text -> number(text, Long::valueOf));
  }

  /** Rows and columns of pixels. */
  static ValueRule<Pictures.Shape> imageShape() {
    return new ValueRule<>(
        "RxC",
        "rows x columns of pixels such as 8x8, at most %d of them".formatted(Pictures.MOST_PIXELS),
        List.of(),
        ValueRule::shape);
  }

  private static Optional<Pictures.Shape> shape(String text) {
    if (!text.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
      return Optional.empty();
    }
    int sign = text.indexOf('x');
    Pictures.Shape shape =
        new Pictures.Shape(
            Integer.parseInt(text.substring(0, sign)), Integer.parseInt(text.substring(sign + 1)));
    return Optional.of(shape).filter(s -> (long) s.height() * s.width() <= Pictures.MOST_PIXELS);
  }

  /** A finite number. */
  static ValueRule<Double> numberFrom(int least) {
    return new ValueRule<>(
        "X",
        "a number of at least " + least,
        List.of(),
        text -> number(text, Double::valueOf).filter(x -> x >= least && x <= Double.MAX_VALUE));
  }

  /** A number of at least 0, or {@code unlimited}. */
  static ValueRule<Double> limit() {
    return new ValueRule<>(
        "X|unlimited",
        "unlimited or a number of at least 0",
        List.of(),
        text ->
            text.equals("unlimited")
                ? Optional.of(Double.POSITIVE_INFINITY)
                : number(text, Double::valueOf).filter(x -> x >= 0 && x <= Double.MAX_VALUE));
  }

  /** Seconds, given as a number of seconds, minutes, hours or days, or {@code unlimited}. */
  public static ValueRule<Double> duration() {
    return new ValueRule<>(
        "TIME|unlimited",
        "unlimited or a number above 0 followed by s, m, h or d",
        List.of(),
        text -> text.equals("unlimited") ? Optional.of(Double.POSITIVE_INFINITY) : seconds(text));
  }

  private static Optional<Double> seconds(String text) {
    String units = "smhd";
    int[] seconds = {1, 60, 3600, 86_400};
    int unit = text.isEmpty() ? -1 : units.indexOf(text.charAt(text.length() - 1));
    return unit < 0
        ? Optional.empty()
        : number(text.substring(0, text.length() - 1), Double::valueOf)
            .map(count -> count * seconds[unit])
            .filter(total -> total > 0 && total <= Double.MAX_VALUE);
  }

  /** The beta of a loss, given by name or as a number. */
  static ValueRule<Divergence> loss() {
    return new ValueRule<>(
        "LOSS",
        "frobenius, kullback-leibler, itakura-saito or a number (the beta)",
        List.of("frobenius", "kullback-leibler", "itakura-saito"),
        Divergences::named);
  }

  /** Keys and values; a comma separates two pairs where a key and = follow it. */
  static ValueRule<Map<String, String>> pairs() {
    return new ValueRule<>(
        PAIRS, "key=value, or several separated by commas", List.of(), ValueRule::pairs);
  }

  private static Optional<Map<String, String>> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split(",\\s*(?=[A-Za-z][\\w.-]*=)", -1)) {
      int sign = pair.indexOf('=');
      if (sign < 1
          || pairs.put(pair.substring(0, sign).strip(), pair.substring(sign + 1)) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(pairs);
  }

  /** A text that is not allowed, for a message: what was to be pairs may hold a secret anywhere. */
  String shown(String text) {
    return placeholder.equals(PAIRS) ? text.replaceAll("(?s)[=\\s].*", "...") : text;
  }

  boolean isFlag() {
    return choices.equals(YES_OR_NO);
  }

  private static <N> Optional<N> number(String text, Function<String, N> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
