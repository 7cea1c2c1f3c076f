package org.sparknmf.ml;

import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Estimator;
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
import org.sparknmf.frame.MatrixBuilder;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.ml.factor.NmfFactors;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.StartKind;

/**
 * Non-negative matrix factorization X (m x n) ~= W (m x k) H (k x n) as an estimator. X is a column
 * of vectors, one for each row, with a column of row ids or without; or it is triples of row id,
 * column id and value, where {@code rowCol} and {@code colCol} are set.
 *
 * <p>The factors depend on the data, the parameters and the seed, to the last bit, and not on how
 * the data is partitioned; rows of vectors without ids are counted in the order of the dataset.
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
    new ParamSettings(this).solver();
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
          new MatrixBuilder(
                  new TrainingFrame(this, dataset).matrix(),
                  settings.layout(Resources.of(context)),
                  scope)
              .build();
      Factorization fit = factorize(matrix, settings, scope);
      NMFModel model =
          new NMFModel(uid, NmfFactors.of(dataset.sparkSession(), matrix, fit), NmfSummary.of(fit));
      return copyValues(model, ParamMap.empty()).setParent(this);
    } catch (SparkException failure) {
      throw new IllegalStateException("Spark could not read the dataset: " + failure, failure);
    }
  }

  private Factorization factorize(NumberedMatrix matrix, ParamSettings settings, SparkScope scope) {
    DistributedMatrix x = matrix.x();
    NmfSettings nmf = settings.solver();
    StartKind start = settings.start(matrix.rows().size(), matrix.columns().size());
    Resources resources = Resources.of(scope.context());
    Plan plan = EnginePlanner.of(nmf, x, resources).plan(settings.plan());
    EngineSettings checkpoints = settings.engine(plan.kind(), scope.context());
    Engines engines = new Engines(plan.kind(), x, checkpoints, scope);
    FitTask task = new FitTask(nmf, Beginning.of(start), settings.attempts());
    return BestAttempt.find(engines, task, iteration -> {});
  }

  /** See {@link NmfParams#k}. */
  public NMF setK(int value) {
    set(k(), value);
    return this;
  }

  /** See {@link NmfParams#maxIter}. */
  public NMF setMaxIter(int value) {
    set(maxIter(), value);
    return this;
  }

  /** See {@link NmfParams#tol}. */
  public NMF setTol(double value) {
    set(tol(), value);
    return this;
  }

  /** See {@link NmfParams#seed}. */
  public NMF setSeed(long value) {
    set(seed(), value);
    return this;
  }

  /** See {@link NmfParams#featuresCol}. */
  public NMF setFeaturesCol(String value) {
    set(featuresCol(), value);
    return this;
  }

  /** See {@link NmfParams#outputCol}. */
  public NMF setOutputCol(String value) {
    set(outputCol(), value);
    return this;
  }

  /** See {@link NmfParams#idCol}. */
  public NMF setIdCol(String value) {
    set(idCol(), value);
    return this;
  }

  /** See {@link NmfParams#rowCol}. */
  public NMF setRowCol(String value) {
    set(rowCol(), value);
    return this;
  }

  /** See {@link NmfParams#colCol}. */
  public NMF setColCol(String value) {
    set(colCol(), value);
    return this;
  }

  /** See {@link NmfParams#valueCol}. */
  public NMF setValueCol(String value) {
    set(valueCol(), value);
    return this;
  }

  /** See {@link NmfParams#weightCol}. */
  public NMF setWeightCol(String value) {
    set(weightCol(), value);
    return this;
  }

  /** See {@link NmfParams#loss}. */
  public NMF setLoss(String value) {
    set(loss(), value);
    return this;
  }

  /** See {@link NmfParams#solver}. */
  public NMF setSolver(String value) {
    set(solver(), value);
    return this;
  }

  /** See {@link NmfParams#innerUpdates}. */
  public NMF setInnerUpdates(int value) {
    set(innerUpdates(), value);
    return this;
  }

  /** See {@link NmfParams#init}. */
  public NMF setInit(String value) {
    set(init(), value);
    return this;
  }

  /** See {@link NmfParams#restarts}. */
  public NMF setRestarts(int value) {
    set(restarts(), value);
    return this;
  }

  /** See {@link NmfParams#consensus}. */
  public NMF setConsensus(int value) {
    set(consensus(), value);
    return this;
  }

  /** See {@link NmfParams#consensusThreshold}. */
  public NMF setConsensusThreshold(double value) {
    set(consensusThreshold(), value);
    return this;
  }

  /** See {@link NmfParams#revive}. */
  public NMF setRevive(boolean value) {
    set(revive(), value);
    return this;
  }

  /** See {@link NmfParams#alphaW}. */
  public NMF setAlphaW(double value) {
    set(alphaW(), value);
    return this;
  }

  /** See {@link NmfParams#alphaH}. */
  public NMF setAlphaH(double value) {
    set(alphaH(), value);
    return this;
  }

  /** See {@link NmfParams#l1Ratio}. */
  public NMF setL1Ratio(double value) {
    set(l1Ratio(), value);
    return this;
  }

  /** See {@link NmfParams#emptyCells}. */
  public NMF setEmptyCells(String value) {
    set(emptyCells(), value);
    return this;
  }

  /** See {@link NmfParams#duplicates}. */
  public NMF setDuplicates(String value) {
    set(duplicates(), value);
    return this;
  }

  /** See {@link NmfParams#precision}. */
  public NMF setPrecision(String value) {
    set(precision(), value);
    return this;
  }

  /** See {@link NmfParams#plan}. */
  public NMF setPlan(String value) {
    set(plan(), value);
    return this;
  }

  /** See {@link NmfParams#partitions}. */
  public NMF setPartitions(int value) {
    set(partitions(), value);
    return this;
  }

  /** See {@link NmfParams#checkpointInterval}. */
  public NMF setCheckpointInterval(int value) {
    set(checkpointInterval(), value);
    return this;
  }

  /** See {@link NmfParams#maxRuntime}. */
  public NMF setMaxRuntime(double value) {
    set(maxRuntime(), value);
    return this;
  }
}
