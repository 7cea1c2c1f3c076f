package org.sparknmf.io.read.asked;

/** Which words of documents are not counted. */
public enum StopWords {
  /** The English words that Spark ML's StopWordsRemover leaves out. */
  ENGLISH,
  /** All words are counted. */
  NONE;
}
