package org.sparknmf.io.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows runs on other hosts that this one lives: it writes a file again and again, whose age they
 * see by the file system's own clock.
 */
final class Heartbeat implements AutoCloseable {
  /** The time from one sign of life to the next. */
  static final Duration EVERY = Duration.ofSeconds(10);

  /** The time without a sign of life after which a run is dead. */
  static final Duration DEAD_AFTER = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final WorkDirectory work;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread = new Thread(this::goOn, "spark-nmf-heartbeat");

  private Heartbeat(WorkDirectory work) {
    this.work = work;
  }

  /** Begins with a first sign, which must succeed. */
  static Heartbeat of(WorkDirectory work) throws IOException {
    work.beat();
    Heartbeat heartbeat = new Heartbeat(work);
    heartbeat.thread.setDaemon(true);
    heartbeat.thread.start();
    return heartbeat;
  }

  private void goOn() {
    try {
      while (!over.await(EVERY.toSeconds(), TimeUnit.SECONDS)) {
        beat();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() {
    try {
      work.beat();
    } catch (IOException e) {
      LOG.warn("cannot show that this run lives: {}", e.getMessage());
    }
  }

  /** Comes back when no sign is under way any more. */
  @Override
  public void close() {
    over.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
