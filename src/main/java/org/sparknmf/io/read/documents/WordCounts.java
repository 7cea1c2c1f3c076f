package org.sparknmf.io.read.documents;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.RegexTokenizer;
import org.apache.spark.ml.feature.StopWordsRemover;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.asked.DocumentRules;
import org.sparknmf.io.read.asked.StopWords;

/**
 * Counts the words of documents (row, text), the text in lower case, with the stages of Spark ML. A
 * word is two or more letters, digits or underscores, as for scikit-learn.
 *
 * <p>The vocabulary is found here and not by Spark's CountVectorizer, which decides between words
 * of the same frequency by chance.
 */
public record WordCounts(DocumentRules rules) {
  public static final String TEXT = "text";
  private static final String WORDS = "words";
  private static final String WORD = "word";
  private static final String PATTERN = "(?U)\\w\\w+";

  /** Documents (row, words). */
  private Dataset<Row> words(Dataset<Row> documents) {
    RegexTokenizer tokenizer =
        new RegexTokenizer()
            .setInputCol(TEXT)
            .setOutputCol("tokens")
            .setPattern(PATTERN)
            .setGaps(false)
            .setToLowercase(false);
    StopWordsRemover remover =
        new StopWordsRemover()
            .setInputCol("tokens")
            .setOutputCol(WORDS)
            .setCaseSensitive(true)
            .setStopWords(stopWords());
    return remover.transform(tokenizer.transform(documents)).select(MatrixFrame.ROW, WORDS);
  }

  /** Cut as documents are, so that "don" goes where "don't" is a stop word. */
  private String[] stopWords() {
    if (rules.stopWords() == StopWords.NONE) {
      return new String[0];
    }
    Pattern word = Pattern.compile(PATTERN);
    return Arrays.stream(StopWordsRemover.loadDefaultStopWords("english"))
        .flatMap(entry -> word.matcher(entry).results())
        .map(found -> found.group())
        .distinct()
        .toArray(String[]::new);
  }

  /** The words that become columns, the most frequent first, by name where frequencies agree. */
  Dataset<Row> vocabulary(Dataset<Row> documents) {
    return words(documents)
        .select(col(MatrixFrame.ROW), explode(col(WORDS)).as(WORD))
        .groupBy(WORD, MatrixFrame.ROW)
        .agg(count(lit(1)).as("times"))
        .groupBy(WORD)
        .agg(sum("times").as("times"), count(lit(1)).as("documents"))
        .where(col("documents").geq(rules.minDocuments()))
        .orderBy(col("times").desc(), col(WORD))
        .select(WORD)
        .limit(rules.maxTerms());
  }

  /** Documents (row, features), the features counts of the words of a vocabulary. */
  Dataset<Row> vectors(Dataset<Row> documents, List<String> vocabulary) {
    return new CountVectorizerModel(vocabulary.toArray(String[]::new))
        .setInputCol(WORDS)
        .setOutputCol(MatrixFrame.FEATURES)
        .transform(words(documents))
        .select(MatrixFrame.ROW, MatrixFrame.FEATURES);
  }
}
