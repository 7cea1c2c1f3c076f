package org.sparknmf.fit.setting;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing a user may set, under the same name in every layer of configuration.
 *
 * @param <T> the type of its value
 * @param key its name in kebab case: {@code max-iterations}
 * @param description what it is, in one line without a full stop
 * @param defaultText its built-in default as a user would write it, if it has one
 * @param rule what values it takes
 * @param since the first version that has it
 * @param parameter what it is in an Estimator, if it is anything there
 */
public record Setting<T>(
    String key,
    String description,
    Optional<String> defaultText,
    ValueRule<T> rule,
    String since,
    Optional<Parameter<T>> parameter) {

  /** What the names of Spark properties begin with. */
  public static final String SPARK_PREFIX = "spark.nmf.";

  /** What the names of environment variables begin with. */
  public static final String ENVIRONMENT_PREFIX = "SPARK_NMF_";

  private static final Pattern AFTER_HYPHEN = Pattern.compile("-(.)");

  /**
   * What a setting is in an Estimator.
   *
   * @param name Spark's own name where Spark has one: {@code maxIter}
   * @param rule what values it takes there
   */
  public record Parameter<T>(String name, ValueRule<T> rule) {}

  /** The setting as an option: {@code --max-iterations}. */
  public String option() {
    return "--" + key;
  }

  /** The setting as an environment variable: {@code SPARK_NMF_MAX_ITERATIONS}. */
  public String environmentName() {
    return ENVIRONMENT_PREFIX + key.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** The setting as a Spark property: {@code spark.nmf.max-iterations}. */
  public String sparkKey() {
    return SPARK_PREFIX + key;
  }

  /** The key in camel case: {@code maxIterations}. */
  public String camelCase() {
    return camelCase(key);
  }

  static String camelCase(String key) {
    return AFTER_HYPHEN.matcher(key).replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
  }

  public boolean isFlag() {
    return rule.isFlag();
  }

  /** The meaning of a text; empty if the rule does not allow it. */
  public Optional<T> read(String text) {
    return rule.forbids(text) ? Optional.empty() : rule.reader().apply(text.strip());
  }

  /**
   * A text that is allowed: the nearest to one that is not, else the default, else a placeholder.
   */
  public String example(String text) {
    return Spelling.nearest(text, rule.choices()).or(() -> defaultText).orElse(rule.placeholder());
  }
}
