package org.sparknmf.app.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long each phase of a run takes. At each moment one phase is on, the innermost; so the times
 * of all add up to the time that has passed since the run was asked for.
 */
public final class Phases {
  /** From the first line of the entrance script, or the start of the JVM, to the program's own. */
  public static final String JVM = "jvm";

  /** What the command does outside of all other phases. */
  public static final String COMMAND = "command";

  /** The start of a Spark session. */
  public static final String SPARK = "spark";

  /** A look at the beginning of the input: what format it has, and which fields. */
  public static final String RECOGNITION = "recognition";

  /** From the whole result on: its publication, the end of the session, the last lines. */
  public static final String EXIT = "exit";

  private static final double NANOS_PER_SECOND = 1e9;

  private final LongSupplier nanos;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Map<String, Double> timings = new LinkedHashMap<>();
  private String current = COMMAND;
  private long since;

  /**
   * Phases of a run whose program starts now.
   *
   * @param nanos a clock, in nanoseconds from any moment on
   * @param before seconds that have passed since the run was asked for
   */
  Phases(LongSupplier nanos, double before) {
    this.nanos = nanos;
    this.since = nanos.getAsLong();
    timings.put(JVM, before);
  }

  /** Phases of a run that the program begins with, by the clock of this JVM. */
  public static Phases after(double before) {
    return new Phases(System::nanoTime, before);
  }

  /** Runs and times a phase of the work. */
  public <T> T time(String phase, Supplier<T> work) {
    long began = nanos.getAsLong();
    try {
      return within(phase, work);
    } finally {
      seconds.merge(phase, (nanos.getAsLong() - began) / NANOS_PER_SECOND, Double::sum);
    }
  }

  /** Runs and times a phase of the work that gives nothing back. */
  public void run(String phase, Runnable work) {
    time(
        phase,
        () -> {
          work.run();
          return phase;
        });
  }

  /** Runs a phase that is no work of its own to {@link #seconds}, perhaps a part of one. */
  public <T> T within(String phase, Supplier<T> work) {
    String outer = current;
    enter(phase);
    try {
      return work.get();
    } finally {
      enter(outer);
    }
  }

  /** Ends the phase that is on and begins another. */
  public void enter(String phase) {
    long now = nanos.getAsLong();
    timings.merge(current, (now - since) / NANOS_PER_SECOND, Double::sum);
    since = now;
    current = phase;
  }

  /** Tells a part of a phase apart. */
  public void part(String phase, String part, double partSeconds) {
    for (Map<String, Double> each : List.of(seconds, timings)) {
      each.merge(phase, -partSeconds, Double::sum);
      each.merge(part, partSeconds, Double::sum);
    }
  }

  /** Wall-clock seconds of the phases of the work, in order. */
  public Map<String, Double> seconds() {
    return Collections.unmodifiableMap(seconds);
  }

  /** Wall-clock seconds of all phases up to now, in order. */
  public Map<String, Double> timings() {
    enter(current);
    return new LinkedHashMap<>(timings);
  }
}
