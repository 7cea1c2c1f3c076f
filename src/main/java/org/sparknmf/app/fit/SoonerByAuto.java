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
  private static final Measured BESIDE_ONE_UPDATE = new Measured(0.05, 0.18, 2.9);
  private static final Measured BESIDE_SEVERAL = new Measured(0.13, 0.35, 2.2);

  /** Less is not worth a line. */
  private static final double LEAST_SECONDS = 5;

  /**
   * What losses-and-solvers.md has of passes of auto until the error at which mu stops.
   *
   * @param least of them, in parts of those of mu
   * @param most of them, in parts of those of mu
   * @param cost of one, at most, in parts of that of a pass of mu
   */
  private record Measured(double least, double most, double cost) {}

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
    double saved = seconds * (1 - measured.most * measured.cost);
    if (!isMeasured() || saved < LEAST_SECONDS) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "--solver auto: %d to %d of these %d passes for the same error, by what was measured on other data (losses-and-solvers.md): even if each takes %.1f times as long, %.0f of %.0f s less",
            Math.max(1, Math.round(passes * measured.least)),
            Math.max(1, Math.round(passes * measured.most)),
            passes,
            measured.cost,
            saved,
            seconds));
  }

  /** A fit by mu from scratch with every cell known, where auto is another solver. */
  private boolean isMeasured() {
    NmfSettings nmf = task.nmf();
    return Methods.isOvertaken(nmf.method(), nmf.objective(), nmf.miniBatch())
        && nmf.objective().isPlainLeastSquares()
        && task.beginning().kind() != StartKind.CUSTOM
        && task.beginning().held().isNone()
        && task.attempts().starts() == 1;
  }
}
