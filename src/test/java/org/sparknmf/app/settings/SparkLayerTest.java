package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.solver.InvalidSettingException;

class SparkLayerTest {

  @Test
  void readsBothSpellings() {
    Map<String, String> properties =
        Map.of("spark.nmf.rank", "3", "spark.nmf.maxIterations", "7", "spark.master", "local");
    assertThat(SparkLayer.values(properties))
        .isEqualTo(
            List.of(
                new GivenValue(
                    Catalogue.MAX_ITERATIONS, "7", Origin.spark("spark.nmf.maxIterations")),
                new GivenValue(Catalogue.RANK, "3", Origin.spark("spark.nmf.rank"))));
  }

  /** Which of them prevails would depend on the order of letters. */
  @Test
  void refusesOneSettingInTwoSpellings() {
    Map<String, String> twice =
        Map.of("spark.nmf.maxIterations", "7", "spark.nmf.max-iterations", "9");
    assertThatThrownBy(() -> SparkLayer.values(twice))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "max-iterations must be given once, got it as Spark property spark.nmf.max-iterations"
                + " and as Spark property spark.nmf.maxIterations; leave one out");
  }

  @Test
  void refusesAnUnknownKey() {
    assertThatThrownBy(() -> SparkLayer.values(Map.of("spark.nmf.sede", "7")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "Spark properties: no setting is called 'spark.nmf.sede' (did you mean"
                + " spark.nmf.seed?); 'spark-nmf config' lists them all");
  }
}
