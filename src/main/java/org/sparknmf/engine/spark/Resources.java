package org.sparknmf.engine.spark;

import org.apache.spark.api.java.JavaSparkContext;

/**
 * What there is to work with.
 *
 * @param driverCores cores of the driver
 * @param driverHeap largest heap of the driver in bytes
 * @param clusterCores cores that Spark runs tasks on
 * @param executors number of executors; 0 in local mode, where the driver is the only one
 * @param executorHeap largest heap of an executor in bytes
 */
public record Resources(
    int driverCores, long driverHeap, int clusterCores, int executors, long executorHeap) {
  /** The share of a heap that may be what cannot go to disk, where X and W can. */
  public static final double CLUSTER_SHARE = 0.65;

  private static final String EXECUTOR_MEMORY = "spark.executor.memory";

  /** The resources of this JVM and the cluster behind it. */
  public static Resources of(JavaSparkContext context) {
    Runtime runtime = Runtime.getRuntime();
    int clusterCores = context.defaultParallelism();
    int cores = runtime.availableProcessors();
    long heap = runtime.maxMemory();
    if (context.isLocal()) {
      // In local mode the user says how many of the machine's cores are to be used.
      return new Resources(Math.min(clusterCores, cores), heap, clusterCores, 0, heap);
    }
    int executors = Math.max(1, context.sc().statusTracker().getExecutorInfos().length - 1);
    long executorHeap = context.getConf().getSizeAsBytes(EXECUTOR_MEMORY, "1g");
    return new Resources(cores, heap, clusterCores, executors, executorHeap);
  }

  /**
   * Bytes of the largest factor that can be the same in all machines: the driver holds it before
   * and after an update, with the sums between.
   */
  public double largestSharedFactor() {
    double most =
        isLocal()
            ? CLUSTER_SHARE * driverHeap / 4
            : CLUSTER_SHARE * Math.min(driverHeap / 3.0, (double) executorHeap);
    return Math.min(most, 8.0 * (Integer.MAX_VALUE - 8L));
  }

  /** Whether tasks run in the driver's JVM. */
  public boolean isLocal() {
    return executors == 0;
  }

  /** Tasks that run in one executor at a time. */
  public int coresPerExecutor() {
    return Math.max(1, clusterCores / Math.max(1, executors));
  }
}
