package org.sparknmf.app.run;

import org.apache.hadoop.conf.Configuration;

/** What is known of Hadoop where no Spark session is. */
public final class HadoopProperties {
  private static final String PREFIX = "spark.hadoop.";

  private HadoopProperties() {}

  /** Hadoop's own files, and what spark-submit was told beside them. */
  public static Configuration configuration() {
    Configuration hadoop = new Configuration();
    System.getProperties()
        .forEach(
            (key, value) -> {
              if (key instanceof String name && name.startsWith(PREFIX)) {
                hadoop.set(name.substring(PREFIX.length()), String.valueOf(value));
              }
            });
    return hadoop;
  }
}
