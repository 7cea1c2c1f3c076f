package org.sparknmf.io.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows other runs that this one lives: it writes files again and again, whose age they see by the
 * file system's own clock.
 */
final class Heartbeat implements AutoCloseable {
  /** The time from one sign of life to the next. */
  static final Duration EVERY = Duration.ofSeconds(10);

  /** The time in which there is a sign of whatever lives. */
  static final Duration MISSED = EVERY.plusSeconds(2);

  /** The time without a sign of life after which a run elsewhere is dead. */
  static final Duration DEAD_AFTER = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final List<Sign> signs = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread = new Thread(this::goOn, "spark-nmf-heartbeat");

  private Heartbeat() {}

  /** A sign of life. */
  @FunctionalInterface
  interface Sign {
    /** Gives it. */
    void give() throws IOException;
  }

  /** Begins with a first sign, which must succeed. */
  static Heartbeat of(Sign first) throws IOException {
    Heartbeat heartbeat = new Heartbeat();
    heartbeat.add(first);
    heartbeat.thread.setDaemon(true);
    heartbeat.thread.start();
    return heartbeat;
  }

  /** One more sign, which must succeed the first time. */
  void add(Sign sign) throws IOException {
    sign.give();
    signs.add(sign);
  }

  private void goOn() {
    try {
      while (!over.await(EVERY.toSeconds(), TimeUnit.SECONDS)) {
        signs.forEach(Heartbeat::give);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void give(Sign sign) {
    try {
      sign.give();
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
