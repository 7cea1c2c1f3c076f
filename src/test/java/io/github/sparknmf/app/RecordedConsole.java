package io.github.sparknmf.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A console for tests that remembers what was written to it. */
final class RecordedConsole {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Console console;

  RecordedConsole(Console.Style style) {
    console = new Console(new PrintStream(bytes, true, StandardCharsets.UTF_8), style);
  }

  Console console() {
    return console;
  }

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
