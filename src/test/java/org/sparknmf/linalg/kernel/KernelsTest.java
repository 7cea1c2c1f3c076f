package org.sparknmf.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Vector kernels give the bits of the scalar ones, at every rank and on lengths that leave tails.
 */
class KernelsTest {
  private static final int ROWS = 23;
  private static final int COLUMNS = 13;
  private static final int SHIFT = 3;

  private final Kernels scalar = new ScalarKernels();
  private final Kernels vector = KernelChoice.vectorKernels();

  static IntStream ranks() {
    return IntStream.concat(IntStream.rangeClosed(1, 67), IntStream.of(97, 128, 225, 226, 229));
  }

  private static double[] random(int length, long seed) {
    return new SplittableRandom(seed).doubles(length).map(x -> x < 0.1 ? 0 : x).toArray();
  }

  @ParameterizedTest
  @MethodSource("ranks")
  void gather(int rank) {
    double[] factor = random(SHIFT + COLUMNS * rank, 1);
    double[] values = random(ROWS, 2);
    int[] ids = new SplittableRandom(3).ints(ROWS, 0, COLUMNS).toArray();
    for (int to : new int[] {2, 3, 7, ROWS}) {
      double[] expected = random(SHIFT + rank, 4);
      double[] actual = expected.clone();
      scalar.gather(ids, values, 2, to, factor, SHIFT, rank, expected, SHIFT);
      vector.gather(ids, values, 2, to, factor, SHIFT, rank, actual, SHIFT);
      assertThat(actual).containsExactly(expected);
    }
  }

  private static float[] randomFloats(int length, long seed) {
    double[] doubles = random(length, seed);
    float[] floats = new float[length];
    for (int i = 0; i < length; i++) {
      floats[i] = (float) doubles[i];
    }
    return floats;
  }

  @ParameterizedTest
  @MethodSource("ranks")
  void gatherOfFloats(int rank) {
    float[] factor = randomFloats(SHIFT + COLUMNS * rank, 14);
    float[] values = randomFloats(ROWS, 15);
    int[] ids = new SplittableRandom(16).ints(ROWS, 0, COLUMNS).toArray();
    for (int to : new int[] {2, 3, 7, ROWS}) {
      float[] expected = randomFloats(SHIFT + rank, 17);
      float[] actual = expected.clone();
      scalar.gather(ids, values, 2, to, factor, SHIFT, rank, expected, SHIFT);
      vector.gather(ids, values, 2, to, factor, SHIFT, rank, actual, SHIFT);
      assertThat(actual).containsExactly(expected);
    }
  }

