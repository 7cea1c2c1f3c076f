package org.sparknmf.app.select;

import java.util.Locale;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.select.trial.TrialListener;

/** Tells how far the trials are, and when their time is over. */
final class SelectionReport implements TrialListener {
  private static final double NANOS_PER_SECOND = 1e9;

  private final CommandContext context;
  private final double seconds;
  private final long began = System.nanoTime();

  /**
   * A report.
   *
   * @param seconds after which no further iteration begins
   */
  SelectionReport(CommandContext context, double seconds) {
    this.context = context;
    this.seconds = seconds;
  }

  @Override
  public void onCheck(int iteration, int running, int ended) {
    context
        .console()
        .say(
            String.format(
                Locale.ROOT,
                "iteration %d: %d fits go on, %d have settled, %.1f s",
                iteration,
                running,
                ended,
                elapsed()));
  }

  @Override
  public boolean isOver() {
    return elapsed() > seconds;
  }

  private double elapsed() {
    return (System.nanoTime() - began) / NANOS_PER_SECOND;
  }
}
