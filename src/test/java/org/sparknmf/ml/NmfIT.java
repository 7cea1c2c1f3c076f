package org.sparknmf.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.feature.CountVectorizer;
import org.apache.spark.ml.feature.Tokenizer;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.TestSpark;

/** The estimator as a data scientist meets it. */
class NmfIT {
  private static final int ROWS = 60;
  private static final int COLUMNS = 23;
  private static final StructType VECTORS =
      new StructType().add("name", DataTypes.StringType).add("features", SQLDataTypes.VectorType());

  private final SparkSession spark = TestSpark.session();

  /** Rank 3 and noise; sparse and dense vectors in turns. */
  private Dataset<Row> vectors() {
    SplittableRandom random = new SplittableRandom(7);
    double[][] h = new double[3][];
    for (int t = 0; t < 3; t++) {
      h[t] = random.doubles(COLUMNS).map(v -> v < 0.5 ? 0 : v).toArray();
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      double[] x = random.doubles(COLUMNS, 0, 0.05).toArray();
      for (int t = 0; t < 3; t++) {
        double weight = random.nextDouble();
        for (int j = 0; j < COLUMNS; j++) {
          x[j] += weight * h[t][j];
        }
      }
      Vector dense = Vectors.dense(x);
      rows.add(RowFactory.create("row " + (ROWS - i), i % 2 == 0 ? dense : dense.toSparse()));
    }
    return spark.createDataFrame(rows, VECTORS);
  }

  private static NMF estimator() {
    return new NMF().setK(3).setIdCol("name").setMaxIter(60);
  }

  /** On data of rank 3, whatever start finds the same three: none is left out. */
  @Test
  void consensusOfSeveralStarts() {
    NMFModel model = estimator().setSolver("hals").setMaxIter(300).setConsensus(4).fit(vectors());
    NMFModel again = estimator().setSolver("hals").setMaxIter(300).setConsensus(4).fit(vectors());
    assertThat(model.summary().relativeError()).isLessThan(0.1);
    assertThat(again.columnFactors().collectAsList())
        .isEqualTo(model.columnFactors().collectAsList());
    assertThatThrownBy(() -> estimator().setSolver("bpp").setConsensus(4).fit(vectors()))
        .hasMessageContaining("solver bpp");
  }

  private static List<Vector> weights(Dataset<Row> transformed) {
    return transformed.select("factors").collectAsList().stream()
        .map(row -> (Vector) row.get(0))
        .toList();
  }

  @Tag("everyBuild")
  @Test
  void theFactorsDoNotDependOnPartitions() {
    NMFModel one = estimator().fit(vectors().coalesce(1));
    NMFModel many = estimator().setPlan("broadcast").fit(vectors().repartition(7));
    assertThat(many.rowFactors().collectAsList()).isEqualTo(one.rowFactors().collectAsList());
    assertThat(many.columnFactors().collectAsList()).isEqualTo(one.columnFactors().collectAsList());
    List<Double> history = one.summary().objectiveHistory();
    assertThat(history).hasSize(one.summary().totalIterations() + 1);
    for (int i = 1; i < history.size(); i++) {
      assertThat(history.get(i))
          .as("Lee and Seung: no ascent")
          .isLessThanOrEqualTo(history.get(i - 1));
    }
    assertThat(one.rowFactors().count()).isEqualTo(ROWS);
    assertThat(one.numColumns()).isEqualTo(COLUMNS);
  }

  /** The solver is auto unless one is named: hals for squares, else mu, with momentum. */
  @Test
  void theSolverIsTheOneThatServesTheLoss() {
    assertThat(factors(estimator())).isEqualTo(factors(estimator().setSolver("auto")));
    assertThat(factors(estimator())).isNotEqualTo(factors(estimator().setSolver("mu")));
    assertThat(factors(estimator().setLoss("kullback-leibler")))
        .isEqualTo(
            factors(estimator().setLoss("kullback-leibler").setSolver("mu").setMomentum("yes")));
  }

