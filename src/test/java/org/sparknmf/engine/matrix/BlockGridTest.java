package org.sparknmf.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.testing.GridLayouts;

class BlockGridTest {

  @ParameterizedTest
  @CsvSource({
    "1, 5, 5, 3, 4",
    "7, 5, 20, 3, 64",
    "1189, 6080, 153710, 10, 7",
    "100000, 20000, 10000000, 20, 2",
    "100000, 20000, 10000000, 20, 64",
    "4000000000, 1000, 900000000000, 50, 300"
  })
  void everyRowHasOneSegmentAndEverySegmentOnePartition(
      long rows, int columns, long cells, int rank, int partitions) {
    BlockGrid grid = new BlockGrid(rows, columns, cells, GridLayouts.of(rank, partitions));
    assertThat(grid.segmentStart(0)).isZero();
    assertThat(grid.segmentStart(grid.segments())).isEqualTo(rows);
    assertThat(grid.firstSegment(0)).isZero();
    assertThat(grid.firstSegment(grid.partitions())).isEqualTo(grid.segments());
    for (int s = 0; s < grid.segments(); s++) {
      long start = grid.segmentStart(s);
      long end = grid.segmentStart(s + 1);
      assertThat(end).isGreaterThan(start);
      assertThat((end - start) * rank).isLessThan(Integer.MAX_VALUE);
      assertThat(grid.segmentOf(start)).isEqualTo(s);
      assertThat(grid.segmentOf(end - 1)).isEqualTo(s);
      int partition = grid.partitionOf(s);
      assertThat(s).isBetween(grid.firstSegment(partition), grid.firstSegment(partition + 1) - 1);
    }
  }

  @Test
  void cellsThatAreNotStoredAreZeroUnlessSaid() {
    assertThat(new BlockGrid(7, 5, 20, GridLayouts.of(3, 4)).emptyCells())
        .isEqualTo(EmptyCells.ZERO);
    GridSettings missing =
        new GridSettings(3, 4, Precision.DOUBLE, Orientation.ROWS, EmptyCells.MISSING, 0);
    assertThat(new BlockGrid(7, 5, 20, missing).emptyCells()).isEqualTo(EmptyCells.MISSING);
  }

  @Test
  void segmentsDoNotDependOnPartitions() {
    BlockGrid one = new BlockGrid(100_000, 20_000, 10_000_000, GridLayouts.of(20, 1));
    BlockGrid many = new BlockGrid(100_000, 20_000, 10_000_000, GridLayouts.of(20, 500));
    assertThat(many.segments()).isEqualTo(one.segments()).isEqualTo(8);
    assertThat(many.partitions()).isEqualTo(8);
  }

  @Test
  void muchWorkMeansManySegments() {
    BlockGrid huge =
        new BlockGrid(44_000_000, 769_000_000, 4_400_000_000L, GridLayouts.of(2, 5000));
    assertThat(huge.segments()).isEqualTo(1024);
    assertThat(huge.partitions()).isEqualTo(1024);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 1, 4, 4",
    "7, 100, 1, 4",
    "211, 70, 3, 32",
    "100000, 1000, 100, 1024",
    "100000, 999, 100, 1024",
    "100000, 150000, 1, 16"
  })
  void everyRowIsInOneBatch(long rows, int batchRows, int batches, int segments) {
    BlockGrid grid = new BlockGrid(rows, 50, 8 * rows, batched(batchRows));
    assertThat(grid.batches()).isEqualTo(batches);
    assertThat(grid.segments()).isEqualTo(segments);
    long sum = 0;
    for (int b = 0; b < batches; b++) {
      Batch batch = new Batch(b, batches);
      BlockGrid own = grid.of(batch);
      assertThat(own.batches()).isEqualTo(batches == 1 ? 1 : 0);
      assertThat(own.firstSegment(own.partitions())).isEqualTo(own.segments());
      assertThat((double) own.rows()).isBetween(0.5 * rows / batches, 2.0 * rows / batches);
      sum += own.rows();
      for (int s = 0; s < own.segments(); s++) {
        assertThat(own.segmentStart(s)).isEqualTo(grid.segmentStart(batch.whole(s)));
        assertThat(own.segmentOf(own.segmentStart(s))).isEqualTo(s);
        assertThat(own.partitionOf(s)).isEqualTo(grid.partitionOf(batch.whole(s)));
        assertThat(s)
            .isBetween(
                own.firstSegment(own.partitionOf(s)), own.firstSegment(own.partitionOf(s) + 1) - 1);
      }
    }
    assertThat(sum).isEqualTo(rows);
  }

  private static GridSettings batched(int batchRows) {
    return new GridSettings(3, 5, Precision.DOUBLE, Orientation.ROWS, EmptyCells.ZERO, batchRows);
  }
}
