package org.sparknmf.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The signal of a terminal that closes. */
public final class Hangup {
  private Hangup() {}

  /** Whether this process, and so all that it starts, was told to live on: nohup does so. */
  public static boolean isIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1) == 1);
  }
}
