package io.github.sparknmf.app;

import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.SparkScope;
import io.github.sparknmf.frame.MatrixBuilder;
import io.github.sparknmf.frame.MatrixSettings;
import io.github.sparknmf.frame.NumberedMatrix;
import io.github.sparknmf.io.read.MatrixReader;
import io.github.sparknmf.io.read.MatrixSource;
import io.github.sparknmf.io.read.ReadFailures;
import io.github.sparknmf.linalg.DuplicatePolicy;
import io.github.sparknmf.solver.TfIdf;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** X as the settings describe it: read, numbered, in blocks, weighted. */
final class MatrixInput {
  private final MatrixSource source;
  private final NumberedMatrix matrix;
  private final Optional<TfIdf> weights;

  private MatrixInput(MatrixSource source, NumberedMatrix matrix, Optional<TfIdf> weights) {
    this.source = source;
    this.matrix = matrix;
    this.weights = weights;
  }

  /** Reads it all; whatever is persisted belongs to the scope. */
  static MatrixInput read(SparkSession spark, ResolvedSettings settings, SparkScope scope) {
    MatrixSource source = MatrixReader.open(spark, InputOptions.of(settings));
    MatrixSettings building =
        new MatrixSettings(
            settings.get(Settings.RANK),
            settings.get(Settings.PARTITIONS),
            scope.context().defaultParallelism(),
            DuplicatePolicy.valueOf(settings.get(Settings.DUPLICATES).toUpperCase(Locale.ROOT)));
    NumberedMatrix matrix =
        ReadFailures.explaining(
            source.frame(), () -> new MatrixBuilder(source.frame(), building, scope).build());
    if (!settings.get(Settings.WEIGHTING).equals("tf-idf")) {
      return new MatrixInput(source, matrix, Optional.empty());
    }
    DistributedMatrix counts = matrix.x();
    TfIdf weights = new TfIdf(counts.summary().rows(), counts.documentFrequencies());
    NumberedMatrix weighted = matrix.withCells(counts.weighted(weights));
    return new MatrixInput(source, weighted, Optional.of(weights));
  }

  MatrixSource source() {
    return source;
  }

  NumberedMatrix matrix() {
    return matrix;
  }

  /** The weights of TF-IDF, where asked for. */
  Optional<TfIdf> weights() {
    return weights;
  }
}
