package org.sparknmf.ml;

import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.engine.EngineSettings;
import org.sparknmf.engine.Engines;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.plan.EnginePlanner;
import org.sparknmf.engine.plan.Plan;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.fit.Beginning;
import org.sparknmf.fit.BestAttempt;
import org.sparknmf.fit.Factorization;
import org.sparknmf.fit.FitTask;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.ml.factor.NmfFactors;
import org.sparknmf.solver.divergence.Penalties;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.StartKind;

/**
 * Non-negative matrix factorization X (m x n) ~= W (m x k) H (k x n) as an estimator. X is a column
 * of vectors, one for each row, with a column of row ids or without; or it is triples of row id,
 * column id and value, where {@code rowCol} and {@code colCol} are set.
 *
 * <p>The factors depend on the data, the parameters and the seed, to the last bit, and not on how
 * the data is partitioned; rows of vectors without ids are counted in the order of the dataset. The
 * defaults are those of {@code fit} on the command line but for {@code solver}, which is auto.
 */
public final class NMF extends Estimator<NMFModel> implements NmfParams, DefaultParamsWritable {
  private static final long serialVersionUID = 1L;

  private final String uid;
  private final NmfParamSet definitions;

  /** An estimator with a uid of its own. */
  public NMF() {
    this(Identifiable.randomUID("nmf"));
  }

  /** An estimator with a given uid, as Spark's readers make it. */
  public NMF(String uid) {
    this.uid = uid;
    this.definitions = new NmfParamSet(this);
    definitions.setDefaults();
  }

  /** One that was saved. */
  public static NMF load(String path) {
    return read().load(path);
  }

  /** Reads what was saved. */
  public static MLReader<NMF> read() {
    return new EstimatorReader<>(NMF.class, NMF::new);
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public NmfParamSet definitions() {
    return definitions;
  }

  @Override
  public NMF copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    ParamSettings settings = new ParamSettings(this);
    settings.solver();
    settings.attempts();
    InputColumns columns = new InputColumns(this);
    columns.require(schema);
    columns.requireWeight(schema);
    return OutputSchema.of(this, schema);
  }

  /**
   * Factorises X.
   *
   * @throws IllegalArgumentException if a parameter or a column is not what it must be
   * @throws org.sparknmf.solver.InvalidMatrixException if X has a negative or infinite value, or is
   *     no matrix for another reason
   */
  @Override
  public NMFModel fit(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(dataset.sparkSession().sparkContext());
    ParamSettings settings = new ParamSettings(this);
    try (SparkScope scope = new SparkScope(context)) {
      NumberedMatrix matrix =
          new TrainingFrame(this, dataset).numbered(settings.layout(Resources.of(context)), scope);
      Factorization fit = factorize(matrix, settings, scope);
      NMFModel model =
          new NMFModel(uid, NmfFactors.of(dataset.sparkSession(), matrix, fit), NmfSummary.of(fit));
      return charged(
              copyValues(model, ParamMap.empty()), settings.solver().on(matrix.x().summary()))
          .setParent(this);
    } catch (SparkException failure) {
      throw new IllegalStateException("Spark could not read the dataset: " + failure, failure);
    }
  }

  /** The model with the penalties that were charged, since new rows are charged the same. */
  private static NMFModel charged(NMFModel model, NmfSettings fitted) {
    Penalties penalties = fitted.objective().penalties();
    model.set(model.penaltyScale(), ValueRule.wordOf(penalties.scale()));
    model.set(model.alphaW(), penalties.alphaW());
    model.set(model.alphaH(), penalties.alphaH());
    return model;
  }

  private Factorization factorize(NumberedMatrix matrix, ParamSettings settings, SparkScope scope) {
    DistributedMatrix x = matrix.x();
    NmfSettings nmf = settings.solver();
    StartKind start = settings.start(x.summary());
    Resources resources = Resources.of(scope.context());
    Plan plan = EnginePlanner.of(nmf, x, resources).plan(settings.plan());
    EngineSettings checkpoints = settings.engine(plan.kind(), scope.context());
    Engines engines = new Engines(plan.kind(), x, checkpoints, scope);
    FitTask task = new FitTask(nmf, Beginning.of(start), settings.attempts());
    return BestAttempt.find(engines, task, iteration -> {});
  }

  public NMF setK(int value) {
    return with(k(), value);
  }

  public NMF setMaxIter(int value) {
    return with(maxIter(), value);
  }

  public NMF setTol(double value) {
    return with(tol(), value);
  }

  public NMF setSeed(long value) {
    return with(seed(), value);
  }

  public NMF setFeaturesCol(String value) {
    return with(featuresCol(), value);
  }

  public NMF setOutputCol(String value) {
    return with(outputCol(), value);
  }

  public NMF setIdCol(String value) {
    return with(idCol(), value);
  }

  public NMF setRowCol(String value) {
    return with(rowCol(), value);
  }

  public NMF setColCol(String value) {
    return with(colCol(), value);
  }

  public NMF setValueCol(String value) {
    return with(valueCol(), value);
  }

  public NMF setWeightCol(String value) {
    return with(weightCol(), value);
  }

  public NMF setLoss(String value) {
    return with(loss(), value);
  }

  public NMF setSolver(String value) {
    return with(solver(), value);
  }

  public NMF setInnerUpdates(int value) {
    return with(innerUpdates(), value);
  }

  public NMF setMomentum(String value) {
    return with(momentum(), value);
  }

  public NMF setInit(String value) {
    return with(init(), value);
  }

  public NMF setRestarts(int value) {
    return with(restarts(), value);
  }

  public NMF setConsensus(int value) {
    return with(consensus(), value);
  }

  public NMF setConsensusThreshold(double value) {
    return with(consensusThreshold(), value);
  }

  public NMF setRevive(boolean value) {
    return with(revive(), value);
  }

  public NMF setAlphaW(double value) {
    return with(alphaW(), value);
  }

  public NMF setAlphaH(double value) {
    return with(alphaH(), value);
  }

  public NMF setPenaltyScale(String value) {
    return with(penaltyScale(), value);
  }

  public NMF setL1Ratio(double value) {
    return with(l1Ratio(), value);
  }

  public NMF setEmptyCells(String value) {
    return with(emptyCells(), value);
  }

  public NMF setDuplicates(String value) {
    return with(duplicates(), value);
  }

  public NMF setPrecision(String value) {
    return with(precision(), value);
  }

  public NMF setPlan(String value) {
    return with(plan(), value);
  }

  public NMF setPartitions(int value) {
    return with(partitions(), value);
  }

  public NMF setCheckpointInterval(int value) {
    return with(checkpointInterval(), value);
  }

  public NMF setMaxRuntime(double value) {
    return with(maxRuntime(), value);
  }

  private <T> NMF with(Param<T> param, T value) {
    set(param, value);
    return this;
  }
}
