package org.sparknmf.app.plan;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sparknmf.app.run.PlanOption;
import org.sparknmf.app.terminal.TextTable;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.plan.Demand;
import org.sparknmf.engine.plan.PlanCheck;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.frame.MatrixShape;
import org.sparknmf.text.Json;

/** Prints what a fit would need. */
record PlanPrinter(PrintStream out) {
  private static final double GIB = 1L << 30;
  private static final String NOTHING = "-";

  /** Prints a forecast for people. */
  void text(PlanForecast forecast) {
    MatrixShape x = forecast.shape();
    BlockGrid grid = x.grid();
    out.println(
        String.format(
            Locale.ROOT,
            "X from %s: %,d rows, %,d columns, %,d cells; rank %d, %s precision",
            forecast.source(),
            x.rows(),
            x.columns(),
            x.cells(),
            grid.rank(),
            ValueRule.wordOf(grid.precision())));
    out.println(
        String.format(
            Locale.ROOT,
            "cut by %s into %,d segments in %,d partitions",
            ValueRule.wordOf(grid.orientation()),
            grid.segments(),
            grid.partitions()));
    out.println(machines(forecast.resources()));
    out.println();
    TextTable.lines(rows(forecast)).forEach(out::println);
    out.println();
    out.println(
        forecast.chosen().map(plan -> "plan " + PlanOption.describe(plan)).orElse("no plan fits"));
    PlanAdvice.of(forecast).forEach(out::println);
  }

  private static String machines(Resources resources) {
    String driver =
        "driver: %d cores, heap of %s"
            .formatted(resources.driverCores(), gibibytes((double) resources.driverHeap()));
    return resources.executors() == 0
        ? driver + "; it runs all tasks"
        : driver
            + "; executors: %d with %d cores in all, heap of %s each"
                .formatted(
                    resources.executors(),
                    resources.clusterCores(),
                    gibibytes((double) resources.executorHeap()));
  }

  private static List<List<String>> rows(PlanForecast forecast) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "plan",
            "fits",
            "driver",
            "of at most",
            "each executor",
            "of at most",
            "kept, or on disk",
            "moved an iteration"));
    int executors = forecast.resources().executors();
    for (PlanCheck check : forecast.checks()) {
      rows.add(
          List.of(
              PlanOption.word(check.kind()),
              check.fits() ? "yes" : "no",
              gibibytes(check.driverPeak()),
              gibibytes(check.driverMost()),
              check.executorMost() > 0 ? gibibytes(check.executorPeak()) : NOTHING,
              check.executorMost() > 0 ? gibibytes(check.executorMost()) : NOTHING,
              gibibytes(check.demand().kept()),
              gibibytes(check.demand().moved(executors))));
    }
    return rows;
  }

  private static String gibibytes(double bytes) {
    return String.format(Locale.ROOT, "%.3f GiB", bytes / GIB);
  }

  /** Prints a forecast as JSON, for programs. */
  void json(PlanForecast forecast) {
    MatrixShape x = forecast.shape();
    Resources resources = forecast.resources();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("input", forecast.source());
    all.put("rows", x.rows());
    all.put("columns", x.columns());
    all.put("cells", x.cells());
    all.put("rank", x.grid().rank());
    all.put("precision", ValueRule.wordOf(x.grid().precision()));
    all.put("orientation", ValueRule.wordOf(x.grid().orientation()));
    all.put("segments", x.grid().segments());
    all.put("partitions", x.grid().partitions());
    all.put("driverCores", resources.driverCores());
    all.put("driverHeapBytes", resources.driverHeap());
    all.put("executors", resources.executors());
    all.put("executorHeapBytes", resources.executorHeap());
    all.put("clusterCores", resources.clusterCores());
    all.put("plans", forecast.checks().stream().map(c -> json(c, resources.executors())).toList());
    all.put("chosen", forecast.chosen().map(plan -> PlanOption.word(plan.kind())).orElse(null));
    all.put("reason", forecast.chosen().map(plan -> plan.reason()).orElse(null));
    all.put("advice", PlanAdvice.of(forecast));
    out.println(Json.text(all));
  }

  private static Map<String, Object> json(PlanCheck check, int executors) {
    Demand demand = check.demand();
    Map<String, Object> plan = new LinkedHashMap<>();
    plan.put("plan", PlanOption.word(check.kind()));
    plan.put("fits", check.fits());
    plan.put("driverBytes", Math.round(check.driverPeak()));
    plan.put("driverBytesAtMost", Math.round(check.driverMost()));
    plan.put("executorBytes", Math.round(check.executorPeak()));
    plan.put("executorBytesAtMost", Math.round(check.executorMost()));
    plan.put("keptBytes", Math.round(demand.kept()));
    plan.put("broadcastBytesPerExecutor", Math.round(demand.broadcast()));
    plan.put("shuffledBytes", Math.round(demand.shuffled()));
    plan.put("collectedBytes", Math.round(demand.collected()));
    plan.put("movedBytes", Math.round(demand.moved(executors)));
    plan.put("shortfall", check.shortfall().orElse(null));
    return plan;
  }
}
