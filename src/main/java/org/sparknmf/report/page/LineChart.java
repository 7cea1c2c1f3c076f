package org.sparknmf.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Some curves over one axis.
 *
 * @param name names it within the page
 * @param title what it shows
 * @param xTitle what goes to the right
 * @param xWhole whether that is counted
 * @param series the curves, at most four
 * @param marked a place on the x axis to point out
 */
record LineChart(
    String name,
    String title,
    String xTitle,
    boolean xWhole,
    List<Series> series,
    OptionalDouble marked) {

  private static final int HEIGHT = 250;
  private static final double LEFT = 58;
  private static final double RIGHT = 388;
  private static final double TOP = 14;
  private static final double BOTTOM = 204;

  /** Points are shown one by one up to so many. */
  private static final int MOST_DOTS = 60;

  private static final List<String> LOOKS = List.of("a", "b", "c", "d");

  /** A curve. */
  record Series(String name, List<Point> points) {

    /** The points that can be drawn. */
    List<Point> drawn() {
      return points.stream().filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y())).toList();
    }
  }

  /**
   * A point.
   *
   * @param deviation half the length of its error bar; 0 or NaN for none
   */
  record Point(double x, double y, double deviation) {
    Point(double x, double y) {
      this(x, y, 0);
    }

    boolean hasBar() {
      return deviation > 0;
    }
  }

  /** Whether there is a point to draw. */
  boolean isEmpty() {
    return series.stream().allMatch(one -> one.drawn().isEmpty());
  }

  void draw(Markup out) {
    List<Point> all = series.stream().flatMap(one -> one.drawn().stream()).toList();
    Scale x = Scale.within(all.stream().map(Point::x).toList(), LEFT, RIGHT);
    Scale y = Scale.over(all.stream().flatMap(LineChart::reach).toList(), BOTTOM, TOP);
    out.drawing("chart", name, title, description(), HEIGHT);
    axes(out, x, y);
    marked.ifPresent(
        place -> {
          double at = x.place(place);
          out.open("line", "class", "marked", "x1", at, "x2", at, "y1", TOP, "y2", BOTTOM);
        });
    for (int s = 0; s < series.size(); s++) {
      draw(out, series.get(s), LOOKS.get(s), x, y);
    }
    out.close();
    legend(out);
    out.close();
  }

  private static Stream<Double> reach(Point point) {
    return point.hasBar()
        ? Stream.of(point.y() - point.deviation(), point.y() + point.deviation())
        : Stream.of(point.y());
  }

  private String description() {
    List<String> parts = new ArrayList<>();
    for (Series one : series) {
      List<Point> points = one.drawn();
      if (!points.isEmpty()) {
        Point first = points.get(0);
        Point last = points.get(points.size() - 1);
        parts.add(
            "%s: from %s at %s %s to %s at %s."
                .formatted(
                    one.name(),
                    Numbers.digits(first.y()),
                    xTitle,
                    Numbers.digits(first.x()),
                    Numbers.digits(last.y()),
                    Numbers.digits(last.x())));
      }
    }
    return String.join(" ", parts);
  }

  private void axes(Markup out, Scale x, Scale y) {
    for (double tick : y.ticks()) {
      double at = y.place(tick);
      out.open("line", "class", "grid", "x1", LEFT, "x2", RIGHT, "y1", at, "y2", at);
      String text = Numbers.tick(tick);
      out.element("text", text, "class", "tick end", "x", LEFT - 6, "y", at + 4);
    }
    for (double tick : xWhole ? x.wholeTicks() : x.ticks()) {
      double at = x.place(tick);
      out.open("line", "class", "axis", "x1", at, "x2", at, "y1", BOTTOM, "y2", BOTTOM + 4);
      String text = Numbers.tick(tick);
      out.element("text", text, "class", "tick middle", "x", at, "y", BOTTOM + 19);
    }
    out.open("line", "class", "axis", "x1", LEFT, "x2", RIGHT, "y1", BOTTOM, "y2", BOTTOM);
    double middle = (LEFT + RIGHT) / 2;
    out.element("text", xTitle, "class", "tick middle", "x", middle, "y", HEIGHT - 8);
  }

  private static void draw(Markup out, Series one, String look, Scale x, Scale y) {
    List<Point> points = one.drawn();
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(Math.round(10 * x.place(point.x())) / 10.0)
          .append(' ')
          .append(Math.round(10 * y.place(point.y())) / 10.0);
    }
    out.open("path", "class", "curve " + look, "data-points", points.size(), "d", path);
    boolean dots = points.size() <= MOST_DOTS;
    for (Point point : points) {
      double at = x.place(point.x());
      if (point.hasBar()) {
        double low = y.place(point.y() - point.deviation());
        double high = y.place(point.y() + point.deviation());
        out.open("line", "class", "error " + look, "x1", at, "x2", at, "y1", low, "y2", high);
      }
      if (dots) {
        double height = y.place(point.y());
        out.open("circle", "class", "dot " + look, "cx", at, "cy", height, "r", 3.0);
      }
    }
  }

  private void legend(Markup out) {
    if (series.size() < 2) {
      return;
    }
    out.open("ul", "class", "legend");
    for (int s = 0; s < series.size(); s++) {
      out.open("li", "class", "look-" + LOOKS.get(s)).text(series.get(s).name()).close();
    }
    out.close();
  }

  /** A selection of as many items as a curve shows: evenly spread, with the first and the last. */
  static <T> List<T> thinned(List<T> items, int most) {
    return items.size() <= most
        ? items
        : IntStream.range(0, most)
            .mapToObj(i -> items.get((int) ((long) i * (items.size() - 1) / (most - 1))))
            .toList();
  }
}
