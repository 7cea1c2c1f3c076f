package org.sparknmf.fit.setting;

import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.Penalties;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Stopping;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.solver.start.CompressionChoice;
import org.sparknmf.solver.start.StartKind;
import org.sparknmf.solver.update.HeldSets;

/** What settings ask of the solver, wherever they are given. */
public final class FitSettings {
  private FitSettings() {}

  /** What the solver is asked to do. */
  public static NmfSettings of(SettingValues values) {
    values.get(Catalogue.INIT).requireServes(objective(values));
    SolverChoice choice = SolverChoice.of(values);
    return new NmfSettings(
        values.get(Catalogue.RANK),
        objective(values),
        new Updates(
            choice.method(),
            values.get(Catalogue.INNER_UPDATES).orElse(Updates.AUTO),
            miniBatch(values),
            choice.momentum()),
        new Stopping(
            values.get(Catalogue.MAX_ITERATIONS),
            values.get(Catalogue.TOLERANCE),
            values.get(Catalogue.MAX_RUNTIME),
            choice.criterion()),
        values.get(Catalogue.SEED),
        values.get(Catalogue.PRECISION));
  }

  /**
   * The kind of start of the factors of a matrix.
   *
   * @param wanted as settings have it, for this number of attempts
   * @param held components that do not move
   */
  public static StartKind start(
      SettingValues values, StartKind wanted, MatrixSummary x, HeldSets held) {
    StartKind found =
        wanted.on(
            x.rows(), x.columns(), values.get(Catalogue.RANK), values.get(Catalogue.EMPTY_CELLS));
    StartKind start = SolverChoice.of(values).start(wanted, found);
    return wanted == StartKind.AUTO && held.isNone()
        ? CompressionChoice.of(start, of(values), x)
        : start;
  }

  /** What is minimised. */
  public static Objective objective(SettingValues values) {
    return new Objective(
        values.get(Catalogue.LOSS),
        values.get(Catalogue.EMPTY_CELLS),
        new Penalties(
            values.get(Catalogue.ALPHA_W),
            values.get(Catalogue.ALPHA_H),
            values.get(Catalogue.L1_RATIO),
            values.get(Catalogue.PENALTY_SCALE),
            values.get(Catalogue.PENALTY_UPDATE)));
  }

  /** Whether, and how, H is improved after each batch of rows. */
  public static MiniBatch miniBatch(SettingValues values) {
    return new MiniBatch(
        values.get(Catalogue.MINI_BATCH).orElse(MiniBatch.OFF.rows()),
        values.get(Catalogue.FORGET_FACTOR));
  }
}
