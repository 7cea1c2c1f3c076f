package org.sparknmf.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;

/** The sums of a factor's columns, by which an oracle tells it without all of its numbers. */
public final class ColumnSums {
  private ColumnSums() {}

  /** Requires those of a factor (row-major, {@code rank} columns) to be the expected to 1e-9. */
  public static void require(JsonNode expected, double[] factor, int rank) {
    for (int c = 0; c < rank; c++) {
      int component = c;
      double sum =
          IntStream.range(0, factor.length)
              .filter(p -> p % rank == component)
              .mapToDouble(p -> factor[p])
              .sum();
      double told = expected.get(c).asDouble();
      assertThat(sum).isCloseTo(told, within(1e-9 * told));
    }
  }
}
