package org.sparknmf.select.trial;

/** Watches trials, and may end them. */
public interface TrialListener {

  /**
   * Errors were looked at.
   *
   * @param iteration updates so far
   * @param running trials that go on
   * @param ended trials that are done
   */
  void onCheck(int iteration, int running, int ended);

  /** Whether there is no time left: trials end as they are. */
  boolean isOver();

  /** A listener that does not watch; the time ends {@code seconds} seconds from now. */
  static TrialListener until(double seconds) {
    long began = System.nanoTime();
    return new TrialListener() {
      @Override
      public void onCheck(int iteration, int running, int ended) {
        // Nobody watches.
      }

      @Override
      public boolean isOver() {
        return (System.nanoTime() - began) / 1e9 > seconds;
      }
    };
  }
}
