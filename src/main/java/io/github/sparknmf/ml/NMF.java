package io.github.sparknmf.ml;

import org.apache.spark.ml.util.MLReader;

/** The former name of {@link org.sparknmf.ml.NMF}, under which Spark looks for its reader. */
public final class NMF {
  private NMF() {}

  /** Reads what was saved under the former name. */
  public static MLReader<org.sparknmf.ml.NMF> read() {
    return org.sparknmf.ml.NMF.read();
  }
}
