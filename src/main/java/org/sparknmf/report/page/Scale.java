package org.sparknmf.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The positions of numbers on an axis.
 *
 * @param least at the beginning of the axis
 * @param most at its end
 * @param logarithmic whether equal ratios are equally far apart
 * @param from where the axis begins in the drawing
 * @param to where it ends
 */
record Scale(double least, double most, boolean logarithmic, double from, double to) {
  /** A range of so many powers of ten and more is told by logarithms. */
  private static final double WIDE = 50;

  private static final int TICKS = 5;

  /** What sums of round numbers are off by, and more. */
  private static final double ROUNDING = 1e-9;

  /** A scale that has all the numbers on it, with round numbers at both ends. */
  static Scale over(List<Double> numbers, double from, double to) {
    double least = numbers.stream().mapToDouble(x -> x).min().orElse(0);
    double most = numbers.stream().mapToDouble(x -> x).max().orElse(1);
    if (least > 0 && most / least > WIDE) {
      return new Scale(powerBelow(least), powerAbove(most), true, from, to);
    }
    double step = step(least, most);
    double low = Math.floor(least / step + ROUNDING) * step;
    double high = Math.ceil(most / step - ROUNDING) * step;
    return new Scale(low, high > low ? high : low + step, false, from, to);
  }

  /** A scale that begins and ends with the numbers themselves: for time and counts. */
  static Scale within(List<Double> numbers, double from, double to) {
    double least = numbers.stream().mapToDouble(x -> x).min().orElse(0);
    double most = numbers.stream().mapToDouble(x -> x).max().orElse(1);
    return new Scale(least, most > least ? most : least + 1, false, from, to);
  }

  private static double powerBelow(double number) {
    return Math.pow(10, Math.floor(Math.log10(number)));
  }

  private static double powerAbove(double number) {
    return Math.pow(10, Math.ceil(Math.log10(number)));
  }

  private static double step(double least, double most) {
    double range = most > least ? most - least : Math.max(Math.abs(most), 1);
    double raw = range / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double ratio = raw / power * (1 - ROUNDING);
    return (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10) * power;
  }

  double place(double number) {
    double part =
        logarithmic
            ? Math.log(number / least) / Math.log(most / least)
            : (number - least) / (most - least);
    return from + part * (to - from);
  }

  /** Round numbers along the axis. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (logarithmic) {
      int powers = (int) Math.round(Math.log10(most / least));
      int every = Math.max(1, (powers + TICKS - 1) / TICKS);
      for (int p = 0; p <= powers; p += every) {
        ticks.add(least * Math.pow(10, p));
      }
      return ticks;
    }
    double step = step(least, most);
    long first = (long) Math.ceil(least / step - ROUNDING);
    for (long i = first; i * step <= most + step * ROUNDING; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** Whole numbers along the axis, for things that are counted. */
  List<Double> wholeTicks() {
    return ticks().stream().filter(tick -> tick == Math.rint(tick)).toList();
  }
}
