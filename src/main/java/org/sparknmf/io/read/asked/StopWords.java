package org.sparknmf.io.read.asked;

import java.util.List;

/** Which words of documents are not counted. */
public enum StopWords {
  /** The English words that Spark ML's StopWordsRemover leaves out. */
  ENGLISH,
  /** All words are counted. */
  NONE;

  /** The choice of that name, in any case; else an error that lists the names. */
  public static StopWords parse(String text) {
    return Choices.parse(List.of(values()), "--stop-words", text);
  }
}
