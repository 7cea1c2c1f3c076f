package org.sparknmf.app.terminal;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.sparknmf.app.settings.Redaction;

/** Standard error: what a person or a log should see that is no result. */
public final class Console {
  private static final String START_OF_LINE = "\r\u001b[K";
  private static final String DO_NOT_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  /** How a line of progress follows the one before it. */
  public enum Style {
    /** Each line of progress stands below the one before. */
    LINES,
    /** Each line of progress replaces the one before, as a terminal allows. */
    REWRITTEN
  }

  private final PrintStream err;
  private final Style style;
  private boolean lineIsOpen;

  public Console(PrintStream err, Style style) {
    this.err = err;
    this.style = style;
  }

  /** The style for this process: rewritten on a terminal that can do so, for who wants it brief. */
  public static Style style(boolean verbose, Map<String, String> environment) {
    boolean able = !environment.getOrDefault("TERM", "dumb").equals("dumb");
    return able && !verbose && Look.isTerminal(2) ? Style.REWRITTEN : Style.LINES;
  }

  /** One line. */
  public synchronized void say(String line) {
    closeLine();
    err.println(safe(line));
  }

  /** One line that asks for attention. */
  public void warn(String line) {
    say("spark-nmf: warning: " + line);
  }

  /** A line of progress; on a terminal it takes the place of the one before. */
  synchronized void progress(String line) {
    if (style == Style.LINES) {
      err.println(safe(line));
      return;
    }
    err.print(START_OF_LINE + DO_NOT_WRAP + safe(line) + WRAP);
    err.flush();
    lineIsOpen = true;
  }

  /** The stack trace, for developers. */
  public synchronized void trace(Throwable thrown) {
    closeLine();
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    err.print(safe(trace.toString()));
    err.flush();
  }

  /** Logs are kept, and terminals obey: no secrets, no control characters. */
  private static String safe(String text) {
    return Printable.lines(Redaction.text(text));
  }

  private void closeLine() {
    if (lineIsOpen) {
      err.println();
      lineIsOpen = false;
    }
  }
}
