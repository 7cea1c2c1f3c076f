package org.sparknmf.engine.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;

class RowRecordTest {
  private static final int MUTATIONS = 2000;
  private static final long FIRST_ROW = 5_000_000_000L;

  /** Below, at and beyond the rows that are converted at a time. */
  @ParameterizedTest
  @CsvSource({
    "DOUBLE, 1, 1",
    "DOUBLE, 1024, 3",
    "DOUBLE, 2053, 7",
    "SINGLE, 1, 5",
    "SINGLE, 1031, 2"
  })
  void givesTheSameBitsBack(Precision precision, int rows, int rank) throws IOException {
    Factor factor = random(precision, rows, rank);

    Factor back = read(written(factor), index(precision, rows, rank));

    assertThat(back.precision()).isEqualTo(precision);
    assertThat(bits(back)).isEqualTo(bits(factor));
  }

  @Test
  void refusesTheRecordOfOtherRows() throws IOException {
    byte[] bytes = written(random(Precision.DOUBLE, 7, 3));
    for (SavedIndex other :
        List.of(
            index(Precision.SINGLE, 7, 3),
            index(Precision.DOUBLE, 6, 3),
            index(Precision.DOUBLE, 7, 2),
            index(Precision.DOUBLE, 7, 3, FIRST_ROW + 1))) {
      assertThatThrownBy(() -> read(bytes, other))
          .isInstanceOf(DamagedFileException.class)
          .hasMessageContaining("x.rows is damaged");
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void noDamageGoesUnseen(Precision precision) throws IOException {
    Factor factor = random(precision, 31, 5);
    byte[] whole = written(factor);
    Random random = new Random(7);
    for (int m = 0; m < MUTATIONS; m++) {
      byte[] mutated = mutated(whole, random);
      Throwable thrown = catchThrowable(() -> read(mutated, index(precision, 31, 5)));
      assertThat(thrown).as("mutation " + m).isInstanceOf(IOException.class);
    }
  }

  /** Some bytes changed, or the end cut off. */
  private static byte[] mutated(byte[] whole, Random random) {
    if (random.nextInt(4) == 0) {
      return Arrays.copyOf(whole, random.nextInt(whole.length));
    }
    byte[] bytes = whole.clone();
    int first = random.nextInt(bytes.length);
    bytes[first] ^= (byte) (1 + random.nextInt(255));
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      int at = random.nextInt(bytes.length);
      bytes[at] = at == first ? bytes[at] : (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static Factor random(Precision precision, int rows, int rank) {
    Random random = new Random(rows);
    double[] numbers = random.doubles((long) rows * rank).toArray();
    numbers[0] = 0;
    Factor factor = Factor.zeros(precision, rows, rank);
    factor.write(0, rows, numbers);
    return factor;
  }

  private static byte[] written(Factor factor) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowRecord.write(new FactorPart(3, FIRST_ROW, factor), out);
    return out.toByteArray();
  }

  private static SavedIndex index(Precision precision, int rows, int rank) {
    return index(precision, rows, rank, FIRST_ROW);
  }

  private static SavedIndex index(Precision precision, int rows, int rank, long firstRow) {
    return new SavedIndex(rank, precision, List.of(new SavedRows("x.rows", 0, firstRow, rows)));
  }

  private static Factor read(byte[] bytes, SavedIndex index) throws IOException {
    return RowRecord.read(new ByteArrayInputStream(bytes), index, index.parts().get(0), "x.rows");
  }

  private static long[] bits(Factor factor) {
    return Arrays.stream(factor.toArray()).mapToLong(Double::doubleToLongBits).toArray();
  }
}
