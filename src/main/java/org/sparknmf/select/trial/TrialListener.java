package org.sparknmf.select.trial;

/** Who watches trials, and may end them. */
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

  /** Nobody watches; the time ends so many seconds from now. */
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
