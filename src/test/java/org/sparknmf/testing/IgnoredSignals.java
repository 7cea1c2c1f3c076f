package org.sparknmf.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The signals that this process, and so all that it starts, was told to ignore. */
public final class IgnoredSignals {
  private static final String IGNORED = "SigIgn:";
  private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  private IgnoredSignals() {}

  /**
   * Whether one of them is ignored: nohup does so with HUP, a shell with INT behind an ampersand.
   */
  public static boolean contain(String signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    long bit = 1L << (NUMBERS.get(signal) - 1);
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith(IGNORED))
            .map(line -> Long.parseUnsignedLong(line.substring(IGNORED.length()).strip(), 16))
            .anyMatch(ignored -> (ignored & bit) != 0);
  }
}
