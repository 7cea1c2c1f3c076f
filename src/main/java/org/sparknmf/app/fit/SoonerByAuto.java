package org.sparknmf.app.fit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sparknmf.fit.FitTask;
import org.sparknmf.solver.loop.Iteration;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.StartKind;

/**
 * What {@code --solver auto} would have saved in a fit by multiplicative updates: what was
 * measured, applied to the fit's own passes over X and seconds.
 */
record SoonerByAuto(FitTask task) {
  private static final Measured BESIDE_ONE_UPDATE = new Measured(0.07, 2.0);
  private static final Measured BESIDE_SEVERAL = new Measured(0.18, 1.4);

  /** Less is not worth a line. */
  private static final double LEAST_SECONDS = 5;

  /**
   * Medians of the table in losses-and-solvers.md.
   *
   * @param passes of auto until the error at which mu stops, in parts of those of mu
   * @param cost of a pass of auto, in parts of that of a pass of mu
   */
  private record Measured(double passes, double cost) {}

  /**
   * The line.
   *
   * @param history of the fit, from the start values on
   * @return empty where auto would be mu too, where nothing of the kind was measured, or where
   *     little would be saved
   */
  Optional<String> words(List<Iteration> history) {
    Measured measured = task.nmf().sweeps() == 1 ? BESIDE_ONE_UPDATE : BESIDE_SEVERAL;
    int passes = history.size() - 1;
    double seconds = history.stream().skip(1).mapToDouble(Iteration::seconds).sum();
    double saved = seconds * (1 - measured.passes * measured.cost);
    if (!isMeasured() || saved < LEAST_SECONDS) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "--solver auto: about %d of these %d passes for the same error, %.0f of %.0f s less, by the medians of what was measured on other data (losses-and-solvers.md)",
            Math.max(1, Math.round(passes * measured.passes)),
            passes,
            saved,
            seconds));
  }

  /** A fit by mu from scratch, where auto is another solver. */
  private boolean isMeasured() {
    NmfSettings nmf = task.nmf();
    return Methods.isOvertaken(nmf.method(), nmf.objective(), nmf.miniBatch())
        && task.beginning().kind() != StartKind.CUSTOM
        && task.beginning().held().isNone()
        && task.attempts().starts() == 1;
  }
}
