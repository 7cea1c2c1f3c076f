package org.sparknmf.ml;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.api.java.JavaSparkContext;
import org.sparknmf.engine.EngineSettings;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.fit.Attempts;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.FitSettings;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.SettingValues;
import org.sparknmf.fit.setting.SolverChoice;
import org.sparknmf.frame.MatrixSettings;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.StartKind;
import org.sparknmf.solver.update.HeldSets;

/** What parameters mean to the rooms below. */
record ParamSettings(NmfParams params) implements SettingValues {
  @Override
  public <T> T get(Setting<T> setting) {
    return Optional.ofNullable(params.definitions().of(setting))
        .map(param -> new ParamForm(setting).text(params.getOrDefault(param)))
        .or(setting::defaultText)
        .flatMap(setting::read)
        .orElseThrow();
  }

  /** What the solver is asked to do. */
  NmfSettings solver() {
    return FitSettings.of(this);
  }

  /** What is minimised. */
  Objective objective() {
    return FitSettings.objective(this);
  }

  /** How X becomes blocks. */
  MatrixSettings layout(Resources resources) {
    return layout(resources, Optional.empty());
  }

  /** The settings of a matrix whose rows must be cut. */
  MatrixSettings byRows(Resources resources) {
    return layout(resources, Optional.of(Orientation.ROWS));
  }

  private MatrixSettings layout(Resources resources, Optional<Orientation> orientation) {
    return new MatrixSettings(
        params.getK(),
        get(Catalogue.PARTITIONS),
        resources,
        get(Catalogue.DUPLICATES),
        get(Catalogue.PRECISION),
        orientation,
        get(Catalogue.EMPTY_CELLS),
        0);
  }

  /** The kind of start of the factors. */
  StartKind start(MatrixSummary x) {
    return FitSettings.start(this, attempts().start(get(Catalogue.INIT)), x, HeldSets.none());
  }

  Attempts attempts() {
    boolean revive = params.getRevive();
    int consensus = params.getConsensus();
    if (consensus == 0) {
      return new Attempts(params.getRestarts(), revive, OptionalDouble.empty());
    }
    Methods.requireHolding(SolverChoice.of(this).method(), HeldSets.first(0, 1));
    return new Attempts(consensus, revive, OptionalDouble.of(params.getConsensusThreshold()));
  }

  /** The plan asked for; empty for the planner's. */
  Optional<PlanKind> plan() {
    return get(Catalogue.PLAN);
  }

  /** Checkpoints; plan driver makes none but of what is to be compared. */
  EngineSettings engine(PlanKind kind, JavaSparkContext context) {
    return new EngineSettings(
        kind == PlanKind.DRIVER && params.getConsensus() == 0
            ? ""
            : new CheckpointPlace(context).directory(),
        params.getCheckpointInterval(),
        params.getMaxIter());
  }
}
