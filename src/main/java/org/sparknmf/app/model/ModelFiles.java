package org.sparknmf.app.model;

import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.app.settings.ModelSettings;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.ml.NMFModel;

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
