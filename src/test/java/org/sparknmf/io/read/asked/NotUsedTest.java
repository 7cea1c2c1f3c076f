package org.sparknmf.io.read.asked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotUsedTest {

  @Test
  void namesAreListed() {
    assertThat(NotUsed.words(List.of())).isEmpty();
    assertThat(NotUsed.words(List.of("at", "", "a, b")))
        .isEqualTo("; not used: at, a column without a name, 'a, b'");
    List<String> many = IntStream.range(0, 22).mapToObj(i -> "c" + i).toList();
    assertThat(NotUsed.words(many)).contains("c19 and 2 more").doesNotContain("c20");
  }
}