  /** One chain of fused multiply-adds of floats an entry, from the value found there. */
  @ParameterizedTest
  @MethodSource("ranks")
  void gatherOfFloatsIsOneChain(int rank) {
    float[] factor = randomFloats(COLUMNS * rank, 18);
    float[] values = randomFloats(ROWS, 19);
    int[] ids = new SplittableRandom(20).ints(ROWS, 0, COLUMNS).toArray();
    float[] actual = randomFloats(rank, 21);
    float[] expected = actual.clone();
    for (int p = 0; p < ROWS; p++) {
      for (int c = 0; c < rank; c++) {
        expected[c] = Math.fma(values[p], factor[ids[p] * rank + c], expected[c]);
      }
    }
    vector.gather(ids, values, 0, ROWS, factor, 0, rank, actual, 0);
    assertThat(actual).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("ranks")
  void denseTimes(int rank) {
    double[] x = random(SHIFT + ROWS * (COLUMNS + 2), 5);
    double[] factor = random(SHIFT + COLUMNS * rank, 6);
    double[] expected = random(SHIFT + ROWS * rank, 7);
    double[] actual = expected.clone();
    scalar.denseTimes(x, SHIFT, COLUMNS + 2, ROWS, COLUMNS, factor, SHIFT, rank, expected, SHIFT);
    vector.denseTimes(x, SHIFT, COLUMNS + 2, ROWS, COLUMNS, factor, SHIFT, rank, actual, SHIFT);
    assertThat(actual).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("ranks")
  void denseTransposedTimes(int rank) {
    double[] x = random(SHIFT + ROWS * (COLUMNS + 2), 8);
    double[] factor = random(SHIFT + ROWS * rank, 9);
    double[] expected = random(SHIFT + COLUMNS * rank, 10);
    double[] actual = expected.clone();
    scalar.denseTransposedTimes(
        x, SHIFT, COLUMNS + 2, ROWS, COLUMNS, factor, SHIFT, rank, expected, SHIFT);
    vector.denseTransposedTimes(
        x, SHIFT, COLUMNS + 2, ROWS, COLUMNS, factor, SHIFT, rank, actual, SHIFT);
    assertThat(actual).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("ranks")
  void twoGathersAtOnceAreTwoGathers(int rank) {
    int count = 131;
    double[] factor = random(SHIFT + COLUMNS * rank, 26);
    double[] first = random(count, 27);
    double[] second = random(count, 28);
    int[] ids = new SplittableRandom(29).ints(count, 0, COLUMNS).toArray();
    double[] start = random(SHIFT + 2 * rank, 30);
    for (int to : new int[] {2, 3, 67, count}) {
      double[] expected = start.clone();
      scalar.gather(ids, first, 2, to, factor, SHIFT, rank, expected, SHIFT);
      scalar.gather(ids, second, 2, to, factor, SHIFT, rank, expected, SHIFT + rank);
      for (Kernels kernels : List.of(scalar, vector)) {
        double[] actual = start.clone();
        kernels.gatherTwo(ids, first, second, 2, to, factor, SHIFT, rank, actual, SHIFT);
        assertThat(actual).containsExactly(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ranks")
  void dots(int rank) {
    int count = 131;
    double[] factor = random(SHIFT + COLUMNS * rank, 26);
    double[] own = random(SHIFT + rank, 27);
    int[] ids = new SplittableRandom(28).ints(count, 0, COLUMNS).toArray();
    double[] expected = new double[count];
    double[] actual = new double[count];
    for (int to : new int[] {2, 3, 67, count}) {
      scalar.dots(ids, 2, to, own, SHIFT, factor, SHIFT, rank, expected);
      vector.dots(ids, 2, to, own, SHIFT, factor, SHIFT, rank, actual);
      assertThat(actual).containsExactly(expected);
    }
    for (int p = 2; p < count; p++) {
      double naive = 0;
      for (int c = 0; c < rank; c++) {
        naive += own[SHIFT + c] * factor[SHIFT + ids[p] * rank + c];
      }
      assertThat(actual[p]).isCloseTo(naive, within(1e-12 * rank));
    }
  }

  /** Also from a Gram matrix that is there already, and on more rows than a cache holds. */
  @ParameterizedTest
  @MethodSource("ranks")
  void gram(int rank) {
    int rows = VectorDense.STEP_BYTES / (rank * Double.BYTES) + ROWS;
    double[] factor = random(SHIFT + rows * rank, 22);
    double[] expected = new double[rank * rank];
    double[] actual = new double[rank * rank];
    for (int pieceRows : new int[] {0, 1, COLUMNS, rows}) {
      scalar.gram(factor, SHIFT, pieceRows, rank, expected);
      vector.gram(factor, SHIFT, pieceRows, rank, actual);
      assertThat(actual).containsExactly(expected);
    }
  }

  /** More steps than a cache holds are cut, and each sum goes on where it stopped. */
  @ParameterizedTest
  @ValueSource(ints = {4, 19, 67})
  void longDenseProducts(int rank) {
    int steps = VectorDense.STEP_BYTES / (rank * Double.BYTES) * 2 + 1;
    double[] x = random(ROWS * steps, 23);
    double[] factor = random(steps * rank, 24);
    double[] expected = random(ROWS * rank, 25);
    double[] actual = expected.clone();
    scalar.denseTimes(x, 0, steps, ROWS, steps, factor, 0, rank, expected, 0);
    vector.denseTimes(x, 0, steps, ROWS, steps, factor, 0, rank, actual, 0);
    assertThat(actual).containsExactly(expected);
    scalar.denseTransposedTimes(x, 0, ROWS, steps, ROWS, factor, 0, rank, expected, 0);
    vector.denseTransposedTimes(x, 0, ROWS, steps, ROWS, factor, 0, rank, actual, 0);
    assertThat(actual).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("ranks")
  void scaleByRatio(int length) {
    double[] expected = random(SHIFT + length, 11);
    double[] actual = expected.clone();
    double[] product = random(SHIFT + length, 12);
    double[] denominator = random(length, 13);
    scalar.scaleByRatio(expected, SHIFT, product, SHIFT, denominator, length);
    vector.scaleByRatio(actual, SHIFT, product, SHIFT, denominator, length);
    assertThat(actual).containsExactly(expected);
  }
}
