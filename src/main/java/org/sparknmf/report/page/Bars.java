package org.sparknmf.report.page;

import java.util.List;

/** Horizontal bars, each with its name before and its number after it: a list to who cannot see. */
final class Bars {
  private Bars() {}

  /**
   * One bar.
   *
   * @param name whose it is; may be an id that anybody made up
   * @param value how long it is
   * @param text the number as people read it
   */
  record Bar(Object name, double value, String text) {}

  /** The list; the longest bar is as wide as there is room. */
  static void draw(Markup out, String label, List<Bar> bars) {
    double longest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    out.open("ol", "class", "bars", "aria-label", label);
    for (Bar bar : bars) {
      out.open("li").open("span", "class", "name").id(bar.name()).close();
      one(out, longest > 0 ? bar.value() / longest : 0);
      out.element("span", bar.text(), "class", "number").close();
    }
    out.close();
  }

  /** A bar alone, for a place where its number stands beside it. */
  static void one(Markup out, double part) {
    double width = Math.max(0, Math.min(1, part)) * 100;
    out.open(
            "svg",
            "class",
            "bar",
            "viewBox",
            "0 0 100 10",
            "preserveAspectRatio",
            "none",
            "aria-hidden",
            "true")
        .open("rect", "class", "mark", "width", width, "height", 10)
        .close();
  }
}
