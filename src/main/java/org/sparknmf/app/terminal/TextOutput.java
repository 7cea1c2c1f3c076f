package org.sparknmf.app.terminal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Results for people: whatever is in them cannot play tricks on a terminal. */
public final class TextOutput extends PrintStream {
  private final boolean colours;

  /** Prints in UTF-8. */
  public TextOutput(OutputStream out, Look look) {
    super(out, true, StandardCharsets.UTF_8);
    this.colours = look.colours();
  }

  @Override
  public void print(Object text) {
    print(String.valueOf(text));
  }

  /** Prints a text; all other ways to print one end here. */
  @Override
  public void print(String text) {
    String all = String.valueOf(text);
    super.print(colours ? Printable.coloured(all) : Printable.lines(all));
  }
}
