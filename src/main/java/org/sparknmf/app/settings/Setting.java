package org.sparknmf.app.settings;

import java.util.Locale;
import java.util.Optional;
import org.sparknmf.solver.InvalidSettingException;

/**
 * One thing a user may set, under the same name in every layer of configuration.
 *
 * @param <T> the type of its value
 * @param key its name in kebab case: {@code max-iterations}
 * @param description what it is, in one line without a full stop
 * @param defaultText its built-in default as a user would write it, if it has one
 * @param rule what values it takes
 */
public record Setting<T>(
    String key, String description, Optional<String> defaultText, ValueRule<T> rule) {

  /** A setting that has a default. */
  static <T> Setting<T> setting(
      String key, String description, String defaultText, ValueRule<T> rule) {
    return new Setting<>(key, description, Optional.of(defaultText), rule);
  }

  /** A text that has no default. */
  static Setting<String> withoutDefault(String key, String description, String placeholder) {
    return new Setting<>(key, description, Optional.empty(), ValueRule.text(placeholder));
  }

  /** As an option: {@code --max-iterations}. */
  public String option() {
    return "--" + key;
  }

  /** As an environment variable: {@code NMF_MAX_ITERATIONS}. */
  String environmentName() {
    return "NMF_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** As a Spark property: {@code spark.nmf.max-iterations}. */
  String sparkKey() {
    return SparkLayer.PREFIX + key;
  }

  /** The key in camel case: {@code maxIterations}. */
  String camelCase() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      boolean raised = i > 0 && key.charAt(i - 1) == '-';
      char letter = key.charAt(i);
      if (letter != '-') {
        name.append(raised ? Character.toUpperCase(letter) : letter);
      }
    }
    return name.toString();
  }

  public boolean isFlag() {
    return rule.isFlag();
  }

  /**
   * The meaning of a text.
   *
   * @throws InvalidSettingException if the rule does not allow it; the message names the origin
   */
  public T parse(String text, Origin origin) {
    return rule.reader()
        .apply(text.strip())
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "%s must be %s, got '%s'%s; %s"
                        .formatted(
                            key,
                            rule.phrase(),
                            rule.shown(text.strip()),
                            origin.inBrackets(),
                            origin.remedy(this, example(text.strip())))));
  }

  private String example(String text) {
    return Spelling.nearest(text, rule.choices()).or(() -> defaultText).orElse(rule.placeholder());
  }
}
