package org.sparknmf.ml;

import org.sparknmf.fit.Factorization;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.solver.method.NmfSettings;

/**
 * The {@code model} among the results of a fit, for {@link NMFModel#load}. H is in it; of W, which
 * may be the largest table of all, it only says that it lies beside.
 */
public final class PublishedModel {
  /** Directory of its metadata. */
  public static final String METADATA = ModelWriter.METADATA;

  /** Its table of H: {@code id, factors}. */
  public static final String H = ModelWriter.H;

  /** Its table of the weights of columns, {@code id, weight}, where rows were weighted. */
  public static final String WEIGHTING = ModelWriter.WEIGHTING;

  private PublishedModel() {}

  /**
   * The line of its metadata.
   *
   * @param sparkVersion of the Spark that writes it
   * @param settings of the fit
   * @param fit what came out
   * @param isWeighted whether rows were weighted
   */
  public static String metadata(
      String sparkVersion, NmfSettings settings, Factorization fit, boolean isWeighted) {
    return new ModelMetadata(params(settings), NmfSummary.of(fit))
        .weighted(isWeighted)
        .withRowFactors(ModelWriter.W_BESIDE)
        .line(sparkVersion);
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
        .setAlphaW(settings.objective().penalties().alphaW())
        .setAlphaH(settings.objective().penalties().alphaH())
        .setPenaltyScale(ValueRule.wordOf(settings.objective().penalties().scale()))
        .setL1Ratio(settings.objective().penalties().l1Ratio())
        .setPrecision(ValueRule.wordOf(settings.precision()))
        .setRowCol("row")
        .setColCol("column")
        .setValueCol("value");
  }
}
