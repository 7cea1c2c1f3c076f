package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.solver.InvalidSettingException;

class EnvironmentLayerTest {

  @Test
  void readsItsOwnVariables() {
    Map<String, String> environment =
        Map.of("NMF_MAX_ITERATIONS", "7", "NMF_RANK", " ", "PATH", "/bin", "NMF_CONF_DIR", "/etc");
    assertThat(EnvironmentLayer.values(environment))
        .isEqualTo(
            List.of(
                new GivenValue(
                    Catalogue.MAX_ITERATIONS, "7", Origin.environment(Catalogue.MAX_ITERATIONS))));
  }

  @Test
  void refusesAnUnknownVariable() {
    assertThatThrownBy(() -> EnvironmentLayer.values(Map.of("NMF_ITERATIONS", "7")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(
            "environment: no setting is called 'NMF_ITERATIONS' (did you mean NMF_MAX_ITERATIONS?);");
    assertThatThrownBy(() -> EnvironmentLayer.values(Map.of("NMF_X", "7")))
        .hasMessage("environment: no setting is called 'NMF_X'; 'spark-nmf config' lists them all");
  }
}
