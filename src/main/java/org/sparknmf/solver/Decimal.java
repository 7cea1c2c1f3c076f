package org.sparknmf.solver;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Numbers as people write them. Java's own readers also take {@code 1d}, {@code 0x1p3}, digits of
 * other scripts, and control characters at either end.
 */
public final class Decimal {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private Decimal() {}

  /** A whole number of 32 bits; empty if the text is something else. */
  public static Optional<Integer> integer(String text) {
    return read(WHOLE, text, Integer::valueOf);
  }

  /** A whole number of 64 bits; empty if the text is something else. */
  public static Optional<Long> whole(String text) {
    return read(WHOLE, text, Long::valueOf);
  }

  /** A finite number; empty if the text is something else. */
  public static Optional<Double> number(String text) {
    return read(NUMBER, text, Double::valueOf).filter(x -> !x.isInfinite());
  }

  private static <N> Optional<N> read(Pattern form, String text, Function<String, N> reader) {
    try {
      return form.matcher(text).matches() ? Optional.of(reader.apply(text)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
