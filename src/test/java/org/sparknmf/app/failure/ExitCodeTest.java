package org.sparknmf.app.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

  @Test
  void theNumbersAreThoseThatSchedulersKnow() {
    assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number))
        .containsExactly(0, 2, 3, 4, 5, 6, 7, 70, 75, 130, 143);
  }
}
