package io.github.sparknmf.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sparknmf.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalNmfTest {
  private final Golden golden = new Golden();

  @Test
  void meetsScikitLearnsTrajectories() {
    List<JsonNode> cases = golden.multiplicativeCases(2.0);
    assertThat(cases).extracting(c -> c.get("iterations").asInt()).containsExactly(1, 10, 100);
    for (JsonNode expected : cases) {
      int iterations = expected.get("iterations").asInt();
      NmfSettings settings = NmfSettings.defaults().withRank(3).withStop(iterations, 0);
      LocalNmf.Factors factors =
          new LocalNmf(settings, new MultiplicativeUpdate())
              .fit(golden.x(), golden.squaredNorm(), golden.w0(), golden.ht0());
      assertThat(factors.w()).containsExactly(Golden.w(expected), within(1e-9));
      assertThat(factors.ht()).containsExactly(Golden.ht(expected), within(1e-9));
      assertThat(factors.result().squaredResidual() / 2)
          .isCloseTo(expected.get("divergence").asDouble(), within(1e-9));
    }
  }
}
