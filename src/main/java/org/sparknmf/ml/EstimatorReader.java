package org.sparknmf.ml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.apache.spark.ml.param.Params;

/** Loads an estimator, which is its parameters and no more. */
final class EstimatorReader<T extends Params> extends SavedReader<T> {
  private final Function<String, T> ofUid;

  EstimatorReader(Class<T> type, Function<String, T> ofUid) {
    super(type);
    this.ofUid = ofUid;
  }

  @Override
  T read(String path, JsonNode metadata) {
    T estimator = ofUid.apply(metadata.path("uid").asText());
    ModelMetadata.apply(metadata, estimator);
    return estimator;
  }
}
