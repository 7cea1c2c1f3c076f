package org.sparknmf.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sparknmf.app.run.PlanOption;
import org.sparknmf.engine.plan.Plan;
import org.sparknmf.engine.plan.PlanCheck;
import org.sparknmf.engine.plan.PlanKind;

/** Which flags would help a fit. */
record PlanAdvice(PlanForecast forecast) {
  private static final double GIB = 1L << 30;

  /** What Spark takes of a heap for itself, and the part of the rest that holds what is kept. */
  private static final double RESERVED = 300 << 20;

  private static final double STORAGE_SHARE = 0.6;

  /** One line each; none where nothing would be better. */
  static List<String> of(PlanForecast forecast) {
    PlanAdvice advice = new PlanAdvice(forecast);
    List<String> lines = new ArrayList<>();
    forecast.checks().stream()
        .filter(check -> !check.fits())
        .forEach(check -> lines.add(refused(check)));
    forecast.chosen().ifPresent(plan -> advice.add(plan, lines));
    return lines;
  }

  private static String refused(PlanCheck check) {
    return "plan %s does not fit: it needs %s"
        .formatted(PlanOption.word(check.kind()), check.shortfall().get());
  }

  private void add(Plan plan, List<String> lines) {
    if (plan.kind() == PlanKind.DRIVER) {
      if (!forecast.isLocal()) {
        lines.add(
            "the executors only read X: a driver alone, with --spark --master 'local[*]', is enough");
      }
      return;
    }
    double kept = plan.demand().kept();
    int machines = Math.max(1, forecast.resources().executors());
    double held = machines * storage();
    if (kept > held) {
      lines.add(tooMuchToKeep(kept, held, machines));
    }
  }

  /** Bytes that one machine keeps in memory. */
  private double storage() {
    return Math.max(0, STORAGE_SHARE * (forecast.resources().executorHeap() - RESERVED));
  }

  private String tooMuchToKeep(double kept, double held, int machines) {
    long gibibytes = (long) Math.ceil((kept / machines / STORAGE_SHARE + RESERVED) / GIB);
    String memory = forecast.isLocal() ? "--driver-memory" : "--executor-memory";
    String more =
        forecast.isLocal() || storage() == 0
            ? ""
            : ", or %d executors in place of %d"
                .formatted((long) Math.ceil(kept / storage()), machines);
    return String.format(
        Locale.ROOT,
        "X and the factors kept with it take %.2f GiB, of which memory holds about %.2f GiB and the"
            + " disks the rest: to keep all in memory give %s %dg%s",
        kept / GIB,
        held / GIB,
        memory,
        gibibytes,
        more);
  }
}
