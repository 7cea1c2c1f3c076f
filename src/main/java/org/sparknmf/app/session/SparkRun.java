package org.sparknmf.app.session;

import org.apache.spark.sql.SparkSession;

/** A Spark session in use; closing stops it, unless it was there before. */
public final class SparkRun implements AutoCloseable {
  private final SparkSession session;
  private final boolean ours;

  SparkRun(SparkSession session, boolean ours) {
    this.session = session;
    this.ours = ours;
  }

  public SparkSession session() {
    return session;
  }

  @Override
  public void close() {
    if (ours) {
      session.stop();
    }
  }
}