  private List<Row> factors(NMF estimator) {
    return estimator.fit(vectors()).columnFactors().collectAsList();
  }

  /** At the minimum W is what its rows are folded into, H fixed. */
  @Tag("everyBuild")
  @Test
  void trainingRowsComeBackFromAConvergedFit() {
    NMFModel model = estimator().setSolver("bpp").setTol(0).setMaxIter(500).fit(vectors());
    List<Row> w = model.rowFactors().sort("id").collectAsList();
    List<Vector> folded = weights(model.transform(vectors().sort("name")));
    for (int i = 0; i < ROWS; i++) {
      List<Double> expected = w.get(i).getList(1);
      for (int t = 0; t < 3; t++) {
        assertThat(folded.get(i).apply(t)).isCloseTo(expected.get(t), within(1e-8));
      }
    }
  }

  /** The row's own problem is convex: what a long fit comes to is its solution. */
  @Test
  void trainingRowsComeBackFromAKullbackLeiblerFitWithPenalties() {
    NMFModel model =
        estimator()
            .setLoss("kullback-leibler")
            .setAlphaW(0.01)
            .setL1Ratio(1)
            .setTol(0)
            .setMaxIter(9000)
            .setPlan("driver")
            .fit(vectors());
    List<Row> w = model.rowFactors().sort("id").collectAsList();
    List<Vector> folded = weights(model.transform(vectors().sort("name")));
    for (int i = 0; i < ROWS; i++) {
      for (int t = 0; t < 3; t++) {
        assertThat(folded.get(i).apply(t))
            .isCloseTo(w.get(i).<Double>getList(1).get(t), within(1e-6));
      }
    }
  }

  @Test
  void aRowAloneHasTheBitsItHasInABatch() {
    for (String loss : List.of("frobenius", "kullback-leibler")) {
      NMFModel model = estimator().setLoss(loss).fit(vectors());
      List<Vector> batch = weights(model.transform(vectors().repartition(1).sort("name")));
      Dataset<Row> one = vectors().sort("name").limit(1);
      assertThat(weights(model.transform(one))).containsExactly(batch.get(0));
    }
  }

  @Tag("everyBuild")
  @Test
  void everyParameterSurvivesSavingAndLoading(@TempDir Path directory) throws Exception {
    NMF estimator = estimator().setSeed(5).setAlphaW(0.001).setL1Ratio(0.5).setOutputCol("topics");
    String saved = directory.resolve("estimator").toString();
    estimator.write().save(saved);
    assertSameParams(NMF.load(saved), estimator);

    NMFModel model = estimator.fit(vectors());
    assertThat(model.getK()).isEqualTo(3);
    String place = directory.resolve("model").toString();
    model.write().save(place);
    NMFModel loaded = NMFModel.load(place);
    assertSameParams(loaded, model);
    assertThat(loaded.uid()).isEqualTo(model.uid());
    assertThat(loaded.summary().objectiveHistory()).isEqualTo(model.summary().objectiveHistory());
    assertThat(loaded.transform(vectors()).collectAsList())
        .isEqualTo(model.transform(vectors()).collectAsList());
    assertThat(loaded.topColumns(0, 4)).isEqualTo(model.topColumns(0, 4));
  }

  private static void assertSameParams(NmfParams actual, NmfParams expected) {
    assertThat(actual.params()).hasSameSizeAs(expected.params()).hasSizeGreaterThan(20);
    for (Param<?> param : expected.params()) {
      Param<Object> other = actual.getParam(param.name());
      assertThat(actual.isSet(other)).as(param.name()).isEqualTo(expected.isSet(param));
      assertThat(actual.get(other)).as(param.name()).isEqualTo(expected.get(param));
      assertThat(actual.getDefault(other)).as(param.name()).isEqualTo(expected.getDefault(param));
    }
  }

