package org.sparknmf.app.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.sparknmf.solver.loop.Iteration;
import org.sparknmf.solver.loop.IterationListener;

/** Reports each iteration in one line, with an upper bound of the time left. */
public final class Progress implements IterationListener {
  private static final int WINDOW = 10;

  private final Console console;
  private final int maxIterations;
  private final Deque<Double> lastSeconds = new ArrayDeque<>();
  private double startError;
  private double lastError;

  /** A report of a run of at most so many iterations. */
  public Progress(Console console, int maxIterations) {
    this.console = console;
    this.maxIterations = maxIterations;
  }

  @Override
  public void onIteration(Iteration iteration) {
    double error = iteration.relativeError();
    if (iteration.number() == 0) {
      startError = error;
    } else if (!iteration.accepted()) {
      show(iteration, "rejected");
    } else {
      show(iteration, words(startError == 0 ? 0 : (lastError - error) / startError));
    }
    lastError = error;
  }

  private void show(Iteration iteration, String outcome) {
    int number = iteration.number();
    double seconds = iteration.seconds();
    if (lastSeconds.size() == WINDOW) {
      lastSeconds.removeFirst();
    }
    lastSeconds.addLast(seconds);
    double mean = lastSeconds.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double left = mean * (maxIterations - number);
    console.progress(
        line(number, maxIterations, iteration.relativeError(), outcome, seconds, left));
  }

  /** The words for a change. */
  static String words(double change) {
    return Double.isNaN(change) ? "change -" : String.format(Locale.ROOT, "change %.1e", change);
  }

  /** The line of one iteration. */
  static String line(
      int iteration,
      int maxIterations,
      double relativeError,
      String outcome,
      double seconds,
      double secondsLeft) {
    String line =
        String.format(
            Locale.ROOT,
            "iteration %d of at most %d  relative error %s  %s  %s",
            iteration,
            maxIterations,
            error(relativeError),
            outcome,
            duration(seconds));
    return iteration < maxIterations ? line + "  about " + duration(secondsLeft) + " left" : line;
  }

  /** A time for people: {@code 0.14 s}, {@code 26 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  static String duration(double seconds) {
    if (seconds < 9.995) {
      return String.format(Locale.ROOT, "%.2f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    long minutes = whole / 60;
    return minutes < 60
        ? minutes + " min " + whole % 60 + " s"
        : minutes / 60 + " h " + minutes % 60 + " min";
  }

  private static String error(double relativeError) {
    return String.format(Locale.ROOT, relativeError < 1e-3 ? "%.2e" : "%.4f", relativeError);
  }
}
