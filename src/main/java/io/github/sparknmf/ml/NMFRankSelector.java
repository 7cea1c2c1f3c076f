package io.github.sparknmf.ml;

import org.apache.spark.ml.util.MLReader;

/**
 * The former name of {@link org.sparknmf.ml.NMFRankSelector}, under which Spark looks for its
 * reader.
 */
public final class NMFRankSelector {
  private NMFRankSelector() {}

  /** Reads what was saved under the former name. */
  public static MLReader<org.sparknmf.ml.NMFRankSelector> read() {
    return org.sparknmf.ml.NMFRankSelector.read();
  }
}
