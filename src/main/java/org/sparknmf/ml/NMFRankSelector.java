package org.sparknmf.ml;

import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.select.RankSelection;
import org.sparknmf.select.SelectionSettings;
import org.sparknmf.select.trial.SelectionKeeper;
import org.sparknmf.select.trial.TrialListener;

/**
 * Tries ranks and fits {@link NMF} with the one that is advised. The parameters are those of {@link
 * NMF}, {@code k} apart, with five restarts and 100 iterations by default; and {@code ranks},
 * {@code heldOutShare}, {@code warmStart}.
 */
public final class NMFRankSelector extends Estimator<NMFModel>
    implements NmfParams, DefaultParamsWritable {
  private static final long serialVersionUID = 1L;

  private final String uid;
  private final NmfParamSet definitions;

  /** A selector with a uid of its own. */
  public NMFRankSelector() {
    this(Identifiable.randomUID("nmfRankSelector"));
  }

  /** A selector with a given uid, as Spark's readers make it. */
  public NMFRankSelector(String uid) {
    this.uid = uid;
    this.definitions = new NmfParamSet(this);
    definitions.add(Catalogue.OF_A_SELECTION);
    definitions.setDefaults();
    definitions.setDefaults(Catalogue.OF_A_SELECTION);
    Catalogue.WHERE_RANKS_ARE_TRIED.forEach(definitions::setDefault);
  }

  /** One that was saved. */
  public static NMFRankSelector load(String path) {
    return read().load(path);
  }

  /** Reads what was saved. */
  public static MLReader<NMFRankSelector> read() {
    return new EstimatorReader<>(NMFRankSelector.class, NMFRankSelector::new);
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public NmfParamSet definitions() {
    return definitions;
  }

  /** The ranks to try. */
  public IntArrayParam ranks() {
    return (IntArrayParam) definitions.of(Catalogue.RANKS);
  }

  /** Part of the cells that each fit does not see; 0 for what the matrix can spare. */
  public DoubleParam heldOutShare() {
    return definitions.number(Catalogue.HELD_OUT_SHARE);
  }

  /** Whether each fit begins where that of the rank before ended. */
  public BooleanParam warmStart() {
    return definitions.flag(Catalogue.WARM_START);
  }

  @Override
  public NMFRankSelector copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return advised(1).transformSchema(schema);
  }

  /**
   * The figures of each rank and the rank advised, without a fit of the whole.
   *
   * @throws IllegalArgumentException if a parameter or a column is not what it must be
   */
  public RankSelection.Outcome select(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(dataset.sparkSession().sparkContext());
    SelectionSettings wanted = wanted();
    NMF largest = advised(wanted.largest());
    try (SparkScope scope = new SparkScope(context)) {
      NumberedMatrix matrix =
          new TrainingFrame(this, dataset)
              .numbered(new ParamSettings(largest).byRows(Resources.of(context)), scope);
      FactorStore store = new FactorStore(scope, new CheckpointPlace(context).directory());
      return new RankSelection(
              matrix.x(),
              matrix.keys(scope),
              wanted,
              store,
              scope,
              TrialListener.until(getMaxRuntime()),
              SelectionKeeper.NONE)
          .run();
    } catch (SparkException failure) {
      throw new IllegalStateException("Spark could not read the dataset: " + failure, failure);
    }
  }

  private SelectionSettings wanted() {
    ParamSettings settings = new ParamSettings(this);
    return new SelectionSettings(
        settings.get(Catalogue.RANKS),
        getRestarts(),
        settings.get(Catalogue.HELD_OUT_SHARE),
        false,
        settings.get(Catalogue.WARM_START),
        settings.solver());
  }

  /** Tries the ranks, and fits with the one advised. */
  @Override
  public NMFModel fit(Dataset<?> dataset) {
    NMFModel model = advised(select(dataset).choice().rank()).fit(dataset);
    return model.setParent(this);
  }

  /** The estimator with these parameters and a rank. */
  private NMF advised(int rank) {
    return copyValues(new NMF(uid), ParamMap.empty()).setK(rank);
  }

  /** Sets {@link #ranks}. */
  public NMFRankSelector setRanks(int... values) {
    return with(ranks(), values);
  }

  /** Sets {@link #heldOutShare}. */
  public NMFRankSelector setHeldOutShare(double value) {
    return with(heldOutShare(), value);
  }

  /** Sets {@link #warmStart}. */
  public NMFRankSelector setWarmStart(boolean value) {
    return with(warmStart(), value);
  }

  /** See {@link NmfParams#restarts}; at least 2. */
  public NMFRankSelector setRestarts(int value) {
    return with(restarts(), value);
  }

  /** See {@link NmfParams#loss}; a beta above 0. */
  public NMFRankSelector setLoss(String value) {
    return with(loss(), value);
  }

  public NMFRankSelector setEmptyCells(String value) {
    return with(emptyCells(), value);
  }

  /** See {@link NmfParams#solver}; auto, hals or mu. */
  public NMFRankSelector setSolver(String value) {
    return with(solver(), value);
  }

  public NMFRankSelector setMaxIter(int value) {
    return with(maxIter(), value);
  }

  public NMFRankSelector setSeed(long value) {
    return with(seed(), value);
  }

  public NMFRankSelector setFeaturesCol(String value) {
    return with(featuresCol(), value);
  }

  public NMFRankSelector setIdCol(String value) {
    return with(idCol(), value);
  }

  private <T> NMFRankSelector with(Param<T> param, T value) {
    set(param, value);
    return this;
  }
}
