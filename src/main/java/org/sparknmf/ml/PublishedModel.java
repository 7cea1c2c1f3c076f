package org.sparknmf.ml;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.fit.Factorization;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.solver.method.NmfSettings;

/**
 * The {@code model} among the results of a fit, for {@link NMFModel#load}. H is in it; of W, which
 * may be the largest table of all, it only says that it lies beside.
 */
public final class PublishedModel {
  private final SparkSession spark;
  private final String path;

  /**
   * A model that is not there yet.
   *
   * @param path of its directory, beside the fit's {@code W}
   */
  public PublishedModel(SparkSession spark, String path) {
    this.spark = spark;
    this.path = path;
  }

  /**
   * Writes it.
   *
   * @param settings of the fit
   * @param fit what came out
   * @param h {@code id, factors}
   * @param weighting {@code id, weight}, where rows were weighted
   */
  public void write(
      NmfSettings settings, Factorization fit, Dataset<Row> h, Optional<Dataset<Row>> weighting) {
    ModelMetadata metadata =
        new ModelMetadata(params(settings), NmfSummary.of(fit))
            .weighted(weighting.isPresent())
            .withRowFactors(ModelWriter.W_BESIDE);
    ModelWriter.writeMetadata(spark, path, metadata);
    h.write().parquet(path + "/" + ModelWriter.H);
    weighting.ifPresent(
        table -> table.coalesce(1).write().parquet(path + "/" + ModelWriter.WEIGHTING));
  }

  /** What of the settings is a parameter; new rows come as triples with the fields of our files. */
  private static NmfParams params(NmfSettings settings) {
    return new NMF()
        .setK(settings.rank())
        .setMaxIter(settings.maxIterations())
        .setTol(settings.tolerance())
        .setSeed(settings.seed())
        .setLoss(settings.objective().divergence().name())
        .setSolver(settings.method().name())
        .setEmptyCells(ValueRule.wordOf(settings.objective().emptyCells()))
        .setAlphaW(settings.objective().alphaW())
        .setAlphaH(settings.objective().alphaH())
        .setL1Ratio(settings.objective().l1Ratio())
        .setPrecision(ValueRule.wordOf(settings.precision()))
        .setRowCol("row")
        .setColCol("column")
        .setValueCol("value");
  }
}
