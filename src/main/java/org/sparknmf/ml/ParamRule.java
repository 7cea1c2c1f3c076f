package org.sparknmf.ml;

import java.io.Serializable;
import java.util.function.Predicate;
import scala.runtime.AbstractFunction1;

/** What a value must be; the message of the error says it, which Spark's own validators do not. */
final class ParamRule<T> extends AbstractFunction1<T, Object> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final String rule;
  private final Test test;

  private ParamRule(String name, String rule, Test test) {
    this.name = name;
    this.rule = rule;
    this.test = test;
  }

  static <T> ParamRule<T> of(String name, String rule, Test test) {
    return new ParamRule<>(name, rule, test);
  }

  static ParamRule<Object> atLeast(String name, double least) {
    String shown = least == Math.rint(least) ? String.valueOf((long) least) : String.valueOf(least);
    return of(
        name,
        "a finite number of at least " + shown,
        value -> {
          double number = ((Number) value).doubleValue();
          return number >= least && number < Double.POSITIVE_INFINITY;
        });
  }

  static ParamRule<Object> between(String name, double least, double most) {
    return of(
        name,
        "from " + least + " to " + most,
        value -> {
          double number = ((Number) value).doubleValue();
          return number >= least && number <= most;
        });
  }

  @Override
  public Object apply(T value) {
    if (!test.test(value)) {
      throw new IllegalArgumentException(
          "parameter " + name + " must be " + rule + ", got " + value + "; set another value");
    }
    return true;
  }

  /** What a value passes or fails. */
  interface Test extends Predicate<Object>, Serializable {}
}
