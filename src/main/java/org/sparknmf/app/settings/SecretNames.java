package org.sparknmf.app.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What secrets are called, in options, properties, URIs and queries. */
final class SecretNames {
  /** Parts of names that mean a secret wherever they stand: Spark's own are among them. */
  static final String STRONG =
      "(?:secret|passw(?:or)?d|passphrase|passcode|pwd|token|credential|signature|authorization"
          + "|(?:access|account|api|private|shared|storage|encryption)[._-]?key)";

  /** Parts that mean one in the name of an option; in other texts they are parts of many words. */
  private static final Pattern ANY =
      Pattern.compile("(?i)pass|pwd|secret|token|key|credential|sas|sig|auth");

  private static final Pattern IN_TEXT = Pattern.compile("(?i)" + STRONG);
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");
  private static final Set<String> WORDS =
      Set.of("pass", "pwd", "pw", "key", "keys", "sas", "sig", "auth", "secret", "token");

  private SecretNames() {}

  /** Whether the value of an option of this name is one. */
  static boolean isOption(String name) {
    return ANY.matcher(name).find();
  }

  /** Whether a name means one by itself, among names that anybody may give. */
  static boolean isPlain(String name) {
    return isStrong(name)
        || Arrays.stream(BETWEEN_WORDS.split(name, -1))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .anyMatch(WORDS::contains);
  }

  /** Whether a name can mean nothing else. */
  static boolean isStrong(String name) {
    return IN_TEXT.matcher(name).find();
  }
}
