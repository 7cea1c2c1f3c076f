package org.sparknmf.report.page;

import java.util.Locale;

/**
 * A square of cells, the darker the larger.
 *
 * @param name names it within the page
 * @param title what it shows
 * @param description the same in a sentence or two
 * @param size rows and columns, numbered from 1
 */
record Heat(String name, String title, String description, int size) {
  private static final double WIDTH = 400;
  private static final double EDGE = 26;
  private static final int MOST_LABELS = 20;

  /** The cells. */
  @FunctionalInterface
  interface Value {
    /** The value of a cell, from 0 to 1. */
    double of(int row, int column);
  }

  void draw(Markup out, Value value) {
    double cell = (WIDTH - EDGE - 2) / size;
    out.drawing("chart heat", name, title, description, 400);
    int every = (size + MOST_LABELS - 1) / MOST_LABELS;
    for (int i = 1; i <= size; i++) {
      double at = EDGE + (i - 1) * cell;
      if ((i - 1) % every == 0) {
        out.element("text", i, "class", "tick end", "x", EDGE - 5, "y", at + cell / 2 + 4);
        out.element("text", i, "class", "tick middle", "x", at + cell / 2, "y", EDGE - 8);
      }
      for (int j = 1; j <= size; j++) {
        cell(out, EDGE + (j - 1) * cell, at, cell, value.of(i, j), i + " and " + j);
      }
    }
    out.close().close();
  }

  private static void cell(
      Markup out, double x, double y, double size, double value, String place) {
    out.open("g");
    out.element("title", place + ": " + String.format(Locale.ROOT, "%.2f", value));
    out.open(
        "rect",
        "class",
        "cell",
        "x",
        x,
        "y",
        y,
        "width",
        size - 1,
        "height",
        size - 1,
        "fill-opacity",
        Math.max(0.04, value));
    out.close();
  }
}
