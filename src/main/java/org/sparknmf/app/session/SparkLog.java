package org.sparknmf.app.session;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.spark.SparkConf;

/** How much of Spark's log the user sees. */
public final class SparkLog {
  private SparkLog() {}

  /** Errors alone, unless a user asks for more: where no session does it. */
  public static void quietUnless(boolean verbose) {
    if (!verbose) {
      quiet();
    }
  }

  /** Errors alone. */
  static void quiet() {
    show(Level.ERROR);
  }

  /** Shows all that Spark usually logs. */
  static void verbose() {
    show(Level.INFO);
  }

  /**
   * Sets the level of the log, not by {@code spark.log.level} or {@code setLogLevel}, which come
   * after a page of log. Spark must have set its log up before, or it would undo this when it does.
   */
  private static void show(Level level) {
    new SparkConf(false).initializeLogIfNecessary(false, true);
    // spark-submit loads this class by another loader than Spark's, which may have a context apart.
    LoggerContext log =
        (LoggerContext) LogManager.getContext(SparkConf.class.getClassLoader(), false);
    log.getConfiguration().getRootLogger().setLevel(level);
    log.updateLoggers();
  }
}
