package org.sparknmf.app.command;

import java.util.Optional;
import org.apache.hadoop.service.launcher.IrqHandler;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.app.terminal.Console;
import org.sparknmf.engine.savepoint.StopRequest;
import org.sparknmf.engine.savepoint.StoppedException;

/**
 * What becomes of a run when a signal asks it to end. A fit saves its factors after the iteration
 * that it is in; all else is broken off. A user who does not wait for that sends a second signal.
 */
public final class Interruption {
  /**
   * How long a run may take to end: a sender of a signal usually sends a hard one after some time.
   */
  private static final long PATIENCE_MILLIS = 10_000;

  private static final String HANGUP = "HUP";

  private final Console console;
  private final StopRequest stop = new StopRequest();
  private boolean ownsProcess;
  private volatile ExitCode received;
  private volatile boolean stopsByItself;
  private volatile Optional<Runnable> cancel = Optional.empty();
  private volatile Runnable farewell = () -> {};

  public Interruption(Console console) {
    this.console = console;
  }

  /** Says that the process is there for this run alone, whose signals are its own. */
  public void ownProcess() {
    ownsProcess = true;
  }

  /** Begins to handle the signals that are sent to this process, if it is there for this run. */
  public void watchSignals() {
    if (!ownsProcess) {
      return;
    }
    watch(IrqHandler.CONTROL_C, ExitCode.INTERRUPTED);
    watch(IrqHandler.SIGTERM, ExitCode.TERMINATED);
    try {
      // A terminal that closes; under nohup the JVM goes on ignoring it.
      watch(HANGUP, ExitCode.TERMINATED);
    } catch (IllegalArgumentException e) {
      // Not every system has it.
      return;
    }
  }

  private void watch(String signal, ExitCode code) {
    new IrqHandler(signal, data -> signalled(code)).bind();
  }

  /** The request to stop that a signal makes. */
  public StopRequest stop() {
    return stop;
  }

  /** Whether the work at hand looks at {@link #stop} in good time and need not be broken off. */
  public void leaveToWork(boolean stops) {
    stopsByItself = stops;
  }

  /**
   * How a run is broken off.
   *
   * @param cancelling makes what the main thread waits for fail
   * @param last is done if that is of no avail
   */
  public void breakBy(Runnable cancelling, Runnable last) {
    cancel = Optional.of(cancelling);
    farewell = last;
  }

  /** The signal that came, as an exit code. */
  Optional<ExitCode> received() {
    return Optional.ofNullable(received);
  }

  /** Why a command did not do what it was asked: all trouble after a signal comes from it. */
  public Failure explain(Throwable thrown) {
    if (received == null) {
      return Failure.of(thrown);
    }
    return thrown instanceof StoppedException saved
        ? Failure.interrupted(received, saved.getMessage())
        : Failure.interrupted(received);
  }

  /** What a signal does. */
  void signalled(ExitCode code) {
    if (received != null) {
      sayFarewell();
      Runtime.getRuntime().halt(received.number());
    }
    received = code;
    stop.make();
    if (stopsByItself) {
      console.say("stopping after this iteration; a second signal stops at once");
      return;
    }
    Thread breaking = new Thread(this::breakOff, "spark-nmf-stop");
    breaking.setDaemon(true);
    breaking.start();
  }

  private void breakOff() {
    try {
      if (cancel.isPresent()) {
        cancel.get().run();
        Thread.sleep(PATIENCE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sayFarewell();
    System.exit(received.number());
  }

  private void sayFarewell() {
    farewell.run();
    console.say(Failure.interrupted(received).line());
  }
}