  @Test
  void aPipelineFromTextToTopics(@TempDir Path directory) throws Exception {
    List<Row> lines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      lines.add(RowFactory.create(i % 2 == 0 ? "ark flood rain dove" : "king crown throne sword"));
      lines.add(RowFactory.create(i % 3 == 0 ? "rain flood ark ark" : "sword sword king"));
    }
    Dataset<Row> text =
        spark.createDataFrame(lines, new StructType().add("text", DataTypes.StringType));
    Pipeline pipeline =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new Tokenizer().setInputCol("text").setOutputCol("words"),
                  new CountVectorizer().setInputCol("words").setOutputCol("features"),
                  new NMF().setK(2)
                });
    PipelineModel model = pipeline.fit(text);
    String place = directory.resolve("pipeline").toString();
    model.write().save(place);
    List<Vector> weights = weights(model.transform(text));
    assertThat(weights(PipelineModel.load(place).transform(text))).isEqualTo(weights);
    assertThat(weights.get(0).argmax()).isNotEqualTo(weights.get(2).argmax());
    pipeline.write().save(directory.resolve("stages").toString());
    assertThat(Pipeline.load(directory.resolve("stages").toString()).getStages()).hasSize(3);
  }

  @Test
  void crossValidationRunsOverTheRank() {
    NMF estimator = estimator().setInit("random").setSolver("hals");
    ParamMap[] grid = new ParamGridBuilder().addGrid(estimator.k(), new int[] {1, 2, 3}).build();
    CrossValidator validator =
        new CrossValidator()
            .setEstimator(estimator)
            .setEvaluator(new ShareOfLength())
            .setEstimatorParamMaps(grid)
            .setNumFolds(2)
            .setSeed(1);
    CrossValidatorModel best = validator.fit(vectors());
    double[] metrics = best.avgMetrics();
    assertThat(metrics).hasSize(3).doesNotHaveDuplicates();
    int largest = Vectors.dense(metrics).argmax();
    assertThat(((NMFModel) best.bestModel()).getK()).isEqualTo(largest + 1);
    assertThat(estimator.copy(new ParamMap().put(estimator.k(), 2)).getK()).isEqualTo(2);
    assertThat(estimator.explainParams()).contains("how many components to find");
  }

  /**
   * The residual of rows that took no part in the fit, by the norm of what weights are left out.
   */
  public static final class ShareOfLength extends Evaluator {
    private static final long serialVersionUID = 1L;

    @Override
    public double evaluate(Dataset<?> dataset) {
      double sum = 0;
      for (Row row : dataset.select("factors", "features").collectAsList()) {
        sum += Vectors.norm((Vector) row.get(0), 2) / Vectors.norm((Vector) row.get(1), 2);
      }
      return sum;
    }

    @Override
    public Evaluator copy(ParamMap extra) {
      return this;
    }

    @Override
    public String uid() {
      return "share_of_length";
    }
  }

  @Test
  void triplesOfAnyIds() {
    StructType schema =
        new StructType()
            .add("user", DataTypes.StringType)
            .add("item", DataTypes.IntegerType)
            .add("value", DataTypes.FloatType);
    List<Row> cells = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 9; j++) {
        cells.add(RowFactory.create("u" + i, 100 + j, (float) ((i + 1) * (j % 3 + 1))));
      }
    }
    Dataset<Row> ratings = spark.createDataFrame(cells, schema);
    NMFModel model =
        new NMF().setK(2).setRowCol("user").setColCol("item").setSolver("hals").fit(ratings);
    assertThat(model.summary().relativeError()).isLessThan(1e-3);
    assertThat(model.topColumns(0, 9)).allMatch(id -> id instanceof Long);

    List<Row> someone =
        List.of(
            RowFactory.create("new", 102, 30f),
            RowFactory.create("new", 100, 10f),
            RowFactory.create("new", 999, 5f));
    Row known = model.transform(spark.createDataFrame(someone.subList(0, 2), schema)).first();
    Row folded = model.transform(spark.createDataFrame(someone, schema)).first();
    assertThat(folded.getString(0)).isEqualTo("new");
    assertThat((Vector) folded.get(1)).as("unknown columns do not count").isEqualTo(known.get(1));
  }

  /** Against every entry of WH, sorted. */
  @Test
  void recommendationsAreTheLargestEntries() {
    SplittableRandom random = new SplittableRandom(3);
    StructType schema =
        new StructType()
            .add("user", DataTypes.LongType)
            .add("item", DataTypes.StringType)
            .add("value", DataTypes.DoubleType);
    List<Row> cells = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      long user = random.nextInt(1000);
      cells.add(RowFactory.create(user, "i" + random.nextInt(500), random.nextDouble(1, 6)));
    }
    Dataset<Row> ratings = spark.createDataFrame(cells, schema);
    NMFModel model =
        new NMF().setK(5).setRowCol("user").setColCol("item").setEmptyCells("missing").fit(ratings);
    Dataset<Row> seen = ratings.select("user", "item");
    Map<Object, List<Row>> best = new HashMap<>();
    for (Row row : model.recommendForAllRows(7, seen).collectAsList()) {
      best.put(row.get(0), row.getList(1));
    }
    Set<String> known = new HashSet<>();
    cells.forEach(cell -> known.add(cell.get(0) + " " + cell.get(1)));
    List<Row> columns = model.columnFactors().collectAsList();
    List<Row> rows = model.rowFactors().collectAsList();
    assertThat(best).hasSize(rows.size());
    for (Row row : rows) {
      List<Map.Entry<String, Double>> all = new ArrayList<>();
      for (Row column : columns) {
        if (!known.contains(row.get(0) + " " + column.get(0))) {
          all.add(Map.entry(column.getString(0), product(row, column)));
        }
      }
      all.sort(Map.Entry.<String, Double>comparingByValue().reversed());
      List<Row> found = best.get(row.get(0));
      for (int i = 0; i < 7; i++) {
        assertThat(found.get(i).getString(0)).isEqualTo(all.get(i).getKey());
        assertThat(found.get(i).getDouble(1)).isCloseTo(all.get(i).getValue(), within(1e-12));
      }
    }
    Map<Object, List<Row>> rowsOfColumn = new HashMap<>();
    for (Row column : model.recommendForAllColumns(3, seen).collectAsList()) {
      rowsOfColumn.put(column.get(0), column.getList(1));
    }
    assertThat(rowsOfColumn).hasSize(columns.size());
    for (Row column : columns) {
      double[] all =
          rows.stream()
              .filter(row -> !known.contains(row.get(0) + " " + column.get(0)))
              .mapToDouble(row -> -product(row, column))
              .sorted()
              .toArray();
      for (int i = 0; i < 3; i++) {
        assertThat(rowsOfColumn.get(column.get(0)).get(i).getDouble(1))
            .isCloseTo(-all[i], within(1e-12));
      }
    }
    Row first = model.predict(ratings).first();
    assertThat(first.<Double>getAs("prediction")).isPositive();
    assertThat(model.recommendForRowSubset(rowsNamed(3L, 4L, 9999L), 2).count()).isEqualTo(2);
    assertThat(model.componentsOf("i5")).hasSize(5);
  }

  private Dataset<Row> rowsNamed(Long... ids) {
    List<Row> rows = Stream.of(ids).map(id -> RowFactory.create(id)).toList();
    return spark.createDataFrame(rows, new StructType().add("user", DataTypes.LongType));
  }

  private static double product(Row row, Row column) {
    double sum = 0;
    for (int t = 0; t < 5; t++) {
      sum = Math.fma(row.<Double>getList(1).get(t), column.<Double>getList(1).get(t), sum);
    }
    return sum;
  }

  /** A weight counts a cell as often; one of 0 forgets it. */
  @Test
  void weightsOfCells() {
    StructType schema =
        new StructType()
            .add("u", DataTypes.StringType)
            .add("i", DataTypes.StringType)
            .add("value", DataTypes.DoubleType)
            .add("weight", DataTypes.IntegerType);
    List<Row> cells = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 8; j++) {
        double value = (i % 3 + 1) * (j % 4 + 1);
        boolean isWrong = i == 5 && j == 3;
        cells.add(RowFactory.create("u" + i, "i" + j, isWrong ? 500 : value, isWrong ? 0 : 2));
      }
    }
    Dataset<Row> weighted = spark.createDataFrame(cells, schema);
    NMF estimator = new NMF().setK(1).setRowCol("u").setColCol("i").setWeightCol("weight");
    assertThatThrownBy(() -> estimator.fit(weighted)).hasMessageContaining("emptyCells missing");
    // An exact product comes back where nothing is charged.
    NMFModel model =
        estimator.setEmptyCells("missing").setPenaltyScale("cells").setTol(0).fit(weighted);
    assertThat(model.summary().relativeError()).isLessThan(1e-6);
    Row forgotten = model.predict(weighted.filter("weight = 0")).first();
    assertThat(forgotten.<Double>getAs("prediction")).isCloseTo(12, within(1e-4));
  }

  @Test
  void inverseTransformGivesTheFittedRows() {
    NMFModel model = estimator().setSolver("hals").fit(vectors());
    Evaluation evaluation = model.evaluate(vectors(), 3);
    assertThat(evaluation.rows()).isEqualTo(ROWS);
    assertThat(evaluation.relativeError())
        .isCloseTo(model.summary().relativeError(), within(1e-3))
        .isLessThanOrEqualTo(model.summary().relativeError());
    Dataset<Row> fitted = model.inverseTransform(model.transform(vectors()), "fitted");
    double missed = 0;
    double all = 0;
    for (Row row : fitted.select("features", "fitted").collectAsList()) {
      missed += Vectors.sqdist((Vector) row.get(0), (Vector) row.get(1));
      all += Math.pow(Vectors.norm((Vector) row.get(0), 2), 2);
    }
    // The rows of W that are best for H: at most the error of the fit.
    assertThat(Math.sqrt(missed / all)).isLessThanOrEqualTo(model.summary().relativeError());
  }

  @Test
  void whatIsWrongIsNamed() {
    NMF estimator = estimator();
    assertThatThrownBy(() -> estimator.setK(0))
        .hasMessageContaining("k must be a whole number of at least 1");
    assertThatThrownBy(() -> estimator.setLoss("cosine")).hasMessageContaining("got cosine");
    assertThatThrownBy(() -> new NMF().setFeaturesCol("x").fit(vectors()))
        .hasMessageContaining("there is no column 'x' (featuresCol) among [name, features]");
    assertThatThrownBy(() -> new NMF().setFeaturesCol("name").fit(vectors()))
        .hasMessageContaining("is of type string, but must be a vector of Spark ML");
    assertThatThrownBy(() -> new NMF().setRowCol("name").fit(vectors()))
        .hasMessageContaining("rowCol is set and colCol is not");
    assertThatThrownBy(() -> estimator.fit(vectors().union(vectors().limit(1))))
        .hasMessageContaining("stands in column 'name' 2 times");
    assertThatThrownBy(() -> estimator.fit(with("one", null))).hasMessageContaining("null");
    assertThatThrownBy(() -> estimator.fit(with("one", Vectors.dense(1, 2))))
        .hasMessageContaining("a vector of 2 numbers among vectors of 23");
    double[] negative = new double[COLUMNS];
    negative[4] = -1;
    assertThatThrownBy(() -> estimator.fit(with("one", Vectors.dense(negative).toSparse())))
        .hasMessageContaining("-1.0");
    assertThatThrownBy(() -> estimator.fit(vectors().limit(0)))
        .hasMessageContaining("the dataset has no rows");
    assertThatThrownBy(() -> estimator.setOutputCol("name").fit(vectors()))
        .hasMessageContaining("column 'name' (outputCol) is there already");
  }

  private Dataset<Row> with(String name, Vector vector) {
    return vectors()
        .union(spark.createDataFrame(List.of(RowFactory.create(name, vector)), VECTORS));
  }
}
