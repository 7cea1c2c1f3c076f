package org.sparknmf.io.read.asked;

/**
 * Which words of documents become columns.
 *
 * @param stopWords words that do not
 * @param minDocuments in how many documents a word must be
 * @param maxTerms how many words at most: the most frequent
 */
public record DocumentRules(StopWords stopWords, int minDocuments, int maxTerms) {
  /** Words in fewer documents say nothing about what documents have in common. */
  public static final int DEFAULT_MIN_DOCUMENTS = 2;

  /** The most terms by default, as many as Spark ML's CountVectorizer takes. */
  public static final int DEFAULT_MAX_TERMS = 1 << 18;

  /** English stop words, and the defaults above. */
  public static DocumentRules byDefault() {
    return new DocumentRules(StopWords.ENGLISH, DEFAULT_MIN_DOCUMENTS, DEFAULT_MAX_TERMS);
  }

  /** Every word counts. */
  public static DocumentRules all() {
    return new DocumentRules(StopWords.NONE, 1, Integer.MAX_VALUE);
  }
}
