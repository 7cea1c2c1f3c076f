package org.sparknmf.app.settings;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sparknmf.text.Json;

/**
 * The secrets that this process was given, where they can be told: messages of others, in which
 * nothing says where a secret begins and ends, are shown without them.
 */
final class KnownSecrets {
  /** Short words are parts of many texts, which nobody could read without them. */
  private static final Pattern TOO_PLAIN = Pattern.compile(".{0,5}|[A-Za-z]{0,9}|[0-9]{0,7}");

  private static final Pattern QUOTED = Pattern.compile("'.*'|\".*\"|\\{.*}", Pattern.DOTALL);

  /** A command is given a few; a process that runs command after command forgets the oldest. */
  private static final int MOST_FORMS = 256;

  private final Set<String> forms = new LinkedHashSet<>();
  private List<String> longestFirst = List.of();

  /** Takes a secret in, as it may be spelled in a URI, in JSON and in SQL. */
  synchronized void add(String secret) {
    String bare =
        QUOTED.matcher(secret).matches() ? secret.substring(1, secret.length() - 1) : secret;
    String encoded = URLEncoder.encode(bare, StandardCharsets.UTF_8);
    String json = Json.line(bare);
    Stream<String> spellings =
        Stream.of(
            bare,
            encoded,
            encoded.replace("+", "%20"),
            decoded(bare),
            json.substring(1, json.length() - 1),
            bare.replace("'", "''"),
            bare.replace("''", "'"));
    spellings
        .filter(form -> !TOO_PLAIN.matcher(form).matches() && !form.contains(Redaction.REDACTED))
        .filter(forms::add)
        .forEach(form -> forgetOldest());
    longestFirst =
        forms.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  private void forgetOldest() {
    if (forms.size() > MOST_FORMS) {
      forms.remove(forms.iterator().next());
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // It has a percent sign of its own.
      return text;
    }
  }

  /** A text without them. */
  synchronized String without(String text) {
    String left = text;
    for (String secret : longestFirst) {
      left = left.replace(secret, Redaction.REDACTED);
    }
    return left;
  }
}
