package org.sparknmf.io.read.asked;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What separates the fields of delimited text.
 *
 * @param text the characters; a blank stands for runs of blanks and tabs; empty where the lines
 *     decide
 */
public record Delimiter(String text) implements Serializable {
  /** Decided by the first lines, see {@code DelimiterGuess}. */
  public static final Delimiter AUTO = new Delimiter("");

  public static final Delimiter COMMA = new Delimiter(",");
  public static final Delimiter TAB = new Delimiter("\t");
  public static final Delimiter SEMICOLON = new Delimiter(";");
  public static final Delimiter PIPE = new Delimiter("|");

  /** What MovieLens puts between fields. */
  public static final Delimiter COLONS = new Delimiter("::");

  /** A run of blanks or tabs. */
  public static final Delimiter SPACE = new Delimiter(" ");

  /** Fields may hold letters and digits, and quotes around them. */
  private static final Pattern NO_DELIMITER = Pattern.compile("[\\p{L}\\p{N}\"\\r\\n]");

  private static final Map<String, Delimiter> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("auto", AUTO);
    WORDS.put("comma", COMMA);
    WORDS.put("tab", TAB);
    WORDS.put("semicolon", SEMICOLON);
    WORDS.put("space", SPACE);
    WORDS.put("pipe", PIPE);
  }

  /** The words that stand for some of them. */
  public static String[] words() {
    return WORDS.keySet().toArray(String[]::new);
  }

  /** The delimiter of a word, or the characters themselves; empty if they can be none. */
  public static Optional<Delimiter> parse(String text) {
    if (WORDS.containsKey(text)) {
      return Optional.of(WORDS.get(text));
    }
    String symbols = text.equals("\\t") ? "\t" : text;
    return symbols.isEmpty() || NO_DELIMITER.matcher(symbols).find()
        ? Optional.empty()
        : Optional.of(new Delimiter(symbols));
  }

  /** Its word, or the characters in quotes. */
  public String describe() {
    return WORDS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(this))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("'" + text + "'");
  }
}
