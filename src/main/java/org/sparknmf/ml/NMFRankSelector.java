package org.sparknmf.ml;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.frame.MatrixBuilder;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.select.RankSelection;
import org.sparknmf.select.SelectionSettings;
import org.sparknmf.select.trial.TrialListener;

/**
 * Tries ranks and fits {@link NMF} with the one that is advised. The parameters are those of {@link
 * NMF}, {@code k} apart, with five restarts, coordinate descent and 100 iterations by default; and
 * {@code ranks}, {@code heldOutShare}, {@code warmStart}.
 */
public final class NMFRankSelector extends Estimator<NMFModel>
    implements NmfParams, DefaultParamsWritable {
  private static final long serialVersionUID = 1L;
  private static final int LEAST_RANK = 2;
  private static final int LARGEST_RANK = 20;

  private final String uid;
  private final NmfParamSet definitions;
  private final IntArrayParam ranks;
  private final DoubleParam heldOutShare;
  private final BooleanParam warmStart;

  /** A selector with a uid of its own. */
  public NMFRankSelector() {
    this(Identifiable.randomUID("nmfRankSelector"));
  }

  /** A selector with a given uid, as Spark's readers make it. */
  public NMFRankSelector(String uid) {
    this.uid = uid;
    this.definitions = new NmfParamSet(this);
    this.ranks =
        new IntArrayParam(
            this,
            "ranks",
            "ranks to try",
            ParamRule.of(
                "ranks",
                "one rank or more, each at least 1",
                value -> Arrays.stream((int[]) value).min().orElse(0) > 0));
    this.heldOutShare =
        new DoubleParam(
            this,
            "heldOutShare",
            "part of the cells that each fit does not see; 0 for what the matrix can spare",
            ParamRule.between("heldOutShare", 0, 0.5));
    this.warmStart =
        new BooleanParam(
            this, "warmStart", "whether each fit begins where that of the rank before ended");
    definitions.setDefaults();
    setDefault(restarts(), 5);
    setDefault(solver(), "hals");
    setDefault(maxIter(), 100);
    setDefault(ranks, IntStream.rangeClosed(LEAST_RANK, LARGEST_RANK).toArray());
    setDefault(heldOutShare, 0.0);
    setDefault(warmStart, false);
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
    return ranks;
  }

  /** Part of the cells that each fit does not see; 0 for what the matrix can spare. */
  public DoubleParam heldOutShare() {
    return heldOutShare;
  }

  /** Whether each fit begins where that of the rank before ended. */
  public BooleanParam warmStart() {
    return warmStart;
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
          new MatrixBuilder(
                  new TrainingFrame(this, dataset).matrix(),
                  new ParamSettings(largest).byRows(Resources.of(context)),
                  scope)
              .build();
      FactorStore store = new FactorStore(scope, new CheckpointPlace(context).directory());
      return new RankSelection(
              matrix.x(),
              matrix.keys(scope),
              wanted,
              store,
              scope,
              TrialListener.until(getMaxRuntime()))
          .run();
    } catch (SparkException failure) {
      throw new IllegalStateException("Spark could not read the dataset: " + failure, failure);
    }
  }

  private SelectionSettings wanted() {
    double share = (double) getOrDefault(heldOutShare);
    List<Integer> all = Arrays.stream(getOrDefault(ranks)).boxed().toList();
    return new SelectionSettings(
        all,
        getRestarts(),
        share == 0 ? OptionalDouble.empty() : OptionalDouble.of(share),
        false,
        (boolean) getOrDefault(warmStart),
        new ParamSettings(this).solver());
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
    set(ranks, values);
    return this;
  }

  /** Sets {@link #heldOutShare}. */
  public NMFRankSelector setHeldOutShare(double value) {
    set(heldOutShare, value);
    return this;
  }

  /** Sets {@link #warmStart}. */
  public NMFRankSelector setWarmStart(boolean value) {
    set(warmStart, value);
    return this;
  }

  /** See {@link NmfParams#restarts}; at least 2. */
  public NMFRankSelector setRestarts(int value) {
    set(restarts(), value);
    return this;
  }

  /** See {@link NmfParams#loss}; a beta above 0, and with another than frobenius solver mu. */
  public NMFRankSelector setLoss(String value) {
    set(loss(), value);
    return this;
  }

  /** See {@link NmfParams#emptyCells}. */
  public NMFRankSelector setEmptyCells(String value) {
    set(emptyCells(), value);
    return this;
  }

  /** See {@link NmfParams#solver}; hals or mu. */
  public NMFRankSelector setSolver(String value) {
    set(solver(), value);
    return this;
  }

  /** See {@link NmfParams#maxIter}. */
  public NMFRankSelector setMaxIter(int value) {
    set(maxIter(), value);
    return this;
  }

  /** See {@link NmfParams#seed}. */
  public NMFRankSelector setSeed(long value) {
    set(seed(), value);
    return this;
  }

  /** See {@link NmfParams#featuresCol}. */
  public NMFRankSelector setFeaturesCol(String value) {
    set(featuresCol(), value);
    return this;
  }

  /** See {@link NmfParams#idCol}. */
  public NMFRankSelector setIdCol(String value) {
    set(idCol(), value);
    return this;
  }
}
