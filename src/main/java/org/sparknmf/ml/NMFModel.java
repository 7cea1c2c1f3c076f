package org.sparknmf.ml;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.factor.FactorFrames;
import org.sparknmf.frame.rows.NewRows;
import org.sparknmf.linalg.ProductBlocks;
import org.sparknmf.ml.factor.FoldFunction;
import org.sparknmf.ml.factor.NmfFactors;
import org.sparknmf.ml.factor.ProductFunction;
import org.sparknmf.ml.recommend.Recommendations;
import org.sparknmf.solver.fold.FoldIn;

/** The factors of {@link NMF}, and what they make of new rows. */
public final class NMFModel extends Model<NMFModel> implements NmfParams, MLWritable {
  private static final long serialVersionUID = 1L;

  private final String uid;
  private final NmfParamSet definitions;
  private final transient NmfFactors factors;
  private final NmfSummary summary;

  /**
   * A model without factors. A server of Spark Connect makes one to learn of the class; {@link
   * NMF#fit} and {@link #load} make those that are of use.
   */
  public NMFModel() {
    this(Identifiable.randomUID("nmf"));
  }

  /** A model without factors and with a given uid, as Spark makes it to learn of the class. */
  public NMFModel(String uid) {
    this(uid, null, null);
  }

  NMFModel(String uid, NmfFactors factors, NmfSummary summary) {
    this.uid = uid;
    this.definitions = new NmfParamSet(this);
    this.factors = factors;
    this.summary = summary;
    definitions.setDefaults();
  }

  /** One that was saved. */
  public static NMFModel load(String path) {
    return read().load(path);
  }

  /** Reads what was saved. */
  public static MLReader<NMFModel> read() {
    return new ModelReader();
  }

  @Override
  public MLWriter write() {
    return new ModelWriter(this);
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
  public NMFModel copy(ParamMap extra) {
    return copyValues(new NMFModel(uid, factors, summary), extra).setParent(parent());
  }

  NmfFactors factors() {
    return held(factors);
  }

  private static <T> T held(T part) {
    if (part == null) {
      throw new IllegalStateException(
          "this NMFModel has no factors; take what NMF.fit() returns, or NMFModel.load(path)");
    }
    return part;
  }

  /** k. */
  public int rank() {
    return factors().ht().rank();
  }

  /** n: the columns of X. */
  public int numColumns() {
    return factors().ht().rows();
  }

  /** W: {@code id, factors}, one row for each row of X. */
  public Dataset<Row> rowFactors() {
    return factors().w();
  }

  /** H: {@code id, factors}, one row for each column of X. */
  public Dataset<Row> columnFactors() {
    return factors().h();
  }

  /** Ids of the columns, strings or longs, by number: in ascending order. */
  public List<Object> columnIds() {
    return factors().columnIds();
  }

  /** How the fit went. */
  public NmfSummary summary() {
    return held(summary);
  }

  /** The ids of the columns that weigh most in a component, the heaviest first. */
  public List<Object> topColumns(int component, int count) {
    return topNumbers(component, count).stream().map(factors().columnIds()::get).toList();
  }

  /** Numbers of the columns with the largest weights in a component. */
  List<Integer> topNumbers(int component, int count) {
    Comparator<Integer> heaviest =
        Comparator.comparingDouble((Integer j) -> factors().ht().get(j, component)).reversed();
    return IntStream.range(0, numColumns())
        .boxed()
        .sorted(heaviest.thenComparing(Comparator.naturalOrder()))
        .limit(count)
        .toList();
  }

  /** The weights of a column in the components (k numbers), by its id. */
  public double[] componentsOf(Object columnId) {
    Object held = columnId instanceof Integer number ? (Object) number.longValue() : columnId;
    int number = factors().columnIds().indexOf(held);
    if (number < 0) {
      throw new IllegalArgumentException(
          "the model has no column '%s'; columnFactors() has those it has".formatted(columnId));
    }
    double[] weights = new double[rank()];
    factors().ht().read(number, 1, weights);
    return weights;
  }

  /**
   * {@code id, recommendations}: for each row of X the columns with the largest fitted values, an
   * array of {@code id, rating}, the best first, equal ones by id. WH is never formed as a whole.
   */
  public Dataset<Row> recommendForAllRows(int count) {
    return new Recommendations(factors()).best(factors().w(), count, Optional.empty());
  }

  /**
   * Recommends columns for all rows, without the pairs that are known.
   *
   * @param seen two columns, row ids and column ids, of the types that the factors have
   */
  public Dataset<Row> recommendForAllRows(int count, Dataset<Row> seen) {
    return new Recommendations(factors()).best(factors().w(), count, Optional.of(seen));
  }

  /**
   * Recommends columns for some rows.
   *
   * @param rows one column: their ids; those that the model does not know are left out
   */
  public Dataset<Row> recommendForRowSubset(Dataset<Row> rows, int count) {
    Dataset<Row> ids = rows.toDF(Numbering.ID).distinct();
    return new Recommendations(factors())
        .best(factors().w().join(ids, Numbering.ID), count, Optional.empty());
  }

  /**
   * {@code id, recommendations}: for each column of X the rows with the largest fitted values, the
   * best first, equal ones by id.
   */
  public Dataset<Row> recommendForAllColumns(int count) {
    return new Recommendations(factors()).bestOfColumns(factors().w(), count, Optional.empty());
  }

  /**
   * Recommends rows for all columns, without the pairs that are known.
   *
   * @param seen two columns, row ids and column ids, of the types that the factors have
   */
  public Dataset<Row> recommendForAllColumns(int count, Dataset<Row> seen) {
    return new Recommendations(factors()).bestOfColumns(factors().w(), count, Optional.of(seen));
  }

  /**
   * Adds the fitted values of pairs of {@code rowCol} and {@code colCol} as a column {@code
   * prediction}; null where the model does not know the row or the column.
   */
  public Dataset<Row> predict(Dataset<Row> pairs) {
    if (!new InputColumns(this).areTriples()) {
      throw new IllegalArgumentException(
          "predict takes pairs of ids: set rowCol and colCol to the columns that hold them");
    }
    return new Recommendations(factors())
        .fitted(
            pairs,
            InputColumns.id(pairs, getRowCol()),
            InputColumns.id(pairs, getColCol()),
            "prediction");
  }

  /** Adds the rows of WH that belong to weights, as vectors. */
  public Dataset<Row> inverseTransform(Dataset<Row> weights, String outputCol) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(weights.sparkSession().sparkContext());
    ProductBlocks h = new ProductBlocks(factors().ht());
    UserDefinedFunction product =
        functions.udf(new ProductFunction(context.broadcast(h)), SQLDataTypes.VectorType());
    return weights.withColumn(outputCol, product.apply(weights.col(getOutputCol())));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    InputColumns columns = new InputColumns(this);
    if (columns.areTriples()) {
      columns.require(schema);
    } else {
      columns.requireFeatures(schema);
    }
    return OutputSchema.of(this, schema);
  }

