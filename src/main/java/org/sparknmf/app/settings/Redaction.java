package org.sparknmf.app.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what is printed or written: values whose key says that they are one, and
 * users and passwords in URIs. Keys are those of Spark's own {@code spark.redaction.regex}, and
 * what else stores and databases call them.
 */
public final class Redaction {
  /** What stands in place of a secret. */
  static final String REDACTED = "(redacted)";

  private static final String SECRET =
      "(?:secret|passw(?:or)?d|pwd|token|credential|(?:access|account|api)[._-]?key|signature)";

  /** A user and a password, which may have a slash, unless it is a host and its port. */
  private static final String USER =
      "://(?:[^\\s/?#'\"]+|[^\\s/?#'\":@]*:(?!\\d+(?:/|$))[^\\s'\"]*)@";

  /** What is called a secret, up to the end of its name. */
  private static final String NAME = SECRET + "[\\w.-]*[\"'`]?";

  private static final String GIVEN = "\\s*(?:=>?|:)\\s*";
  private static final String QUOTED = "\"[^\"]*\"|'[^']*'";
  private static final String PLAIN = "\\(redacted\\)|[^\\s,;&\"')\\]}]+";

  private static final Pattern KEY = Pattern.compile("(?i)" + SECRET);
  private static final Pattern USER_OF_URI = Pattern.compile(USER);
  private static final Pattern USER_OF_ORACLE =
      Pattern.compile("(?i)(jdbc:oracle:\\w+:)[^\\s/@]+/[^\\s@]+@");
  private static final Pattern ASSIGNED =
      Pattern.compile("(?i)(" + NAME + GIVEN + ")(?:" + QUOTED + "|" + PLAIN + ")");
  private static final Pattern FOLLOWING =
      Pattern.compile("(?i)(" + NAME + "\\s+)(?:" + QUOTED + ")");

  /**
   * The pattern for {@code spark.redaction.regex}: properties whose key or value it finds are not
   * shown.
   */
  public static final String OF_PROPERTIES = "(?i)" + SECRET + "|" + USER;

  /**
   * The pattern for {@code spark.redaction.string.regex}: parts of plans that it finds are not
   * shown.
   */
  public static final String OF_PLANS = USER + "|(?i)" + NAME + GIVEN + "[^\\s,;&)\\]}]+";

  private Redaction() {}

  /** A text without the secrets in it, as far as they can be told. */
  public static String text(String text) {
    String withoutUsers = USER_OF_URI.matcher(text).replaceAll("://" + REDACTED + "@");
    String withoutOracle = USER_OF_ORACLE.matcher(withoutUsers).replaceAll("$1" + REDACTED + "@");
    String withoutPairs = ASSIGNED.matcher(withoutOracle).replaceAll("$1" + REDACTED);
    return FOLLOWING.matcher(withoutPairs).replaceAll("$1" + REDACTED);
  }

  /** The value of a setting, or of an entry of one, without secrets. */
  static Object value(String key, Object value) {
    if (value instanceof Map<?, ?> pairs) {
      Map<String, Object> shown = new LinkedHashMap<>();
      pairs.forEach((name, one) -> shown.put(name.toString(), value(name.toString(), one)));
      return shown;
    }
    if (value instanceof String text) {
      return KEY.matcher(key).find() ? REDACTED : text(text);
    }
    return value;
  }
}
