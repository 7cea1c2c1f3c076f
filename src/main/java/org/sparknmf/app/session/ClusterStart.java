package org.sparknmf.app.session;

import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;

/** Waits for the executors of a cluster, which come one by one after Spark has started. */
public final class ClusterStart {
  private static final long POLL_MILLIS = 200;
  private static final int QUIET_POLLS = 10;
  private static final int MOST_POLLS = 150;

  private ClusterStart() {}

  /** Waits until no executor has come for two seconds, at most for half a minute. */
  public static void await(JavaSparkContext context) throws InterruptedException {
    if (context.isLocal()) {
      return;
    }
    int known = 0;
    int quiet = 0;
    for (int poll = 0; poll < MOST_POLLS && (known == 0 || quiet < QUIET_POLLS); poll++) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      // The driver is among them.
      int now = context.sc().statusTracker().getExecutorInfos().length - 1;
      quiet = now == known ? quiet + 1 : 0;
      known = now;
    }
  }
}
