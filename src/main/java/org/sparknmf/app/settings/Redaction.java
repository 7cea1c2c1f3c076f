package org.sparknmf.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.ValueRule;

/**
 * Takes secrets out of what is printed or written: out of values by what they are, see {@link
 * SecretText}; out of other texts whatever secret was given, and what looks like one.
 */
public final class Redaction {
  /** What stands in place of a secret. */
  static final String REDACTED = "(redacted)";

  /**
   * A user and a password, which may have a slash, unless it is a host and its port; blanks and
   * quotes are parts of a password where no @ comes before them.
   */
  private static final String USER =
      "://(?:[^\\s/?#'\"]+|[^\\s/?#'\":@]*:(?!\\d+(?:/|$))[^\\s'\"]*"
          + "|[^\\s/?#'\":@]*:(?!\\d+(?:[^\\w%@+]|$))(?=\\S)(?:(?!://)[^@\\n])*)@";

  /** What is called a secret, up to the end of its name. */
  private static final String NAME = SecretNames.STRONG + "[\\w.-]*[\"'`]?";

  /** Short names, where they stand as a whole in the place of a name. */
  private static final String SHORT = "(?<![A-Za-z0-9])(?:pass|sas|sig|auth)(?==)|[?&;._-]key(?==)";

  private static final String GIVEN = "\\s*(?:=>?|:)\\s*(?:(?:Bearer|Basic)\\s+)?";
  private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.|\"\")*\"|'(?:[^'\\\\]|\\\\.|'')*'";
  private static final String PLAIN = "\\(redacted\\)|[^\\s,;&\"')\\]}]+";

  private static final Pattern USER_OF_URI = Pattern.compile(USER);
  private static final Pattern USER_OF_ORACLE =
      Pattern.compile("(?i)(jdbc:oracle:\\w+:)[^\\s/@]+/[^\\s@]+@");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?i)((?:" + NAME + "|" + SHORT + ")" + GIVEN + ")(?:" + QUOTED + "|" + PLAIN + ")");
  private static final Pattern FOLLOWING =
      Pattern.compile("(?i)(" + NAME + "\\s+)(?:" + QUOTED + ")");

  private static final Pattern IS_NAME = Pattern.compile("[\\w.-]+");

  private static final KnownSecrets KNOWN = new KnownSecrets();

  /**
   * The pattern for {@code spark.redaction.regex}: properties whose key or value it finds are not
   * shown.
   */
  public static final String OF_PROPERTIES =
      "(?i)" + SecretNames.STRONG + "|(?<![a-z])(?:key|sas|sig|pass)(?![a-z])|" + USER;

  /**
   * The pattern for {@code spark.redaction.string.regex}: parts of plans that it finds are not
   * shown.
   */
  public static final String OF_PLANS =
      USER + "|(?i)(?:" + NAME + "|" + SHORT + ")" + GIVEN + "[^\\s,;&)\\]}]+";

  private Redaction() {}

  /** Takes in the secrets of a command line: no text that is shown from now on has them. */
  public static void learn(String... args) {
    for (String word : args) {
      int sign = word.startsWith("--") ? word.indexOf('=') : -1;
      learn(word.substring(sign + 1));
    }
  }

  /** Likewise those of Spark's properties. */
  public static void learn(Map<String, String> properties) {
    properties.forEach(
        (key, value) -> {
          if (key.startsWith("spark.") && SecretNames.isStrong(key)) {
            KNOWN.add(value);
          } else if (key.startsWith("spark.")) {
            learn(value);
          }
        });
  }

  /** Likewise those of one value, which may be the options of a source. */
  static void learn(String text) {
    SecretText secrets = new SecretText(KNOWN::add);
    secrets.of(text);
    ValueRule.pairs()
        .reader()
        .apply(text)
        .ifPresent(
            pairs ->
                pairs.forEach(
                    (key, value) ->
                        secrets.of(
                            value, IS_NAME.matcher(key).matches() && SecretNames.isOption(key))));
  }

  /** A text without the secrets in it, as far as they can be told. */
  public static String text(String text) {
    String withoutKnown = KNOWN.without(text);
    String withoutUsers = USER_OF_URI.matcher(withoutKnown).replaceAll("://" + REDACTED + "@");
    String withoutOracle = USER_OF_ORACLE.matcher(withoutUsers).replaceAll("$1" + REDACTED + "@");
    String withoutPairs = ASSIGNED.matcher(withoutOracle).replaceAll("$1" + REDACTED);
    return FOLLOWING.matcher(withoutPairs).replaceAll("$1" + REDACTED);
  }

  /** A whole value without the secrets in it. */
  static String whole(String value) {
    return text(new SecretText(secret -> {}).of(value));
  }

  /** The options of a source without the values that are secrets. */
  static Map<String, String> options(Map<String, String> options) {
    return pairs(options, SecretNames::isOption);
  }

  private static Map<String, String> pairs(Map<?, ?> pairs, Predicate<String> isSecret) {
    Map<String, String> shown = new LinkedHashMap<>();
    pairs.forEach(
        (key, value) ->
            shown.put(
                text(key.toString()),
                isSecret.test(key.toString()) ? REDACTED : whole(value.toString())));
    return shown;
  }

  /** The value of a setting, or of an entry of one, without secrets. */
  static Object value(Setting<?> setting, Object value) {
    if (value instanceof Map<?, ?> pairs) {
      return pairs(
          pairs,
          setting.equals(OutputSettings.LABEL) ? SecretNames::isPlain : SecretNames::isOption);
    }
    if (value instanceof List<?> some) {
      return some.stream().map(one -> value(setting, one)).toList();
    }
    return value instanceof String text ? whole(text) : value;
  }
}
