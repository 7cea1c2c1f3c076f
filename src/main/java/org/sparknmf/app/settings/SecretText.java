package org.sparknmf.app.settings;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of whole values by what the values are: a URI, a URL of JDBC, a query. Where a
 * value ends is known here, so that a secret may have blanks, quotes and slashes. Of two readings
 * the one prevails that shows less.
 *
 * @param found gets each secret that is taken out
 */
record SecretText(Consumer<String> found) {
  private static final String REDACTED = Redaction.REDACTED;
  private static final String QUOTED =
      "'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\"|\\{(?:[^}]|}})*}";
  private static final String END_OF_VALUE = "(?=[&;,()?]+\\s*[\\w.%-]+\\s*=|$)";
  private static final Pattern IS_JDBC = Pattern.compile("(?i)jdbc:.*", Pattern.DOTALL);
  private static final Pattern IS_URI = Pattern.compile("[A-Za-z][\\w+.:-]*://.*", Pattern.DOTALL);
  private static final Pattern ORACLE =
      Pattern.compile("(?i)(jdbc:oracle:\\w+:)([^@].*)@", Pattern.DOTALL);

  /** {@code ;password={a;b}}, {@code &sig=a%3D}: a key, and a value up to the next key. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "([?&;,(]\\s*)([\\w.%-]+)(\\s*=\\s*)(" + QUOTED + "|.*?)" + END_OF_VALUE, Pattern.DOTALL);

  /** Literals and quoted names of SQL. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\"|`(?:[^`]|``)*`", Pattern.DOTALL);

  /** What stands before a literal, if it is the value of something. */
  private static final Pattern NAME_BEFORE =
      Pattern.compile("([\\w.-]+|'[^']*'|\"[^\"]*\"|`[^`]*`)\\s*(=>?|:)?\\s*$");

  private static final Pattern OPTIONS_OPEN =
      Pattern.compile("(?is).*\\b(?:options|\\w*properties)\\s*\\((?:[^()]|\\([^()]*\\))*");
  private static final Pattern PORT = Pattern.compile("\\d+");
  private static final Pattern WITHOUT_PORTS =
      Pattern.compile("(?i)(?:s3[an]?|gs|oss|cosn?|wasbs?)");

  /** A value without its secrets. */
  String of(String value) {
    String text = value.strip();
    if (IS_JDBC.matcher(text).matches()) {
      return parameters(oracle(withoutUser(text, "/?#;,(")));
    }
    return IS_URI.matcher(text).matches()
        ? parameters(withoutUser(text, "/?#"))
        : withoutLiterals(value);
  }

  /** The value of an option, which may be a secret as a whole. */
  String of(String value, boolean isSecret) {
    if (!isSecret) {
      return of(value);
    }
    found.accept(value);
    return REDACTED;
  }

  private String oracle(String url) {
    Matcher user = ORACLE.matcher(url);
    if (!user.lookingAt()) {
      return url;
    }
    found.accept(user.group(2));
    found.accept(user.group(2).substring(user.group(2).indexOf('/') + 1));
    return user.group(1) + REDACTED + url.substring(user.end() - 1);
  }

  private String withoutUser(String uri, String endsAuthority) {
    int start = uri.indexOf("://") + 3;
    if (start < 3) {
      return uri;
    }
    String scheme = uri.substring(0, start - 3);
    String rest = uri.substring(start);
    return user(scheme, rest, endsAuthority)
        .map(
            user -> {
              found.accept(user);
              found.accept(user.substring(user.indexOf(':') + 1));
              return scheme + "://" + REDACTED + rest.substring(user.length());
            })
        .orElse(uri);
  }

  /** User and password: up to the last @ where there is a password, for it may have any sign. */
  private static Optional<String> user(String scheme, String rest, String endsAuthority) {
    int last = rest.lastIndexOf('@');
    if (last < 0) {
      return Optional.empty();
    }
    int end = 0;
    while (end < rest.length() && endsAuthority.indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String authority = rest.substring(0, end);
    int colon = authority.indexOf(':', authority.startsWith("[") ? authority.indexOf(']') : 0);
    if (authority.indexOf('@') >= 0) {
      int at = authority.lastIndexOf('@');
      return Optional.of(rest.substring(0, colon >= 0 && colon < at ? last : at));
    }
    boolean isPort =
        colon >= 0
            && PORT.matcher(authority.substring(colon + 1)).matches()
            && !WITHOUT_PORTS.matcher(scheme).matches();
    return colon < 0 || isPort ? Optional.empty() : Optional.of(rest.substring(0, last));
  }

  private String parameters(String url) {
    return PARAMETER
        .matcher(url)
        .replaceAll(
            one -> {
              if (!SecretNames.isOption(one.group(2))) {
                return Matcher.quoteReplacement(one.group());
              }
              found.accept(one.group(4));
              return Matcher.quoteReplacement(one.group(1) + one.group(2) + one.group(3))
                  + Matcher.quoteReplacement(REDACTED);
            });
  }

  private String withoutLiterals(String query) {
    Matcher literal = LITERAL.matcher(query);
    StringBuilder shown = new StringBuilder();
    StringBuilder skeleton = new StringBuilder();
    int from = 0;
    while (literal.find()) {
      shown.append(query, from, literal.start());
      skeleton.append(query, from, literal.start());
      shown.append(shownLiteral(literal.group(), query.substring(0, literal.start()), skeleton));
      skeleton.append("''");
      from = literal.end();
    }
    return shown.append(query, from, query.length()).toString();
  }

  private String shownLiteral(String literal, String before, CharSequence skeleton) {
    String quote = literal.substring(0, 1);
    String content = literal.substring(1, literal.length() - 1);
    Matcher name = NAME_BEFORE.matcher(before);
    if (!quote.equals("`") && name.find() && isSecret(name, skeleton)) {
      found.accept(content);
      return REDACTED;
    }
    String inside = of(content);
    return inside.equals(content) ? literal : quote + inside + quote;
  }

  /** Names are those of options between the brackets of a list of options, and anybody's else. */
  private static boolean isSecret(Matcher name, CharSequence skeleton) {
    boolean isOption = name.group(2) == null || OPTIONS_OPEN.matcher(skeleton).matches();
    return isOption ? SecretNames.isOption(name.group(1)) : SecretNames.isPlain(name.group(1));
  }
}
