package org.sparknmf.engine.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/** Remembers what was persisted and broadcast, and releases what is left when it closes. */
public final class SparkScope implements AutoCloseable {
  private final JavaSparkContext context;

  /** The persisted RDDs by id: each call on a JavaRDD may give another wrapper of one RDD. */
  private final Map<Integer, JavaRDD<?>> persisted = new LinkedHashMap<>();

  private final List<Runnable> others = new ArrayList<>();
  private final Set<Broadcast<?>> broadcasts = new LinkedHashSet<>();

  /** An empty scope. */
  public SparkScope(JavaSparkContext context) {
    this.context = context;
  }

  /** The context that everything in this scope belongs to. */
  public JavaSparkContext context() {
    return context;
  }

  /** Marks an RDD to be kept, under a name that the Spark UI shows. */
  public <T> JavaRDD<T> persist(JavaRDD<T> rdd, String name, StorageLevel level) {
    rdd.setName(name).persist(level);
    persisted.put(rdd.id(), rdd);
    return rdd;
  }

  /** Sends a value to the executors. */
  public <T> Broadcast<T> broadcast(T value) {
    Broadcast<T> broadcast = context.broadcast(value);
    broadcasts.add(broadcast);
    return broadcast;
  }

  /** Has something done when the scope closes, before anything else is released. */
  public void onClose(Runnable release) {
    others.add(release);
  }

  public void release(JavaRDD<?> rdd) {
    if (persisted.remove(rdd.id()) != null) {
      rdd.unpersist(false);
    }
  }

  /** Removes what a job has shuffled for an RDD; should it be needed again, it is made again. */
  public static void forgetShuffle(JavaRDD<?> rdd) {
    rdd.rdd().cleanShuffleDependencies(false);
  }

  /**
   * Releases a broadcast and returns when no machine holds it any more, so that its memory is free.
   */
  public void releaseAtOnce(Broadcast<?> broadcast) {
    if (broadcasts.remove(broadcast)) {
      broadcast.destroy(true);
    }
  }

  public void release(Broadcast<?> broadcast) {
    if (broadcasts.remove(broadcast)) {
      broadcast.destroy();
    }
  }

  @Override
  public void close() {
    others.forEach(Runnable::run);
    others.clear();
    if (!context.sc().isStopped()) {
      List.copyOf(persisted.values()).forEach(this::release);
      Set.copyOf(broadcasts).forEach(this::release);
    }
  }
}
