package org.sparknmf.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunIdentityTest {
  /** Versions that wrote auto had one update in an iteration of mu, and three of hals. */
  @Test
  void autoOfAnEarlierVersionIsTheNumberOfItsTime() {
    assertThat(RunIdentity.differences(of("mu", "5"), of("mu", "auto")))
        .containsExactly("inner-updates 1 there, 5 here");
    assertThat(RunIdentity.differences(of("mu", "1"), of("mu", "auto"))).isEmpty();
    assertThat(RunIdentity.differences(of("hals", "3"), of("hals", "auto"))).isEmpty();
    assertThat(RunIdentity.isOfOneUpdate(of("mu", "auto"))).isTrue();
    assertThat(RunIdentity.isOfOneUpdate(of("mu", "1"))).isFalse();
    assertThat(RunIdentity.isOfOneUpdate(of("hals", "auto"))).isFalse();
  }

  @Test
  void whatIsMissingOrOtherIsTold() {
    assertThat(RunIdentity.differences(of("mu", "5"), Map.of("solver", "hals")))
        .containsExactly("solver hals there, mu here", "inner-updates not told there, 5 here");
    assertThat(RunIdentity.withInnerUpdates(of("mu", "5"), 1)).isEqualTo(of("mu", "1"));
  }

  private static Map<String, String> of(String solver, String innerUpdates) {
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put("solver", solver);
    identity.put("inner-updates", innerUpdates);
    return identity;
  }
}
