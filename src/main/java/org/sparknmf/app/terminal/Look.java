package org.sparknmf.app.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How results for people look.
 *
 * @param unicode whether blocks may be drawn; else signs of ASCII
 * @param colours whether the terminal shows colours and is wanted to
 */
public record Look(boolean unicode, boolean colours) {
  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String FAINT = "\u001b[2m";
  private static final String ACCENT = "\u001b[36m";

  /** The sequences that {@link TextOutput} lets pass where there are colours. */
  static final Pattern SEQUENCES =
      Pattern.compile(
          Stream.of(RESET, BOLD, FAINT, ACCENT)
              .map(Pattern::quote)
              .collect(Collectors.joining("|")));

  /** The look of standard output for this process. */
  public static Look of(Map<String, String> environment) {
    return new Look(isUnicode(environment), mayColour(environment) && isTerminal(1));
  }

  /** The look of what is no terminal. */
  public static Look plain(Map<String, String> environment) {
    return new Look(isUnicode(environment), false);
  }

  /** Whether colours are allowed, where there is a terminal: see no-color.org. */
  static boolean mayColour(Map<String, String> environment) {
    return !environment.getOrDefault("TERM", "dumb").equals("dumb")
        && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** Whether the first variable that decides about characters says UTF-8; yes where none does. */
  static boolean isUnicode(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(environment::get)
        .filter(Objects::nonNull)
        .filter(locale -> !locale.isEmpty())
        .findFirst()
        .map(locale -> locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8"))
        .orElse(true);
  }

  /**
   * Java tells whether standard input and output are a terminal, and from 22 on not even that; the
   * file behind the descriptor tells the rest, where the system shows it.
   */
  @SuppressWarnings("SystemConsoleNull")
  static boolean isTerminal(int descriptor) {
    Path file = Path.of("/proc/self/fd/" + descriptor);
    try {
      return System.console() != null
          && (!Files.exists(file) || file.toRealPath().startsWith("/dev"));
    } catch (IOException e) {
      return false;
    }
  }

  /** A text that stands out. */
  public String bold(String text) {
    return in(BOLD, text);
  }

  /** A text that steps back. */
  public String faint(String text) {
    return in(FAINT, text);
  }

  /** A drawing among texts. */
  public String accent(String text) {
    return in(ACCENT, text);
  }

  private String in(String colour, String text) {
    return colours ? colour + text + RESET : text;
  }
}
