package io.github.sparknmf.app.model;

import io.github.sparknmf.app.fit.ResultWriter;
import io.github.sparknmf.app.settings.ModelSettings;
import io.github.sparknmf.app.settings.ResolvedSettings;
import io.github.sparknmf.io.publish.ResultDirectory;
import io.github.sparknmf.io.read.InputUnreadableException;
import io.github.sparknmf.ml.NMFModel;
import org.apache.spark.sql.SparkSession;

/** The model that an option names. */
final class ModelFiles {
  private ModelFiles() {}

  /**
   * Loads it, out of the result of a fit or from where {@link NMFModel} saved it.
   *
   * @throws InputUnreadableException if it is not there, or no model
   */
  static NMFModel load(SparkSession spark, ResolvedSettings settings) {
    String path = settings.get(ModelSettings.MODEL);
    ResultDirectory result = new ResultDirectory(spark, path);
    if (!result.exists()) {
      throw new InputUnreadableException(
          "model '" + path + "' does not exist; give the --output of a fit");
    }
    String within = result.path() + "/" + ResultWriter.MODEL;
    String place = new ResultDirectory(spark, within).exists() ? within : result.path();
    try {
      return NMFModel.load(place);
    } catch (IllegalArgumentException e) {
      throw new InputUnreadableException(e.getMessage(), e);
    }
  }
}
