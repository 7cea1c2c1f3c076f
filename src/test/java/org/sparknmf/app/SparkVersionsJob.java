package org.sparknmf.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.apache.spark.SparkConf;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.CountVectorizer;
import org.apache.spark.ml.feature.IDF;
import org.apache.spark.ml.feature.StopWordsRemover;
import org.apache.spark.ml.feature.Tokenizer;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.ml.NMF;
import org.sparknmf.ml.NMFModel;

/**
 * An application that runs a command line and then fits, saves, loads and transforms, as users of
 * the estimator do, on one Spark session. It is compiled once and runs on every Spark.
 */
public final class SparkVersionsJob {
  /** What a line begins with that tells digests. */
  static final String DIGESTS = "digests: ";

  private static final int ROWS = 60;
  private static final int COLUMNS = 23;
  private static final StructType VECTORS =
      new StructType().add("name", DataTypes.StringType).add("features", SQLDataTypes.VectorType());
  private static final StructType TEXT = new StructType().add("text", DataTypes.StringType);

  private final SparkSession spark;

  private SparkVersionsJob(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * The first argument is a command line, its words separated by blanks, the second a directory
   * that executors reach. Each other one is {@code save:NAME} or {@code load:NAME} in it, for which
   * a line tells the digests of: W and H that the estimator finds, what the model makes of rows and
   * recommends, and what a pipeline from text to topics makes of text.
   */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    SparkConf conf = SparkSessions.configure(new SparkConf(), "tests");
    try (SparkSession spark = SparkSession.builder().config(conf).getOrCreate()) {
      requireServices();
      Main.main(args[0].split(" ", -1));
      spark.sparkContext().setCheckpointDir(args[1] + "/checkpoints");
      SparkVersionsJob job = new SparkVersionsJob(spark);
      for (int i = 2; i < args.length; i++) {
        String place = args[1] + "/" + args[i].substring(args[i].indexOf(':') + 1);
        boolean saves = args[i].startsWith("save:");
        System.out.println(DIGESTS + (saves ? job.save(place) : job.load(place)));
      }
    }
  }

  /** A server of Spark Connect walks through the same lists, and makes what it finds there. */
  private static void requireServices() {
    List<String> made = new ArrayList<>();
    for (Class<?> type : List.of(Estimator.class, Transformer.class)) {
      ServiceLoader.load(type).stream()
          .filter(one -> one.type().getName().startsWith("org.sparknmf."))
          .forEach(one -> made.add(one.get().getClass().getSimpleName()));
    }
    if (!made.equals(List.of("NMF", "NMFModel"))) {
      throw new IllegalStateException("services are NMF and NMFModel, got " + made);
    }
  }

  private String save(String directory) throws IOException {
    NMF estimator = new NMF().setK(3).setIdCol("name").setMaxIter(5).setPlan("broadcast");
    estimator.write().save(directory + "/estimator");
    NMFModel model = estimator.fit(vectors());
    model.write().save(directory + "/model");
    PipelineModel pipeline = fromTextToTopics().fit(text());
    pipeline.write().save(directory + "/pipeline");
    return digests(model, model, pipeline);
  }

  private String load(String directory) {
    return digests(
        NMF.load(directory + "/estimator").fit(vectors()),
        NMFModel.load(directory + "/model"),
        PipelineModel.load(directory + "/pipeline"));
  }

  private String digests(NMFModel fitted, NMFModel model, PipelineModel pipeline) {
    return String.join(
        " ",
        digest(fitted.rowFactors().sort("id").collectAsList()),
        digest(fitted.columnFactors().sort("id").collectAsList()),
        digest(model.transform(vectors()).select("factors").collectAsList()),
        digest(model.recommendForAllRows(3).sort("id").collectAsList()),
        digest(pipeline.transform(text()).select("weighted", "factors").collectAsList()));
  }

  private static Pipeline fromTextToTopics() {
    return new Pipeline()
        .setStages(
            new PipelineStage[] {
              new Tokenizer().setInputCol("text").setOutputCol("words"),
              new StopWordsRemover().setInputCol("words").setOutputCol("kept"),
              new CountVectorizer().setInputCol("kept").setOutputCol("counts"),
              new IDF().setInputCol("counts").setOutputCol("weighted"),
              new NMF().setFeaturesCol("weighted").setK(2).setMaxIter(5)
            });
  }

  private Dataset<Row> text() {
    List<Row> lines = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      lines.add(
          RowFactory.create("The flood was on the earth and the ark went " + "rain ".repeat(i)));
      lines.add(RowFactory.create("Then the king took his sword " + "and crown ".repeat(i % 3)));
    }
    return spark.createDataFrame(lines, TEXT);
  }

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

  /** Of the bits of all numbers and the characters of all ids. */
  private static String digest(List<Row> rows) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      rows.forEach(row -> add(row, digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(Row row, MessageDigest digest) {
    for (int i = 0; i < row.size(); i++) {
      if (row.get(i) instanceof Vector vector) {
        for (double number : vector.toArray()) {
          add(number, digest);
        }
      } else if (row.schema().apply(i).dataType().typeName().equals("array")) {
        row.getList(i).forEach(element -> add(element, digest));
      } else {
        add(row.get(i), digest);
      }
    }
  }

  private static void add(Object value, MessageDigest digest) {
    if (value instanceof Row row) {
      add(row, digest);
    } else if (value instanceof Double number) {
      digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(number).flip());
    } else {
      digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
