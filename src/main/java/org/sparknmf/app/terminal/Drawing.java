package org.sparknmf.app.terminal;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers as small pictures within a line, in eighths of a character where the look has them.
 *
 * @param look tells which characters may be used
 */
public record Drawing(Look look) {
  private static final String LYING = " ▏▎▍▌▋▊▉█";
  private static final String STANDING = "▁▂▃▄▅▆▇█";
  private static final String ASCII = "_.,-=+*#";
  private static final int EIGHTHS = 8;

  /**
   * A bar, filled up with blanks.
   *
   * @param part how much of the width is full, from 0 to 1; what is not zero shows
   * @param width characters
   */
  public String bar(double part, int width) {
    int all = width * EIGHTHS;
    int full = Math.min(all, Math.max(part > 0 ? 1 : 0, (int) Math.round(part * all)));
    if (!look.unicode()) {
      int signs = (full + EIGHTHS - 1) / EIGHTHS;
      return "#".repeat(signs) + " ".repeat(width - signs);
    }
    String bar = "█".repeat(full / EIGHTHS);
    String rest = full % EIGHTHS == 0 ? "" : LYING.substring(full % EIGHTHS, full % EIGHTHS + 1);
    return bar + rest + " ".repeat(width - bar.length() - rest.length());
  }

  /**
   * One character a number, from the least number to the greatest. The height is the square root of
   * the distance from the least, so that the last steps of a slow descent show.
   */
  public String curve(List<Double> numbers) {
    double least = numbers.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    return columns(numbers.stream().map(number -> Math.sqrt(number - least)).toList());
  }

  /** One character a number, its height from zero to the greatest number. */
  public String columns(List<Double> numbers) {
    double top = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    String levels = look.unicode() ? STANDING : ASCII;
    StringBuilder drawn = new StringBuilder();
    for (double number : numbers) {
      double part = top > 0 ? number / top : 0;
      drawn.append(levels.charAt((int) Math.round(part * (levels.length() - 1))));
    }
    return drawn.toString();
  }

  /** A selection of at most {@code most} numbers, evenly spread, with the first and the last. */
  public static List<Double> thinned(List<Double> numbers, int most) {
    int size = numbers.size();
    return size <= most
        ? numbers
        : IntStream.range(0, most)
            .mapToObj(i -> numbers.get((int) Math.round(i * (size - 1.0) / (most - 1))))
            .toList();
  }
}
