package io.github.sparknmf.app;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees to the last line when a signal ends the process. The exit code, 130 or 143, is the JVM's
 * own.
 */
final class Interruption {
  private final AtomicBoolean over = new AtomicBoolean();
  private final Console console;

  Interruption(Console console) {
    this.console = console;
  }

  /** From now on, a signal to this process has the last line. */
  void watchSignals() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::signalled, "spark-nmf-signal"));
  }

  /** Declares the command over; false if a signal came first and has had the last line. */
  boolean finish() {
    return over.compareAndSet(false, true);
  }

  /** What the shutdown hook does: nothing if the command is over. */
  void signalled() {
    if (finish()) {
      console.say(Failure.INTERRUPTED.line());
    }
  }
}
