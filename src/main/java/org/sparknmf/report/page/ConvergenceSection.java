package org.sparknmf.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.sparknmf.report.HistoryLine;
import org.sparknmf.report.Manifest;
import org.sparknmf.report.page.LineChart.Point;
import org.sparknmf.report.page.LineChart.Series;

/** How the error fell. */
final class ConvergenceSection implements Section {
  private static final int MOST_POINTS = 400;
  private static final double FAR = 3;
  private static final int MOST_ROWS = 100;
  private static final String ERROR = "Relative error";
  private static final String ITERATION = "iteration";

  /** What is shown of an iteration, and the seconds since the start. */
  private record Moment(int iteration, double objective, double relativeError, double elapsed) {}

  @Override
  public boolean applies(ReportData data) {
    return data.history().size() > 1;
  }

  @Override
  public void draw(ReportData data, Markup out) {
    List<Moment> all = moments(data.history());
    boolean far = startsFarOff(data.history());
    List<Moment> shown = LineChart.thinned(far ? all.subList(1, all.size()) : all, MOST_POINTS);
    if (far) {
      out.hint(
          "The start values have a relative error of %s and are left off the charts."
              .formatted(Numbers.digits(data.history().get(0).relativeError())));
    }
    out.open("div", "class", "charts");
    chart(out, "error", ERROR, ITERATION, shown, Moment::iteration, Moment::relativeError);
    chart(out, "objective", "Objective", ITERATION, shown, Moment::iteration, Moment::objective);
    String overTime = ERROR + " over time";
    chart(out, "time", overTime, "seconds", shown, Moment::elapsed, Moment::relativeError);
    out.close();
    data.manifest().fit().ifPresent(fit -> attempts(fit.result(), out));
    table(out, LineChart.thinned(all, MOST_ROWS), all.size());
  }

  /** Whether the first point would press all others onto the axis. */
  private static boolean startsFarOff(List<HistoryLine> history) {
    return history.size() > 2
        && history.get(0).relativeError() > FAR * history.get(1).relativeError();
  }

  private static List<Moment> moments(List<HistoryLine> history) {
    List<Moment> moments = new ArrayList<>(history.size());
    double elapsed = 0;
    for (HistoryLine line : history) {
      elapsed += line.seconds();
      moments.add(new Moment(line.iteration(), line.objective(), line.relativeError(), elapsed));
    }
    return moments;
  }

  private static void chart(
      Markup out,
      String name,
      String title,
      String xTitle,
      List<Moment> moments,
      ToDoubleFunction<Moment> x,
      ToDoubleFunction<Moment> y) {
    List<Point> points =
        moments.stream().map(m -> new Point(x.applyAsDouble(m), y.applyAsDouble(m))).toList();
    new LineChart(
            name,
            title,
            xTitle,
            xTitle.equals(ITERATION),
            List.of(new Series(title, points)),
            OptionalDouble.empty())
        .draw(out);
  }

  private static void attempts(Manifest.ResultRecord result, Markup out) {
    List<Double> attempts = result.attempts();
    if (attempts != null && attempts.size() > 1) {
      List<String> words = attempts.stream().map(Numbers::digits).toList();
      out.element(
          "p",
          "%d starts reached the objectives %s; %s."
              .formatted(attempts.size(), String.join(", ", words), fate(result)));
    }
  }

  private static String fate(Manifest.ResultRecord result) {
    return result.consensus() != null && result.consensus().found()
        ? "the components that they have in common were kept"
        : "the fit with the lowest was kept";
  }

  private static void table(Markup out, List<Moment> shown, int all) {
    out.open("details").element("summary", "The numbers");
    String caption =
        shown.size() == all ? "Every iteration" : shown.size() + " of " + all + " iterations";
    new Table<Moment>(caption)
        .number("Iteration", m -> Numbers.count(m.iteration()))
        .number("Objective", m -> Numbers.digits(m.objective(), 6))
        .number("Relative error", m -> Numbers.digits(m.relativeError(), 6))
        .number("Seconds", m -> Numbers.digits(m.elapsed(), 3))
        .draw(out, shown);
    out.close();
  }
}
