package org.sparknmf.select.trial;

/** Watches trials, and may end them. */
@FunctionalInterface
public interface TrialListener {

  /**
   * Errors were looked at.
   *
   * @param iteration updates so far
   * @param running trials that go on
   * @param ended trials that are done
   */
  default void onCheck(int iteration, int running, int ended) {
    // Most do not watch.
  }

  /** Whether there is no time left: trials end as they are. */
  boolean isOver();

  /** A listener that does not watch; the time ends {@code seconds} seconds from now. */
  static TrialListener until(double seconds) {
    long began = System.nanoTime();
    return () -> (System.nanoTime() - began) / 1e9 > seconds;
  }
}
