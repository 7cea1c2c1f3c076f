package org.sparknmf.fit.setting;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sparknmf.solver.Decimal;
import org.sparknmf.solver.divergence.Divergence;
import org.sparknmf.solver.divergence.Divergences;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.NmfSettings;

/**
 * What texts a setting takes and what they mean.
 *
 * @param <T> the type of the meaning
 * @param carrier what holds a value in a program
 * @param placeholder what stands for the value in a synopsis: {@code N}, {@code error|skip}
 * @param phrase completes "rank must be ..."
 * @param choices all texts allowed, if they can be listed; else words among them
 * @param reader the meaning of a text without surrounding blanks; empty if the text is not allowed
 */
public record ValueRule<T>(
    Carrier carrier,
    String placeholder,
    String phrase,
    List<String> choices,
    Function<String, Optional<T>> reader) {

  private static final String PAIRS = "KEY=VALUE,...";
  private static final String UNLIMITED = "unlimited";
  private static final List<String> YES_OR_NO = List.of("true", "false");

  /** What holds a value in a program, such as a parameter of Spark ML, instead of a text. */
  public enum Carrier {
    /** The text itself. */
    TEXT,
    /** A truth value. */
    FLAG,
    /** A whole number of 32 bits; 0 may stand for a word that leaves the choice to the program. */
    WHOLE,
    /** A whole number of 64 bits. */
    LONG,
    /** Whole numbers of 32 bits. */
    WHOLES,
    /** A number; 0 may stand for a word that leaves the choice to the program. */
    NUMBER,
    /** A number of seconds; the largest of all numbers means no limit. */
    SECONDS
  }

  /** A rule of texts that are not numbers. */
  public ValueRule(
      String placeholder,
      String phrase,
      List<String> choices,
      Function<String, Optional<T>> reader) {
    this(Carrier.TEXT, placeholder, phrase, choices, reader);
  }

  private ValueRule(
      Carrier carrier, String placeholder, String phrase, Function<String, Optional<T>> reader) {
    this(carrier, placeholder, phrase, List.of(), reader);
  }

  /** Any text that is not empty. */
  public static ValueRule<String> text(String placeholder) {
    return new ValueRule<>(
        Carrier.TEXT,
        placeholder,
        "a text that is not empty",
        text -> Optional.of(text).filter(t -> !t.isEmpty()));
  }

  /** One of some words. */
  public static ValueRule<String> oneOf(String... words) {
    return named(List.of(words), word -> word);
  }

  /** A constant by its name in kebab case. */
  public static <E extends Enum<E>> ValueRule<E> word(Class<E> type) {
    return word(EnumSet.allOf(type));
  }

  /** One of some constants by its name in kebab case. */
  public static <E extends Enum<E>> ValueRule<E> word(EnumSet<E> some) {
    return named(some, ValueRule::wordOf);
  }

  /** A constant by its name in kebab case, or a word that leaves the choice to the program. */
  public static <E extends Enum<E>> ValueRule<Optional<E>> wordOr(String word, Class<E> type) {
    Map<String, Optional<E>> byWord = new LinkedHashMap<>();
    byWord.put(word, Optional.empty());
    EnumSet.allOf(type).forEach(constant -> byWord.put(wordOf(constant), Optional.of(constant)));
    return listed(byWord);
  }

  /** One of some values, each of which has a name. */
  public static <T> ValueRule<T> named(Collection<T> values, Function<T, String> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    values.forEach(value -> byName.put(name.apply(value), value));
    return listed(byName);
  }

  private static <T> ValueRule<T> listed(Map<String, T> byWord) {
    List<String> choices = List.copyOf(byWord.keySet());
    String phrase = choices.size() == 1 ? choices.get(0) : "one of " + String.join(", ", choices);
    return new ValueRule<>(
        String.join("|", choices), phrase, choices, text -> Optional.ofNullable(byWord.get(text)));
  }

  /** The word that stands for a constant: its name in kebab case. */
  public static String wordOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** These texts, or others that are known only when the program runs. */
  public ValueRule<T> or(Function<String, Optional<T>> others) {
    return new ValueRule<>(
        carrier,
        placeholder,
        phrase,
        choices,
        text -> reader.apply(text).or(() -> others.apply(text)));
  }

  /** A flag: on the command line it is given without a value. */
  public static ValueRule<Boolean> flag() {
    return new ValueRule<>(
        Carrier.FLAG,
        "true|false",
        "true or false",
        YES_OR_NO,
        text -> Optional.of(text).filter(YES_OR_NO::contains).map(Boolean::valueOf));
  }

  /** A whole number of 32 bits. */
  public static ValueRule<Integer> wholeNumberFrom(int least) {
    return new ValueRule<>(
        Carrier.WHOLE,
        "N",
        "a whole number of at least " + least,
        text -> Decimal.integer(text).filter(n -> n >= least));
  }

  /** A rule for those numbers of another one that are at most {@code most}. */
  public static <N extends Number> ValueRule<N> atMost(N most, ValueRule<N> rule) {
    return new ValueRule<>(
        rule.carrier,
        rule.placeholder,
        rule.phrase + " and at most " + most,
        text -> rule.reader.apply(text).filter(n -> n.doubleValue() <= most.doubleValue()));
  }

  /** A rule for 0, which stands for none, and what another one allows. */
  public static ValueRule<Integer> zeroOr(ValueRule<Integer> rule) {
    return rule.or(rule.placeholder, "0", 0, number -> number);
  }

  /** Whole numbers of 32 bits, separated by commas. */
  public static ValueRule<List<Integer>> wholeNumbersFrom(int least) {
    ValueRule<Integer> whole = wholeNumberFrom(least);
    return new ValueRule<>(
        Carrier.WHOLES,
        "N,N,...",
        "whole numbers of at least " + least + ", separated by commas",
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
  public static ValueRule<List<Integer>> ranks() {
    ValueRule<List<Integer>> some = wholeNumbersFrom(1);
    return new ValueRule<>(
        Carrier.WHOLES,
        "FROM..TO",
        "two whole numbers of at least 1 with .. between them, the smaller first, or some separated"
            + " by commas",
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
  public static ValueRule<OptionalDouble> numberOr(String word) {
    return numberFrom(0).or("X|" + word, word, OptionalDouble.empty(), OptionalDouble::of);
  }

  /** A whole number of 32 bits, or a word that stands for none. */
  public static ValueRule<OptionalInt> wholeNumberFromOr(String word, int least) {
    return wholeNumberFrom(least).or("N|" + word, word, OptionalInt.empty(), OptionalInt::of);
  }

  private <U> ValueRule<U> or(String newPlaceholder, String word, U meaning, Function<T, U> some) {
    return new ValueRule<>(
        carrier,
        newPlaceholder,
        word + " or " + phrase,
        text -> text.equals(word) ? Optional.of(meaning) : reader.apply(text).map(some));
  }

  /** Any whole number of 64 bits. */
  public static ValueRule<Long> wholeNumber() {
    return new ValueRule<>(Carrier.LONG, "N", "a whole number", Decimal::whole);
  }

  /** A finite number. */
  public static ValueRule<Double> numberFrom(int least) {
    return new ValueRule<>(
        Carrier.NUMBER,
        "X",
        "a number of at least " + least,
        text -> Decimal.number(text).filter(x -> x >= least));
  }

  /** A number of at least 0, or {@code unlimited}. */
  public static ValueRule<Double> limit() {
    return numberFrom(0).or("X|unlimited", UNLIMITED, Double.POSITIVE_INFINITY, limit -> limit);
  }

  /** A count of at least 0, or {@code unlimited}. */
  public static ValueRule<Double> countLimit() {
    return new ValueRule<>(
            Carrier.NUMBER,
            "N",
            "a whole number of at least 0",
            text -> Decimal.whole(text).filter(n -> n >= 0).map(Long::doubleValue))
        .or("N|unlimited", UNLIMITED, Double.POSITIVE_INFINITY, limit -> limit);
  }

  /** Seconds, given as a number of seconds, minutes, hours or days, or {@code unlimited}. */
  public static ValueRule<Double> duration() {
    return new ValueRule<>(
        Carrier.SECONDS,
        "TIME|unlimited",
        "unlimited or a number above 0 followed by s, m, h or d",
        text -> text.equals(UNLIMITED) ? Optional.of(Double.POSITIVE_INFINITY) : seconds(text));
  }

  private static Optional<Double> seconds(String text) {
    String units = "smhd";
    int[] seconds = {1, 60, 3600, 86_400};
    int unit = text.isEmpty() ? -1 : units.indexOf(text.charAt(text.length() - 1));
    return unit < 0
        ? Optional.empty()
        : Decimal.number(text.substring(0, text.length() - 1))
            .map(count -> count * seconds[unit])
            .filter(total -> total > 0 && total <= Double.MAX_VALUE);
  }

  /** Names, separated by commas. */
  public static ValueRule<List<String>> names() {
    return new ValueRule<>(
        "NAME,NAME,...",
        "names separated by commas",
        List.of(),
        text -> {
          List<String> names = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
          return names.contains("") ? Optional.empty() : Optional.of(names);
        });
  }

  /** A solver by its name, or a word that leaves the choice to the program. */
  public static ValueRule<Optional<Method>> methodOr(String word) {
    Map<String, Optional<Method>> byName = new LinkedHashMap<>();
    byName.put(word, Optional.empty());
    Methods.ours().forEach(method -> byName.put(method.name(), Optional.of(method)));
    return listed(byName).or(ValueRule::solver);
  }

  private static Optional<Optional<Method>> solver(String name) {
    Optional<Method> known = Methods.named(name);
    return known.isPresent() ? Optional.of(known) : Optional.empty();
  }

  /** A loss by its name, or as the beta of a beta-divergence. */
  public static ValueRule<Divergence> loss() {
    return new ValueRule<>(
        "LOSS",
        "frobenius, kullback-leibler, itakura-saito or a number (the beta)",
        List.of("frobenius", "kullback-leibler", "itakura-saito"),
        Divergences::named);
  }

  /** Keys and values; a comma separates two pairs where a key and = follow it. */
  public static ValueRule<Map<String, String>> pairs() {
    return new ValueRule<>(
        Carrier.TEXT, PAIRS, "key=value, or several separated by commas", ValueRule::pairs);
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
  public String shown(String text) {
    return placeholder.equals(PAIRS)
        ? text.replaceAll("(?s)^([\\w.-]*(?=[=:\\s]))?.*", "$1...")
        : text;
  }

  /** Whether control characters make a text something that is not allowed. */
  boolean forbids(String text) {
    boolean free = carrier == Carrier.TEXT && choices.isEmpty();
    return text.chars()
        .anyMatch(c -> c == 0 || (!free && Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0));
  }

  boolean isFlag() {
    return carrier == Carrier.FLAG;
  }
}
