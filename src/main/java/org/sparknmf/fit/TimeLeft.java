package org.sparknmf.fit;

/** What is left of the time given for all attempts together. */
final class TimeLeft {
  private static final double NANOS_PER_SECOND = 1e9;

  /** A limit must be above 0; with this one, an attempt ends after its first iteration. */
  private static final double LEAST = 1e-9;

  private final double seconds;
  private final long began = System.nanoTime();

  TimeLeft(double seconds) {
    this.seconds = seconds;
  }

  /** Seconds left for the attempt that begins now. */
  double seconds() {
    return Math.max(LEAST, seconds - (System.nanoTime() - began) / NANOS_PER_SECOND);
  }

  boolean isOver() {
    return seconds() == LEAST;
  }
}
