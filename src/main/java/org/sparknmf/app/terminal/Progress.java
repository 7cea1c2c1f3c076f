package org.sparknmf.app.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Reports each iteration in one line, with an upper bound of the time left. */
final class Progress {
  private static final int WINDOW = 10;

  private final Console console;
  private final int maxIterations;
  private final Deque<Double> lastSeconds = new ArrayDeque<>();

  Progress(Console console, int maxIterations) {
    this.console = console;
    this.maxIterations = maxIterations;
  }

  /**
   * Reports an iteration that is over.
   *
   * @param iteration its number, from 1
   * @param relativeError ||X - WH|| / ||X||
   * @param change what the stopping rule compares with the tolerance; NaN if not known yet
   * @param seconds how long the iteration took
   */
  void iteration(int iteration, double relativeError, double change, double seconds) {
    show(iteration, relativeError, words(change), seconds);
  }

  /** Reports an iteration that was taken back; the error is that of the factors before it. */
  void rejected(int iteration, double relativeError, double seconds) {
    show(iteration, relativeError, "rejected", seconds);
  }

  private void show(int iteration, double relativeError, String outcome, double seconds) {
    if (lastSeconds.size() == WINDOW) {
      lastSeconds.removeFirst();
    }
    lastSeconds.addLast(seconds);
    double mean = lastSeconds.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double left = mean * (maxIterations - iteration);
    console.progress(line(iteration, maxIterations, relativeError, outcome, seconds, left));
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
