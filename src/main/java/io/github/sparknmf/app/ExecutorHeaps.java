package io.github.sparknmf.app;

import java.util.OptionalLong;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.ExecutorMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import scala.jdk.javaapi.CollectionConverters;

/** The fullest heap of an executor apart from the driver, as their heartbeats tell. */
final class ExecutorHeaps extends SparkListener implements AutoCloseable {
  private static final String DRIVER = "driver";

  private final SparkContext context;
  private long peak;

  private ExecutorHeaps(SparkContext context) {
    this.context = context;
  }

  /** Measures from here on. */
  static ExecutorHeaps start(SparkContext context) {
    ExecutorHeaps heaps = new ExecutorHeaps(context);
    context.addSparkListener(heaps);
    return heaps;
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate heartbeat) {
    if (heartbeat.execId().equals(DRIVER)) {
      return;
    }
    for (ExecutorMetrics metrics :
        CollectionConverters.asJava(heartbeat.executorUpdates()).values()) {
      peak = Math.max(peak, metrics.getMetricValue("JVMHeapMemory"));
    }
  }

  /** Bytes in use, garbage included; empty where no executor has told. */
  synchronized OptionalLong peak() {
    return peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak);
  }

  @Override
  public void close() {
    context.removeSparkListener(this);
  }
}
