package io.github.sparknmf.ml;

import org.apache.spark.ml.util.MLReader;

/** The former name of {@link org.sparknmf.ml.NMFModel}, under which Spark looks for its reader. */
public final class NMFModel {
  private NMFModel() {}

  /** Reads what was saved under the former name. */
  public static MLReader<org.sparknmf.ml.NMFModel> read() {
    return org.sparknmf.ml.NMFModel.read();
  }
}
