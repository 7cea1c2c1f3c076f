package org.sparknmf.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The limit of all waiting in tests, far beyond what a busy machine takes: it ends a test that
 * would never end, and is no measure of speed.
 */
public final class Patience {
  /** The limit for {@code @Timeout}. */
  public static final int MINUTES = 30;

  /** The same for some dozens of runs, one after the other. */
  public static final int MINUTES_OF_MANY = 12 * MINUTES;

  /** The limit for everything else. */
  public static final Duration LIMIT = Duration.ofMinutes(MINUTES);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private Patience() {}

  /** Looks again and again until something holds; past the limit the test fails. */
  public static void until(String what, BooleanSupplier holds) {
    long began = System.nanoTime();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - began > LIMIT.toNanos() || Thread.currentThread().isInterrupted()) {
        throw new AssertionError("waited in vain for: " + what);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
