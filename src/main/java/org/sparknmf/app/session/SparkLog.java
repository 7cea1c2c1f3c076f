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

  /** Nothing more: what is broken off fails, and a user who broke it off need not hear of it. */
  public static void silenceUnless(boolean verbose) {
    if (!verbose) {
      context().getConfiguration().getLoggers().values().forEach(log -> log.setLevel(Level.OFF));
      show(Level.OFF);
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
    LoggerContext log = context();
    log.getConfiguration().getRootLogger().setLevel(level);
    log.updateLoggers();
  }

  /**
   * spark-submit loads this class by another loader than Spark's, which may have a context apart.
   */
  private static LoggerContext context() {
    return (LoggerContext) LogManager.getContext(SparkConf.class.getClassLoader(), false);
  }
}