  /**
   * The weights of new rows: what the loss is least with, H fixed. A row's answer has the same bits
   * whatever rows come with it; a row without cells gets zeros. Of triples, columns that the model
   * does not know are left out.
   */
  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    StructType schema = transformSchema(dataset.schema());
    if (new InputColumns(this).areTriples()) {
      return transformCells(dataset, schema);
    }
    UserDefinedFunction weights =
        functions.udf(new FoldFunction(shared(dataset.sparkSession())), SQLDataTypes.VectorType());
    return dataset.withColumn(getOutputCol(), weights.apply(dataset.col(getFeaturesCol())));
  }

  private Dataset<Row> transformCells(Dataset<?> dataset, StructType schema) {
    NewRows rows = newRows(dataset);
    FoldFunction weights = new FoldFunction(shared(dataset.sparkSession()));
    JavaRDD<Row> folded =
        rows.cells().map(row -> RowFactory.create(row.id(), Vectors.dense(weights.weights(row))));
    return dataset.sparkSession().createDataFrame(folded, schema);
  }

  /**
   * How many columns of new rows the model lacks: transform leaves their cells out.
   *
   * @throws org.sparknmf.solver.InvalidMatrixException if the model has none of them
   */
  public long unknownColumns(Dataset<?> dataset) {
    return newRows(dataset).unknownColumns();
  }

  private NewRows newRows(Dataset<?> dataset) {
    MatrixFrame frame = new TrainingFrame(this, dataset).newRows();
    ParamSettings settings = new ParamSettings(this);
    return new NewRows(
        frame,
        factors().columnIds(),
        settings.get(Catalogue.DUPLICATES),
        settings.get(Catalogue.EMPTY_CELLS));
  }

  /**
   * The weights of new rows as a factor: {@code id, factors}, lazily.
   *
   * @param rows read with {@link #columnIds}
   */
  public Dataset<Row> weightsOf(NewRows rows) {
    SparkSession spark = factors().w().sparkSession();
    FoldFunction weights = new FoldFunction(shared(spark));
    JavaRDD<Row> folded =
        rows.cells().map(row -> RowFactory.create(row.id(), weights.weights(row)));
    return spark.createDataFrame(folded, FactorFrames.schema(rows.idType()));
  }

  /**
   * How well the model fits whole rows, each with its best weights.
   *
   * @param dataset with the columns of the fit
   * @param top how many columns stand for a component where coherence is measured
   */
  public Evaluation evaluate(Dataset<?> dataset, int top) {
    return evaluate(newRows(dataset), top);
  }

  /**
   * Evaluates the model on rows that a reader brings.
   *
   * @param rows read with {@link #columnIds}
   * @param top how many columns stand for a component where coherence is measured
   * @throws org.sparknmf.solver.InvalidMatrixException if the model has none of the columns
   */
  public Evaluation evaluate(NewRows rows, int top) {
    long unknown = rows.unknownColumns();
    return new RowEvaluator(this, top)
        .evaluate(rows, unknown, shared(factors().w().sparkSession()));
  }

  /**
   * How well the model predicts cells of its own rows and columns.
   *
   * @param rows read with {@link #columnIds}, stored zeros included
   */
  public CellEvaluation evaluateCells(NewRows rows) {
    return new CellEvaluator(shared(factors().w().sparkSession())).evaluate(rows, factors().w());
  }

  private Broadcast<FoldIn> shared(SparkSession spark) {
    FoldIn fold = new ParamSettings(this).objective().foldIn(factors().ht(), factors().weights());
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(fold);
  }

  @Override
  public String toString() {
    return factors == null
        ? "NMFModel: uid=" + uid + ", no factors"
        : "NMFModel: uid=" + uid + ", k=" + rank() + ", columns=" + numColumns();
  }
}
