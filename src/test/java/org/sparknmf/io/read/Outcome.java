package org.sparknmf.io.read;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What came of a piece of work.
 *
 * @param value its result; null if it failed
 * @param failure what it threw; null if it did not
 * @param words class and message of that, by which two failures are compared
 */
record Outcome<T>(T value, RuntimeException failure, String words) {

  static <T> Outcome<T> of(Supplier<T> work) {
    try {
      return new Outcome<>(work.get(), null, null);
    } catch (RuntimeException e) {
      return new Outcome<>(null, e, e.getClass().getName() + ": " + e.getMessage());
    }
  }

  /** The same of a part of the result. */
  <S> Outcome<S> map(Function<T, S> part) {
    return new Outcome<>(value == null ? null : part.apply(value), failure, words);
  }

  /** The result, or what was thrown. */
  T get() {
    if (failure != null) {
      throw failure;
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outcome<?> that
        && Objects.equals(value, that.value)
        && Objects.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, words);
  }
}
