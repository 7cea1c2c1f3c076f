package org.sparknmf.engine.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** A fixed number of threads that each do one share of a piece of work. */
public final class DriverThreads {
  private final int count;
  private final ExecutorService pool;

  public DriverThreads(int count) {
    this.count = count;
    this.pool = pool(count, "nmf-driver");
  }

  /** So many threads of a name, which keep no JVM from its end. */
  static ExecutorService pool(int count, String name) {
    return Executors.newFixedThreadPool(
        count,
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  public int count() {
    return count;
  }

  /** Runs the work of each thread, by its number; results in order of numbers. */
  public <T> List<T> map(IntFunction<T> work) {
    List<Callable<T>> shares = new ArrayList<>(count);
    for (int thread = 0; thread < count; thread++) {
      int number = thread;
      shares.add(() -> work.apply(number));
    }
    try {
      List<T> results = new ArrayList<>(count);
      for (Future<T> share : pool.invokeAll(shares)) {
        results.add(share.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while iterating", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException("a thread failed", e.getCause());
    }
  }

  public void close() {
    pool.shutdownNow();
  }
}
