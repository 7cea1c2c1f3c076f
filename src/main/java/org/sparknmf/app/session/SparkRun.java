package org.sparknmf.app.session;

import org.apache.spark.sql.SparkSession;

/**
 * A Spark session in use; closing stops it, unless it was there before.
 *
 * @param session the session
 * @param ours whether it was opened for this command
 */
public record SparkRun(SparkSession session, boolean ours) implements AutoCloseable {

  @Override
  public void close() {
    if (ours) {
      session.stop();
    }
  }
}
