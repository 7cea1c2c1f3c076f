package org.sparknmf.app.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long each phase of a run took. */
public final class Phases {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Map<String, Double> seconds = new LinkedHashMap<>();

  /** Runs and times a phase. */
  public <T> T time(String phase, Supplier<T> work) {
    long began = System.nanoTime();
    try {
      return work.get();
    } finally {
      seconds.merge(phase, (System.nanoTime() - began) / NANOS_PER_SECOND, Double::sum);
    }
  }

  /** Runs and times a phase that gives nothing back. */
  public void run(String phase, Runnable work) {
    time(
        phase,
        () -> {
          work.run();
          return phase;
        });
  }

  /** Tells a part of a phase apart. */
  public void part(String phase, String part, double partSeconds) {
    seconds.merge(phase, -partSeconds, Double::sum);
    seconds.merge(part, partSeconds, Double::sum);
  }

  /** Wall-clock seconds by phase, in order. */
  public Map<String, Double> seconds() {
    return Collections.unmodifiableMap(seconds);
  }
}
