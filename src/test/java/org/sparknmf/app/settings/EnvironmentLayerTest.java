package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sparknmf.fit.setting.Catalogue;

class EnvironmentLayerTest {

  @Test
  void readsItsOwnVariables() {
    Map<String, String> environment =
        Map.of(
            "SPARK_NMF_MAX_ITERATIONS",
            "7",
            "SPARK_NMF_RANK",
            " ",
            "PATH",
            "/bin",
            "SPARK_NMF_CONF_DIR",
            "/etc");
    assertThat(EnvironmentLayer.values(environment))
        .isEqualTo(
            List.of(
                new GivenValue(
                    Catalogue.MAX_ITERATIONS, "7", Origin.environment(Catalogue.MAX_ITERATIONS))));
  }

  @Test
  void anUnknownVariableIsWarnedOfAndChangesNothing() {
    Map<String, String> environment =
        Map.of("SPARK_NMF_ITERATIONS", "7", "SPARK_NMF_X", "7", "SPARK_NMF_JAR", "x.jar");
    assertThat(EnvironmentLayer.values(environment)).isEmpty();
    assertThat(EnvironmentLayer.warnings(environment))
        .containsExactly(
            "environment: no setting is called 'SPARK_NMF_ITERATIONS' (did you mean"
                + " SPARK_NMF_MAX_ITERATIONS?); 'spark-nmf config' lists them all",
            "environment: no setting is called 'SPARK_NMF_X'; 'spark-nmf config' lists them all");
  }

  @Test
  void variablesOfOtherProgramsAreTheirs() {
    Map<String, String> environment = Map.of("NMF_SCRATCH", "/s", "NMF_HOME", "/opt", "NMF_X", "1");
    assertThat(EnvironmentLayer.values(environment)).isEmpty();
    assertThat(EnvironmentLayer.warnings(environment)).isEmpty();
  }

  @Test
  void theFormerNameOfASettingIsToldAndNotRead() {
    Map<String, String> environment = Map.of("NMF_RANK", "seven", "NMF_SEED", " ");
    assertThat(EnvironmentLayer.values(environment)).isEmpty();
    assertThat(EnvironmentLayer.warnings(environment))
        .containsExactly(
            "environment: NMF_RANK is not read; the setting is called SPARK_NMF_RANK there");
  }
}
