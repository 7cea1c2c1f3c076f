package org.sparknmf.app.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints where the seconds of a run went. */
public final class Timings {
  private Timings() {}

  /** A heading, a line for each phase, their sum. */
  public static List<String> lines(Map<String, Double> seconds) {
    List<String> lines = new ArrayList<>(List.of("seconds:"));
    seconds.forEach((phase, some) -> lines.add(line(phase, some)));
    lines.add(line("total", seconds.values().stream().mapToDouble(Double::doubleValue).sum()));
    return lines;
  }

  private static String line(String phase, double seconds) {
    return String.format(Locale.ROOT, "  %-12s %8.2f", phase, seconds);
  }
}
