package org.sparknmf.app.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.engine.matrix.CellSink;

/**
 * Rows of counts with planted topics, for measurements: each row has the same number of cells,
 * whose columns follow Zipf's law within the row's topic. A row depends on the seed and its number
 * alone.
 *
 * @param cellsPerRow how many cells a row has, fewer where draws collide too often
 */
public record GeneratedRows(int columns, int cellsPerRow, long seed) implements CellDecoder<Long> {
  private static final int TOPICS = 20;
  private static final double ZIPF = 0.9;
  private static final int MOST_DRAWS = 64;

  @Override
  public void decode(Long row, CellSink sink) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + row);
    int topic = random.nextInt(TOPICS);
    int[] drawn = new int[cellsPerRow];
    int count = 0;
    for (int draw = 0; count < cellsPerRow && draw < MOST_DRAWS; draw++) {
      for (; count < cellsPerRow; count++) {
        int mixedTopic = random.nextInt(5) == 0 ? random.nextInt(TOPICS) : topic;
        drawn[count] = column(random.nextDouble(), mixedTopic);
      }
      count = distinct(drawn);
    }
    for (int p = 0; p < count; p++) {
      sink.accept(row, drawn[p], 1 + geometric(random));
    }
  }

  /** Inverts the continuous Zipf distribution; each topic has its own order of columns. */
  private int column(double uniform, int topic) {
    double power = 1 - ZIPF;
    double order = Math.pow(1 + uniform * (Math.pow(columns + 1.0, power) - 1), 1 / power) - 1;
    long place = Math.min((long) order, columns - 1L);
    return (int) ((place * (2L * topic + 1) + topic * (columns / (long) TOPICS)) % columns);
  }

  private static int distinct(int[] drawn) {
    Arrays.sort(drawn);
    int kept = 0;
    for (int p = 0; p < drawn.length; p++) {
      if (p == 0 || drawn[p] != drawn[p - 1]) {
        drawn[kept++] = drawn[p];
      }
    }
    return kept;
  }

  private static int geometric(SplittableRandom random) {
    int count = 0;
    while (count < 10 && random.nextInt(4) == 0) {
      count++;
    }
    return count;
  }
}
