package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparknmf.testing.Golden;
import org.sparknmf.testing.Summaries;

/** scikit-learn's trajectories: every beta, with and without penalties, both solvers. */
class LocalNmfTest {
  private final Golden golden = new Golden();

  static List<JsonNode> cases() {
    return new Golden().cases();
  }

  @Test
  void thereAreFortyEightTrajectories() {
    assertThat(cases()).hasSize(48);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void meetsScikitLearnsTrajectories(JsonNode expected) {
    LocalNmf.Factors factors =
        new LocalNmf(Golden.settings(expected))
            .fit(golden.x(), Summaries.of(golden.x()), golden.w0(), golden.ht0());
    assertThat(factors.w()).containsExactly(Golden.w(expected), within(1e-9));
    assertThat(factors.ht()).containsExactly(Golden.ht(expected), within(1e-9));
    assertThat(factors.result().loss())
        .isCloseTo(expected.get("divergence").asDouble(), within(1e-9));
    if (expected.has("penalty")) {
      assertThat(factors.result().penalty())
          .isCloseTo(expected.get("penalty").asDouble(), within(1e-9));
    }
  }
}
