package org.sparknmf.fit.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.text.EditDistance;

class SpellingTest {
  private static final List<String> KEYS = List.of("rank", "seed", "max-iterations", "tolerance");

  @ParameterizedTest
  @CsvSource({
    "rank,rank,0",
    "rnak,rank,1",
    "rak,rank,1",
    "ranks,rank,1",
    "bank,rank,1",
    "'',abc,3"
  })
  void countsEdits(String a, String b, int edits) {
    assertThat(EditDistance.of(a, b)).isEqualTo(edits);
    assertThat(EditDistance.of(b, a)).isEqualTo(edits);
  }

  @ParameterizedTest
  @CsvSource({
    "rnak,rank",
    "max_iterations,max-iterations",
    "iterations,max-iterations",
    "tolerence,tolerance"
  })
  void findsWhatWasMeant(String word, String meant) {
    assertThat(Spelling.nearest(word, KEYS)).contains(meant);
  }

  @Test
  void staysSilentWhenNothingIsNear() {
    assertThat(Spelling.nearest("partitions", KEYS)).isEmpty();
    assertThat(Spelling.nearest("", KEYS)).isEmpty();
    assertThat(Spelling.didYouMean("xyz", KEYS)).isEmpty();
    assertThat(Spelling.didYouMean("sead", KEYS)).isEqualTo(" (did you mean seed?)");
  }
}
