package org.sparknmf.app.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.session.Versions;
import org.sparknmf.app.settings.InputOptions;
import org.sparknmf.app.settings.Redaction;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.plan.Plan;
import org.sparknmf.fit.Consensus;
import org.sparknmf.fit.Factorization;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.frame.FactorDigest;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.linalg.kernel.KernelChoice;
import org.sparknmf.report.Manifest;
import org.sparknmf.solver.loop.FitResult;

/** Brings together what the manifest tells. */
public final class ManifestBuilder {
  private final String command;
  private final ResolvedSettings settings;
  private final Instant started;

  public ManifestBuilder(String command, ResolvedSettings settings, Instant started) {
    this.command = command;
    this.settings = settings;
    this.started = started;
  }

  /**
   * Of a fit.
   *
   * @param identity what its bits follow from
   * @param failedGates why the result is not to be the current one; empty if it is
   */
  public Manifest build(
      String runId,
      Map<String, String> identity,
      MatrixInput input,
      Plan plan,
      Factorization fit,
      List<String> failedGates,
      Map<String, Double> seconds) {
    DistributedMatrix x = input.matrix().x();
    boolean good = failedGates.isEmpty();
    List<String> warnings = new ArrayList<>(failedGates);
    warnings.addAll(warnings(input, fit));
    return new Manifest(
        Manifest.SCHEMA_VERSION,
        runId,
        good ? Manifest.DONE : Manifest.GATED,
        (good ? ExitCode.DONE : ExitCode.GATE).number(),
        good ? null : ExitCode.GATE.name(),
        command,
        started.toString(),
        Instant.now().toString(),
        input(input),
        identity,
        settings.asMap(),
        plan(plan, x.grid()),
        result(fit),
        factors(fit, input.matrix(), x.grid().rank()),
        seconds,
        versions(),
        warnings,
        null,
        null);
  }

  /**
   * Of a command that uses a model.
   *
   * @param taken the settings that it takes
   * @param outcome what it came to
   * @param warnings what a reader should know
   */
  public Manifest build(
      String runId,
      List<Setting<?>> taken,
      Map<String, Object> outcome,
      Map<String, Double> seconds,
      List<String> warnings) {
    return new Manifest(
        Manifest.SCHEMA_VERSION,
        runId,
        Manifest.DONE,
        ExitCode.DONE.number(),
        null,
        command,
        started.toString(),
        Instant.now().toString(),
        null,
        null,
        settings.asMap(taken),
        null,
        null,
        null,
        seconds,
        versions(),
        warnings,
        outcome,
        null);
  }

  private List<String> warnings(MatrixInput input, Factorization fit) {
    List<String> warnings = new ArrayList<>(Warnings.after(settings, fit));
    LeftOut.warning(input.source().rejected()).ifPresent(warnings::add);
    return warnings;
  }

  /** What there is to tell of X. */
  public Manifest.Input input(MatrixInput input) {
    DistributedMatrix x = input.matrix().x();
    return new Manifest.Input(
        Redaction.text(InputOptions.words(settings)),
        input.source().description(),
        input.matrix().rows().size(),
        input.matrix().columns().size(),
        x.summary().nonZeros(),
        x.entries(),
        "%016x".formatted(x.fingerprint()),
        settings.word(SourceSettings.WEIGHTING),
        settings.word(Catalogue.EMPTY_CELLS),
        input.source().rejected().count(),
        input.quality());
  }

  private static Manifest.Plan plan(Plan plan, BlockGrid grid) {
    return new Manifest.Plan(
        PlanOption.word(plan),
        plan.reason(),
        grid.orientation().name().toLowerCase(Locale.ROOT),
        KernelChoice.reason(),
        grid.partitions(),
        grid.segments(),
        grid.blockRows());
  }

  private static Manifest.Result result(Factorization fit) {
    FitResult result = fit.result();
    return new Manifest.Result(
        result.iterations(),
        result.stopReason().converged(),
        result.stopReason().words(),
        result.relativeError(),
        result.loss(),
        result.penalty(),
        result.kktResidual(),
        fit.deadComponents(),
        fit.attempts(),
        fit.consensus().map(ManifestBuilder::consensus).orElse(null));
  }

  private static Manifest.Consensus consensus(Consensus found) {
    Double silhouette = Double.isNaN(found.silhouette()) ? null : found.silhouette();
    return new Manifest.Consensus(
        found.fits(), found.components(), found.leftOut(), silhouette, found.found());
  }

  private static Manifest.Factors factors(Factorization fit, NumberedMatrix x, int rank) {
    return new Manifest.Factors(
        new Manifest.Factor(x.rows().size(), rank, FactorDigest.of(fit.w(), "W")),
        new Manifest.Factor(x.columns().size(), rank, FactorDigest.of(fit.h(), "H")));
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("spark-nmf", Versions.sparkNmf());
    versions.put("spark", Versions.spark());
    versions.put("scala", Versions.scala());
    versions.put("hadoop", Versions.hadoop());
    versions.put("java", Versions.java());
    return versions;
  }
}
