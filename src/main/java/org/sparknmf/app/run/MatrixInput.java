package org.sparknmf.app.run;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.command.Phases;
import org.sparknmf.app.settings.InputOptions;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.FitSettings;
import org.sparknmf.frame.MatrixBuilder;
import org.sparknmf.frame.MatrixSettings;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.io.read.MatrixReader;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.report.DataQuality;
import org.sparknmf.report.Manifest;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.TfIdf;

/**
 * X as the settings describe it: read, numbered, in blocks, weighted.
 *
 * @param source what was read
 * @param matrix X
 * @param weights those of TF-IDF, where asked for
 * @param quality what deserves a look in the data
 */
public record MatrixInput(
    MatrixSource source, NumberedMatrix matrix, Optional<TfIdf> weights, DataQuality quality) {

  /** Reads it all, where nobody asks for its phases. */
  public static MatrixInput read(SparkSession spark, ResolvedSettings settings, SparkScope scope) {
    return read(spark, settings, scope, Phases.after(0));
  }

  /** Reads it all; whatever is persisted belongs to the scope. */
  public static MatrixInput read(
      SparkSession spark, ResolvedSettings settings, SparkScope scope, Phases phases) {
    MatrixSettings building = layout(settings, Resources.of(scope.context()));
    MatrixSource source =
        phases.within(
            Phases.RECOGNITION, () -> MatrixReader.open(spark, InputOptions.of(settings)));
    InputApart.require(spark, settings, source);
    NumberedMatrix matrix =
        ReadFailures.explaining(
            source.frame(), () -> new MatrixBuilder(source.frame(), building, scope).build());
    if (!isWeighted(settings)) {
      return new MatrixInput(source, matrix, Optional.empty(), QualityReport.of(matrix));
    }
    DistributedMatrix counts = matrix.x();
    TfIdf weights = new TfIdf(counts.summary().rows(), counts.documentFrequencies());
    NumberedMatrix weighted = matrix.withCells(counts.weighted(weights));
    return new MatrixInput(source, weighted, Optional.of(weights), QualityReport.of(weighted));
  }

  /**
   * Refuses settings that contradict each other, before Spark starts.
   *
   * @throws InvalidSettingException for the first two that do
   */
  public static void requireConsistent(ResolvedSettings settings) {
    refuseContradiction(settings);
    orientation(settings);
    InputOptions.of(settings);
  }

  /** How X becomes blocks on what there is to work with. */
  public static MatrixSettings layout(ResolvedSettings settings, Resources resources) {
    refuseContradiction(settings);
    return new MatrixSettings(
        settings.get(Catalogue.RANK),
        settings.get(Catalogue.PARTITIONS),
        resources,
        settings.get(Catalogue.DUPLICATES),
        settings.get(Catalogue.PRECISION),
        orientation(settings),
        settings.get(Catalogue.EMPTY_CELLS),
        FitSettings.miniBatch(settings).rows());
  }

  private static void refuseContradiction(ResolvedSettings settings) {
    if (isWeighted(settings) && settings.get(Catalogue.EMPTY_CELLS) == EmptyCells.MISSING) {
      throw new InvalidSettingException(
          "weighting tf-idf and empty-cells missing exclude each other: tf-idf takes a cell that is"
              + " not stored for a zero; say --empty-cells zero or --weighting none");
    }
    if (isByBatch(settings) && settings.get(Catalogue.PLAN).equals(Optional.of(PlanKind.SHUFFLE))) {
      throw new InvalidSettingException(
          "plan shuffle and mini-batch exclude each other: batches improve H on the driver; say"
              + " --plan auto or --mini-batch off");
    }
  }

  private static boolean isWeighted(ResolvedSettings settings) {
    return settings.get(SourceSettings.WEIGHTING) == SourceSettings.Weighting.TF_IDF;
  }

  private static boolean isByBatch(ResolvedSettings settings) {
    return FitSettings.miniBatch(settings).isOn();
  }

  /** Weights of whole rows, and batches of them, need whole rows. */
  private static Optional<Orientation> orientation(ResolvedSettings settings) {
    Optional<Orientation> wanted = settings.get(Catalogue.ORIENTATION);
    if (!isWeighted(settings) && !isByBatch(settings)) {
      return wanted;
    }
    if (wanted.filter(Orientation.COLUMNS::equals).isPresent()) {
      throw new InvalidSettingException(
          isWeighted(settings)
              ? "orientation columns and weighting tf-idf exclude each other: the weights need whole"
                  + " rows; say --orientation auto"
              : "orientation columns and mini-batch exclude each other: batches are of whole rows;"
                  + " say --orientation auto");
    }
    return Optional.of(Orientation.ROWS);
  }

  /** What the manifest tells of X. */
  public Manifest.InputRecord told(ResolvedSettings settings) {
    DistributedMatrix x = matrix.x();
    return new Manifest.InputRecord(
        InputOptions.words(settings),
        source.description(),
        matrix.rows().size(),
        matrix.columns().size(),
        x.summary().nonZeros(),
        x.entries(),
        "%016x".formatted(x.fingerprint()),
        settings.word(SourceSettings.WEIGHTING),
        settings.word(Catalogue.EMPTY_CELLS),
        source.rejected().count(),
        quality);
  }
}
