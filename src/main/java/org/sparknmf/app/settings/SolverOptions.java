package org.sparknmf.app.settings;

import java.util.OptionalDouble;
import org.sparknmf.fit.Attempts;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.FitSettings;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.StartKind;

/** The settings that say what a factorization is, once all of them are known to go together. */
public final class SolverOptions {
  private SolverOptions() {}

  /** What the solver is asked to do. */
  public static NmfSettings of(ResolvedSettings settings) {
    attempts(settings).start(StartOptions.of(settings).kind());
    return FitSettings.of(settings);
  }

  /** How often the factors start. */
  public static Attempts attempts(ResolvedSettings settings) {
    return settings.get(Catalogue.CONSENSUS) > 0
        ? ConsensusOptions.attempts(settings)
        : new Attempts(
            settings.get(Catalogue.RESTARTS),
            settings.get(Catalogue.REVIVE),
            OptionalDouble.empty());
  }

  /** The kind of start of the factors of a matrix. */
  public static StartKind start(ResolvedSettings settings, MatrixSummary x) {
    StartOptions options = StartOptions.of(settings);
    StartKind wanted = attempts(settings).start(options.kind());
    return FitSettings.start(settings, wanted, x, options.held());
  }
}
