package io.github.sparknmf.app.terminal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Results for people: whatever is in them cannot play tricks on a terminal. */
public final class TextOutput extends PrintStream {

  /** Prints in UTF-8. */
  public TextOutput(OutputStream out) {
    super(out, true, StandardCharsets.UTF_8);
  }

  @Override
  public void print(Object text) {
    print(String.valueOf(text));
  }

  /** All other ways to print a text come here. */
  @Override
  public void print(String text) {
    super.print(Printable.lines(String.valueOf(text)));
  }
}
