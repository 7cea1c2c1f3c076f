package org.sparknmf.app.bench;

import java.util.Arrays;
import java.util.Collections;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** The time below which no Spark job can get. */
final class EmptyJobs {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int WARM_UP = 150;
  private static final int COUNTED = 51;

  private EmptyJobs() {}

  /** Seconds of each of some jobs of so many tasks that do nothing. */
  static double[] seconds(JavaSparkContext context, int tasks) {
    JavaRDD<Integer> nothing = context.parallelize(Collections.nCopies(tasks, 0), tasks);
    double[] seconds = new double[WARM_UP + COUNTED];
    for (int job = 0; job < seconds.length; job++) {
      long began = System.nanoTime();
      nothing.foreachPartition(part -> {});
      seconds[job] = (System.nanoTime() - began) / NANOS_PER_SECOND;
    }
    return Arrays.copyOfRange(seconds, WARM_UP, seconds.length);
  }
}
