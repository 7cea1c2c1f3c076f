package org.sparknmf.report.page;

import java.util.List;
import java.util.Map;
import org.sparknmf.report.HistoryLine;
import org.sparknmf.report.Manifest;

/** The section that shows where the time went. */
final class TimeSection implements Section {
  @Override
  public boolean applies(ReportData data) {
    Map<String, Double> seconds = data.run().seconds();
    return seconds != null && !seconds.isEmpty();
  }

  @Override
  public void draw(ReportData data, Markup out) {
    Bars.draw(
        out,
        "Seconds by phase",
        data.run().seconds().entrySet().stream()
            .map(
                phase ->
                    new Bars.Bar(
                        phase.getKey(), phase.getValue(), Numbers.seconds(phase.getValue())))
            .toList());
    List<HistoryLine> iterations =
        data.history().stream().filter(line -> line.iteration() > 0).toList();
    if (!iterations.isEmpty()) {
      double seconds = iterations.stream().mapToDouble(HistoryLine::seconds).sum();
      double bytes = data.history().stream().mapToDouble(HistoryLine::bytesMoved).sum();
      String moved =
          bytes == 0
              ? "Nothing moved between driver and executors."
              : "Between driver and executors %s moved, %s an iteration."
                  .formatted(Numbers.bytes(bytes), Numbers.bytes(bytes / iterations.size()));
      out.element(
          "p",
          "An iteration took %s on average. %s"
              .formatted(Numbers.seconds(seconds / iterations.size()), moved));
    }
    data.manifest().fit().map(Manifest.FitRecord::plan).ifPresent(plan -> plan(plan, out));
  }

  private static void plan(Manifest.PlanRecord plan, Markup out) {
    out.hint(
        "Plan %s: %s. %s partitions of X, %s segments; kernels: %s."
            .formatted(
                plan.engine(),
                plan.reason(),
                Numbers.count(plan.partitions()),
                Numbers.count(plan.segments()),
                plan.kernels()));
  }
}
