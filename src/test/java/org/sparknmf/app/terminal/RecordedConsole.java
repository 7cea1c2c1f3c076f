package org.sparknmf.app.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A console for tests that remembers what was written to it. */
public final class RecordedConsole {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Console console;

  public RecordedConsole(Console.Style style) {
    console = new Console(new PrintStream(bytes, true, StandardCharsets.UTF_8), style);
  }

  public Console console() {
    return console;
  }

  public String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
