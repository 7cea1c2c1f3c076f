package org.sparknmf.app.fit;

import java.util.Locale;
import java.util.Map;
import org.sparknmf.app.run.MatrixInput;
import org.sparknmf.app.run.PlanOption;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.plan.Plan;
import org.sparknmf.fit.Consensus;
import org.sparknmf.fit.Factorization;
import org.sparknmf.fit.setting.SolverChoice;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.frame.factor.FactorDigest;
import org.sparknmf.linalg.kernel.KernelChoice;
import org.sparknmf.report.Manifest;
import org.sparknmf.solver.divergence.Penalties;
import org.sparknmf.solver.loop.FitResult;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.StartKind;

/** What the manifest tells of a fit. */
final class FitRecords {
  private FitRecords() {}

  static Manifest.FitRecord of(
      ResolvedSettings settings,
      NmfSettings nmf,
      Map<String, String> identity,
      MatrixInput input,
      Plan plan,
      StartKind start,
      Factorization fit) {
    NumberedMatrix x = input.matrix();
    BlockGrid grid = x.x().grid();
    SolverChoice choice = SolverChoice.of(settings);
    Penalties penalties = nmf.objective().penalties();
    return new Manifest.FitRecord(
        input.told(settings),
        identity,
        new Manifest.PlanRecord(
            PlanOption.word(plan),
            plan.reason(),
            grid.orientation().name().toLowerCase(Locale.ROOT),
            KernelChoice.reason(),
            grid.partitions(),
            grid.segments(),
            grid.blockRows(),
            choice.method().name(),
            choice.reason(),
            ValueRule.wordOf(start),
            ValueRule.wordOf(penalties.scale()),
            penalties.alphaW(),
            penalties.alphaH()),
        result(fit),
        new Manifest.FactorRecords(
            factor(x.rows().size(), grid.rank(), FactorDigest.of(fit.w(), "W")),
            factor(x.columns().size(), grid.rank(), FactorDigest.of(fit.h(), "H"))));
  }

  private static Manifest.FactorRecord factor(long rows, int rank, String sha256) {
    return new Manifest.FactorRecord(rows, rank, sha256);
  }

  private static Manifest.ResultRecord result(Factorization fit) {
    FitResult result = fit.result();
    return new Manifest.ResultRecord(
        result.iterations(),
        result.rejected(),
        result.stopReason().converged(),
        result.stopReason().words(),
        result.relativeError(),
        result.loss(),
        result.penalty(),
        result.kktResidual(),
        fit.deadComponents(),
        fit.attempts(),
        fit.consensus().map(FitRecords::consensus).orElse(null),
        fit.isComplete());
  }

  private static Manifest.ConsensusRecord consensus(Consensus found) {
    Double silhouette = Double.isNaN(found.silhouette()) ? null : found.silhouette();
    return new Manifest.ConsensusRecord(
        found.fits(), found.components(), found.leftOut(), silhouette, found.found());
  }
}
