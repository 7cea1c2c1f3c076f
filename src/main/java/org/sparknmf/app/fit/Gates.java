package org.sparknmf.app.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.report.DataQuality;
import org.sparknmf.solver.loop.FitResult;

/** The quality gates of a fit: what a result fails is not the current one. */
record Gates(ResolvedSettings settings) {
  /** What the data alone fails; known before any work is done. */
  Optional<String> emptyRows(DataQuality data) {
    double most = settings.get(OutputSettings.MAX_EMPTY_ROWS);
    return data.zeroRows() > most
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%,d rows are without a cell, more than --max-empty-rows %,.0f",
                data.zeroRows(),
                most))
        : Optional.empty();
  }

  /** All that a result fails, in words; nothing if it is good. */
  List<String> failed(DataQuality data, FitResult result) {
    List<String> failed = new ArrayList<>();
    emptyRows(data).ifPresent(failed::add);
    double most = settings.get(OutputSettings.MAX_RELATIVE_ERROR);
    if (!(result.relativeError() <= most)) {
      failed.add(
          "the relative error %s is above --max-relative-error %s"
              .formatted(result.relativeError(), most));
    }
    if (settings.get(OutputSettings.REQUIRE_CONVERGENCE) && !result.stopReason().converged()) {
      failed.add("--require-convergence, but " + result.stopReason().words());
    }
    return failed;
  }
}
