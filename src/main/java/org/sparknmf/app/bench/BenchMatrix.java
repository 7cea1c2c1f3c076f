package org.sparknmf.app.bench;

import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.run.MatrixInput;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.spark.SparkScope;

/**
 * The matrix that a measurement is about: the input that settings name, else a generated one.
 *
 * @param shape what to generate where the settings name no input
 */
record BenchMatrix(BenchShape shape, ResolvedSettings settings) {

  /** Reads or generates it. */
  DistributedMatrix read(SparkSession spark, SparkScope scope) {
    return settings.find(SourceSettings.INPUT).isPresent()
        ? MatrixInput.read(spark, settings, scope).matrix().x()
        : shape.generate(settings, scope);
  }
}
