package org.sparknmf.ml;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaSparkContext;
import org.sparknmf.engine.EngineSettings;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.fit.Attempts;
import org.sparknmf.frame.MatrixSettings;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.divergence.Divergences;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Stopping;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.solver.start.StartKind;
import org.sparknmf.solver.update.HeldSets;

/** What parameters mean to the rooms below. */
final class ParamSettings {
  private final NmfParams params;

  ParamSettings(NmfParams params) {
    this.params = params;
  }

  /** What the solver is asked to do. */
  NmfSettings solver() {
    return new NmfSettings(
        params.getK(),
        objective(),
        new Updates(method(), params.getInnerUpdates(), MiniBatch.OFF),
        new Stopping(params.getMaxIter(), params.getTol(), params.getMaxRuntime()),
        params.getSeed(),
        precision());
  }

  private Method method() {
    return Methods.named(params.getSolver()).orElseThrow();
  }

  /** What is minimised. */
  Objective objective() {
    return new Objective(
        Divergences.named(params.getLoss()).orElseThrow(),
        emptyCells(),
        params.getAlphaW(),
        params.getAlphaH(),
        params.getL1Ratio(),
        PenaltyUpdate.MAJORIZE);
  }

  /** How X becomes blocks. */
  MatrixSettings layout(Resources resources) {
    return layout(resources, Optional.empty());
  }

  /** The same where rows must be cut. */
  MatrixSettings byRows(Resources resources) {
    return layout(resources, Optional.of(Orientation.ROWS));
  }

  private MatrixSettings layout(Resources resources, Optional<Orientation> orientation) {
    int partitions = params.getPartitions();
    return new MatrixSettings(
        params.getK(),
        partitions == 0 ? OptionalInt.empty() : OptionalInt.of(partitions),
        resources,
        duplicates(),
        precision(),
        orientation,
        emptyCells());
  }

  /** Where the factors start. */
  StartKind start(long rows, long columns) {
    return attempts()
        .start(StartKind.valueOf(upper(params.getInit())))
        .on(rows, columns, params.getK(), emptyCells());
  }

  Attempts attempts() {
    boolean revive = params.getRevive();
    int consensus = params.getConsensus();
    if (consensus == 0) {
      return new Attempts(params.getRestarts(), revive, OptionalDouble.empty());
    }
    Methods.requireHolding(method(), HeldSets.first(0, 1));
    return new Attempts(consensus, revive, OptionalDouble.of(params.getConsensusThreshold()));
  }

  /** The plan asked for; empty for the planner's. */
  Optional<PlanKind> plan() {
    return PlanKind.asked(params.getPlan());
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

  /** What becomes of repeated cells. */
  DuplicatePolicy duplicates() {
    return DuplicatePolicy.valueOf(upper(params.getDuplicates()));
  }

  /** What a cell is that is not stored. */
  EmptyCells emptyCells() {
    return EmptyCells.valueOf(upper(params.getEmptyCells()));
  }

  private Precision precision() {
    return Precision.valueOf(upper(params.getPrecision()));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
