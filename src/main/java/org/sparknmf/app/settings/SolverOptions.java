package org.sparknmf.app.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.fit.Attempts;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Stopping;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.solver.start.StartKind;

/** The settings that say what a factorization is. */
public final class SolverOptions {
  private static final String AUTO = "auto";

  private SolverOptions() {}

  /** What the solver is asked to do. */
  public static NmfSettings of(ResolvedSettings settings) {
    attempts(settings).start(StartOptions.of(settings).kind());
    return alone(settings);
  }

  /** The same wherever it starts. */
  static NmfSettings alone(ResolvedSettings settings) {
    return new NmfSettings(
        settings.get(Settings.RANK),
        objective(settings),
        new Updates(
            method(settings),
            settings.get(Settings.INNER_UPDATES).orElse(Updates.AUTO),
            miniBatch(settings)),
        new Stopping(
            settings.get(Settings.MAX_ITERATIONS),
            settings.get(Settings.TOLERANCE),
            settings.get(Settings.MAX_RUNTIME)),
        settings.get(Settings.SEED),
        precision(settings));
  }

  /** The solver. */
  public static Method method(ResolvedSettings settings) {
    return Methods.named(settings.get(Settings.SOLVER)).orElseThrow();
  }

  /** Whether, and how, H is improved after each batch of rows. */
  public static MiniBatch miniBatch(ResolvedSettings settings) {
    return new MiniBatch(
        settings.get(Settings.MINI_BATCH).orElse(MiniBatch.OFF.rows()),
        settings.get(Settings.FORGET_FACTOR));
  }

  /** How often the factors start. */
  public static Attempts attempts(ResolvedSettings settings) {
    return settings.get(Settings.CONSENSUS) > 0
        ? ConsensusOptions.attempts(settings)
        : new Attempts(
            settings.get(Settings.RESTARTS), settings.get(Settings.REVIVE), OptionalDouble.empty());
  }

  private static Objective objective(ResolvedSettings settings) {
    return new Objective(
        settings.get(Settings.LOSS),
        InputOptions.emptyCells(settings),
        settings.get(Settings.ALPHA_W),
        settings.get(Settings.ALPHA_H),
        settings.get(Settings.L1_RATIO),
        PenaltyUpdate.valueOf(settings.get(Settings.PENALTY_UPDATE).toUpperCase(Locale.ROOT)));
  }

  /** Where the factors of a matrix start. */
  public static StartKind start(ResolvedSettings settings, long rows, long columns) {
    return attempts(settings)
        .start(StartOptions.of(settings).kind())
        .on(rows, columns, settings.get(Settings.RANK), InputOptions.emptyCells(settings));
  }

  /** In which precision X and the factors are held. */
  public static Precision precision(ResolvedSettings settings) {
    return Precision.valueOf(settings.get(Settings.PRECISION).toUpperCase(Locale.ROOT));
  }

  /** Which side of X is cut; empty to go by its shape. */
  public static Optional<Orientation> orientation(ResolvedSettings settings) {
    String wanted = settings.get(Settings.ORIENTATION);
    return wanted.equals(AUTO)
        ? Optional.empty()
        : Optional.of(Orientation.valueOf(wanted.toUpperCase(Locale.ROOT)));
  }
}
