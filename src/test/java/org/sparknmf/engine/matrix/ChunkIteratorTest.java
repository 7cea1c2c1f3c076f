package org.sparknmf.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparknmf.testing.GridLayouts;
import scala.Tuple2;

class ChunkIteratorTest {
  private static final CellDecoder<long[]> DECODER =
      (cell, sink) -> sink.accept(cell[0], (int) cell[1], (double) cell[2]);

  private static List<Tuple2<Integer, EntryChunk>> chunks(BlockGrid grid, List<long[]> cells) {
    List<Tuple2<Integer, EntryChunk>> chunks = new ArrayList<>();
    new ChunkIterator<>(cells.iterator(), DECODER, grid).forEachRemaining(chunks::add);
    return chunks;
  }

  private static List<List<Long>> cellsOf(EntryChunk chunk) {
    List<List<Long>> cells = new ArrayList<>();
    double[] values = chunk.values();
    for (int p = 0; p < chunk.size(); p++) {
      cells.add(List.of(chunk.row(p), (long) chunk.column(p), (long) values[p]));
    }
    return cells;
  }

  @Test
  void fullChunksAreSentAndNoCellIsLost() {
    List<long[]> cells = new ArrayList<>();
    for (int i = 0; i < 50_021; i++) {
      cells.add(new long[] {(i * 31L) % 1009, i % 7, i});
    }
    BlockGrid grid = new BlockGrid(1009, 7, cells.size(), GridLayouts.of(3, 2));
    List<List<Long>> received = new ArrayList<>();
    for (Tuple2<Integer, EntryChunk> chunk : chunks(grid, cells)) {
      for (List<Long> cell : cellsOf(chunk._2())) {
        assertThat(grid.partitionOf(grid.segmentOf(cell.get(0)))).isEqualTo(chunk._1());
        received.add(cell);
      }
    }
    assertThat(received).hasSameSizeAs(cells);
    assertThat(received.stream().map(cell -> cell.get(2)).distinct()).hasSameSizeAs(cells);
  }

  @Test
  void rowsFarApartDoNotShareAChunk() {
    long far = 5L << 31;
    BlockGrid grid = new BlockGrid(6L << 31, 3, 3, GridLayouts.of(1, 1));
    List<long[]> cells =
        List.of(new long[] {7, 0, 1}, new long[] {far, 1, 2}, new long[] {far - 9, 2, 3});
    List<Tuple2<Integer, EntryChunk>> chunks = chunks(grid, cells);
    assertThat(chunks).hasSize(2);
    assertThat(cellsOf(chunks.get(0)._2())).containsExactly(List.of(7L, 0L, 1L));
    assertThat(cellsOf(chunks.get(1)._2()))
        .containsExactly(List.of(far, 1L, 2L), List.of(far - 9, 2L, 3L));
  }
}
