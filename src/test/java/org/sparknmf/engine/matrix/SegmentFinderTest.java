package org.sparknmf.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sparknmf.testing.GridLayouts;

class SegmentFinderTest {

  @Test
  void findsWhatTheGridSaysInAnyOrder() {
    BlockGrid grid = new BlockGrid(1009, 7, 5000, GridLayouts.of(3, 2));
    SegmentFinder finder = new SegmentFinder(grid);
    Random random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      long row = i < 1009 ? i : random.nextInt(1009);
      int segment = finder.of(row);
      assertThat(segment).isEqualTo(grid.segmentOf(row));
      assertThat(finder.start()).isEqualTo(grid.segmentStart(segment));
    }
  }
}
