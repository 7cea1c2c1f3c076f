package io.github.sparknmf.engine;

import org.apache.spark.api.java.JavaSparkContext;

/**
 * What there is to work with.
 *
 * @param driverCores cores of the driver
 * @param driverHeap largest heap of the driver in bytes
 * @param clusterCores cores that Spark runs tasks on
 */
public record Resources(int driverCores, long driverHeap, int clusterCores) {

  /** Of this JVM and the cluster behind it. */
  public static Resources of(JavaSparkContext context) {
    Runtime runtime = Runtime.getRuntime();
    int clusterCores = context.defaultParallelism();
    String master = context.master();
    // In local mode the user says how many of the machine's cores are to be used.
    int cores = runtime.availableProcessors();
    int driverCores = master.startsWith("local") ? Math.min(clusterCores, cores) : cores;
    return new Resources(driverCores, runtime.maxMemory(), clusterCores);
  }
}
