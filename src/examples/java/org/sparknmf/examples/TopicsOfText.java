package org.sparknmf.examples;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.CountVectorizer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.IDF;
import org.apache.spark.ml.feature.StopWordsRemover;
import org.apache.spark.ml.feature.Tokenizer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.ml.NMF;
import org.sparknmf.ml.NMFModel;

/**
 * From raw text to topics in one Pipeline, which is saved and loaded as a whole.
 *
 * <p>Arguments: a text file, one document a line; a directory for the pipeline; the number of
 * topics.
 */
public final class TopicsOfText {
  private TopicsOfText() {}

  /** Prints the words of each topic, then the topic of each document. */
  public static void main(String[] args) throws IOException {
    SparkSession spark = SparkSession.builder().appName("topics of text").getOrCreate();
    Dataset<Row> documents = spark.read().text(args[0]).toDF("text");
    PipelineModel fitted = pipeline(Integer.parseInt(args[2])).fit(documents);
    fitted.write().overwrite().save(args[1]);
    PipelineModel loaded = PipelineModel.load(args[1]);
    topics(loaded, 5).forEach(words -> System.out.println("topic: " + String.join(" ", words)));
    for (Row row : loaded.transform(documents).select("factors", "text").collectAsList()) {
      Vector weights = row.getAs(0);
      System.out.println(weights.argmax() + " " + row.getString(1));
    }
  }

  /** Words, counted and weighted, then factorised. */
  static Pipeline pipeline(int topics) {
    return new Pipeline()
        .setStages(
            new PipelineStage[] {
              new Tokenizer().setInputCol("text").setOutputCol("words"),
              new StopWordsRemover().setInputCol("words").setOutputCol("terms"),
              new CountVectorizer().setInputCol("terms").setOutputCol("counts"),
              new IDF().setInputCol("counts").setOutputCol("features"),
              new NMF().setK(topics).setSolver("hals").setMaxIter(200)
            });
  }

  /** The heaviest words of each topic: positions of columns are positions in the vocabulary. */
  static List<List<String>> topics(PipelineModel pipeline, int count) {
    String[] vocabulary = ((CountVectorizerModel) pipeline.stages()[2]).vocabulary();
    NMFModel model = (NMFModel) pipeline.stages()[4];
    return IntStream.range(0, model.rank())
        .mapToObj(
            topic ->
                model.topColumns(topic, Math.min(count, vocabulary.length)).stream()
                    .map(position -> vocabulary[Math.toIntExact((Long) position)])
                    .toList())
        .toList();
  }
}
