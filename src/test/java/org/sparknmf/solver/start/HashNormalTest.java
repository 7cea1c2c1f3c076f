package org.sparknmf.solver.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashNormalTest {

  private static double[] numbers(long seed, HashNormal.Purpose purpose, int count) {
    HashNormal normal = new HashNormal(seed, purpose);
    return IntStream.range(0, count).mapToDouble(i -> normal.at(i / 10, i % 10)).toArray();
  }

  @Test
  void hasTheMomentsOfANormal() {
    double[] numbers = numbers(3, HashNormal.Purpose.SUBSPACE, 100_000);
    assertThat(Arrays.stream(numbers).average().orElseThrow()).isCloseTo(0, within(0.015));
    double second = Arrays.stream(numbers).map(x -> x * x).average().orElseThrow();
    assertThat(second).isCloseTo(1, within(0.02));
    double fourth = Arrays.stream(numbers).map(x -> x * x * x * x).average().orElseThrow();
    assertThat(fourth).isCloseTo(3, within(0.15));
  }

  @Test
  void purposesAndSeedsHaveNothingInCommon() {
    double[] all =
        Arrays.stream(HashNormal.Purpose.values())
            .flatMapToDouble(purpose -> Arrays.stream(numbers(1, purpose, 50)))
            .toArray();
    assertThat(all).doesNotHaveDuplicates();
    assertThat(numbers(2, HashNormal.Purpose.SUBSPACE, 50)).doesNotContain(all);
  }

  @Test
  void isTheSameForEverybody() {
    long seed = new Random(5).nextLong();
    assertThat(numbers(seed, HashNormal.Purpose.FILL_W, 20))
        .containsExactly(numbers(seed, HashNormal.Purpose.FILL_W, 20));
  }
}
