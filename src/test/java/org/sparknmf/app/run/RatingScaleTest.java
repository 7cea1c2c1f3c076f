package org.sparknmf.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Distributions of values as they are in public data, rounded. */
class RatingScaleTest {
  /** MovieLens 100K: percent of 100,000 ratings. */
  private static final Map<Double, Long> STARS =
      Map.of(1.0, 6_110L, 2.0, 11_370L, 3.0, 27_145L, 4.0, 34_174L, 5.0, 21_201L);

  private static boolean areRatings(Map<Double, Long> counts, double filled) {
    return RatingScale.warning(counts, filled).isPresent();
  }

  @Test
  void starsAreRatings() {
    assertThat(RatingScale.warning(STARS, 0.063))
        .contains(
            "the values look like ratings (1 to 5, in 6.3 % of the cells), and a cell without one counts as 0:"
                + " say --empty-cells missing where it is unknown, --empty-cells zero where it is 0");
  }

  @Test
  void halvesAreRatings() {
    assertThat(RatingScale.warning(Map.of(0.5, 2L, 1.5, 3L, 4.5, 7L), 0.001))
        .hasValueSatisfying(words -> assertThat(words).contains("0.5 to 4.5, in 0.10 %"));
  }

  @Test
  void countsAreNone() {
    assertThat(areRatings(Map.of(1.0, 70L, 2.0, 20L, 3.0, 7L, 4.0, 3L), 0.01)).isFalse();
  }

  @Test
  void whatIsNoScaleIsNone() {
    assertThat(areRatings(Map.of(), 0.01)).isFalse();
    assertThat(areRatings(Map.of(1.0, 90L, 2.0, 100L), 0.01)).isFalse();
    assertThat(areRatings(Map.of(0.0, 5L, 1.0, 9L, 2.0, 8L), 0.01)).isFalse();
    assertThat(areRatings(Map.of(0.3, 5L, 1.0, 9L, 2.0, 8L), 0.01)).isFalse();
    assertThat(areRatings(Map.of(1.0, 5L, 8.0, 9L, 16.0, 8L), 0.01)).isFalse();
  }

  @Test
  void fullOrTinyTablesAreNone() {
    assertThat(areRatings(STARS, 0.5)).isFalse();
    assertThat(areRatings(Map.of(1.0, 1L, 2.0, 4L, 3.0, 4L), 0.01)).isFalse();
  }
}
