package org.sparknmf.engine.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Work on the driver beside that of the thread that starts it. Closing waits for its end. */
public final class WorkBeside implements AutoCloseable {
  private final ExecutorService pool;
  private final List<Future<?>> started = new ArrayList<>();

  /** Work on so many threads at a time. */
  public WorkBeside(int threads) {
    this.pool = DriverThreads.pool(threads, "nmf-beside");
  }

  /** Starts some work as soon as a thread is free; Spark jobs of it have this thread's label. */
  public void start(Runnable work) {
    started.add(pool.submit(work));
  }

  /** Waits until all is done; fails as the first failed that was started. */
  public void join() {
    for (Future<?> work : started) {
      try {
        work.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for work beside", e);
      } catch (ExecutionException e) {
        throw asItWas(e.getCause());
      }
    }
  }

  private static RuntimeException asItWas(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("work beside failed", failure);
  }

  /** Waits, whatever it comes to: nothing goes on behind the back of who closes it. */
  @Override
  public void close() {
    pool.shutdown();
    boolean wasInterrupted = false;
    for (Future<?> work : started) {
      while (!work.isDone()) {
        try {
          work.get();
        } catch (InterruptedException e) {
          wasInterrupted = true;
        } catch (ExecutionException e) {
          // Told by join, unless something else failed first.
          break;
        }
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
