package org.sparknmf.app.bench;

/** Seconds of work that is done several times. */
final class Repeated {
  private static final int RUNS = 5;

  /** Code is being compiled while they run. */
  private static final int UNCOUNTED = 2;

  private Repeated() {}

  /** The median of five, after two that do not count. */
  static double median(Runnable work) {
    return seconds(UNCOUNTED, RUNS, work).median();
  }

  /** The times of some runs, after others that do not count. */
  static Spread seconds(int uncounted, int runs, Runnable work) {
    double[] seconds = new double[runs];
    for (int run = -uncounted; run < runs; run++) {
      long start = System.nanoTime();
      work.run();
      if (run >= 0) {
        seconds[run] = (System.nanoTime() - start) / 1e9;
      }
    }
    return Spread.of(seconds);
  }
}
