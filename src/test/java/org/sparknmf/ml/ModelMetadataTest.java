package org.sparknmf.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.param.Param;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelMetadataTest {
  private static JsonNode metadata(String map, String name, String value) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.putObject(map).set(name, ModelMetadata.parse(value));
    return metadata;
  }

  /** json4s throws a MappingException, a MatchError or a NumberFormatException of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"\"Infinity\"", "null", "[]", "{}", "1e99", "true", "[[1]]", "\"x\""})
  void aParameterOfAnotherKindIsDamaged(String value) {
    List<String> refused = new ArrayList<>();
    for (Param<?> param : new NMF().params()) {
      for (String map : List.of("paramMap", "defaultParamMap")) {
        try {
          ModelMetadata.apply(metadata(map, param.name(), value), new NMF());
        } catch (IllegalArgumentException e) {
          refused.add(param.name());
        }
      }
    }
    assertThat(refused).isNotEmpty();
  }

  @Test
  void aDamagedParameterIsNamed() {
    assertThatThrownBy(
            () -> ModelMetadata.apply(metadata("paramMap", "seed", "\"Infinity\""), new NMF()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the model's parameter seed is damaged, its value is \"Infinity\"");
  }

  /** Earlier versions had mu; what they saved goes on having it. */
  @Test
  void defaultsOfItsTimeAreThoseOfASavedEstimator() {
    NMF estimator = new NMF();
    ModelMetadata.apply(
        ModelMetadata.parse("{\"defaultParamMap\":{\"solver\":\"mu\"}}"), estimator);
    assertThat(estimator.getSolver()).isEqualTo("mu");
    assertThat(estimator.isSet(estimator.solver())).isFalse();
  }
}
