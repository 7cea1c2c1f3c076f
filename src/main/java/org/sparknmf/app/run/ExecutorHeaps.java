package org.sparknmf.app.run;

import java.util.OptionalLong;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.ExecutorMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import scala.collection.Iterator;

/** The fullest heap of an executor apart from the driver, as their heartbeats tell. */
public final class ExecutorHeaps extends SparkListener implements AutoCloseable {
  private static final String DRIVER = "driver";

  private final SparkContext context;
  private long peak;

  private ExecutorHeaps(SparkContext context) {
    this.context = context;
  }

  /** Measures from here on. */
  public static ExecutorHeaps start(SparkContext context) {
    ExecutorHeaps heaps = new ExecutorHeaps(context);
    context.addSparkListener(heaps);
    return heaps;
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate heartbeat) {
    if (heartbeat.execId().equals(DRIVER)) {
      return;
    }
    // By Scala's own iterator: the converters for Java moved between Scala 2.12 and 2.13.
    Iterator<ExecutorMetrics> updates = heartbeat.executorUpdates().valuesIterator();
    while (updates.hasNext()) {
      peak = Math.max(peak, updates.next().getMetricValue("JVMHeapMemory"));
    }
  }

  /** Bytes in use, garbage included; empty where no executor has told. */
  public synchronized OptionalLong peak() {
    return peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak);
  }

  @Override
  public void close() {
    context.removeSparkListener(this);
  }
}
