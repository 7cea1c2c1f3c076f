package org.sparknmf.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import scala.Tuple2;

/** Against counting cell by cell, however the matrix is cut and its cells come. */
class MatrixQualityTest {
  private static final int ROWS = 61;
  private static final int COLUMNS = 43;

  /** Row, column, value; few enough that rows and columns stay empty, some given again. */
  private static List<double[]> cells() {
    Random random = new Random(5);
    List<double[]> cells = new ArrayList<>();
    for (int p = 0; p < 67; p++) {
      double value = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(50) / 4.0;
      double[] cell = {random.nextInt(ROWS), random.nextInt(COLUMNS), value};
      cells.add(cell);
      if (p % 5 == 0) {
        cells.add(cell);
        cells.add(cell);
      }
    }
    return cells;
  }

  private static MatrixQuality found(List<double[]> cells, BlockGrid grid) {
    CellDecoder<double[]> decoder =
        (cell, sink) -> sink.accept((long) cell[0], (int) cell[1], cell[2]);
    CellDecoder<double[]> turned =
        grid.orientation() == Orientation.ROWS ? decoder : TransposedCells.of(decoder);
    List<Tuple2<Integer, EntryChunk>> chunks = new ArrayList<>();
    new ChunkIterator<>(cells.iterator(), turned, grid).forEachRemaining(chunks::add);
    List<SegmentSummary> summaries = new ArrayList<>();
    BitSet columns = new BitSet();
    for (int p = 0; p < grid.partitions(); p++) {
      int partition = p;
      PartSummary part =
          PartSummary.of(
              new SegmentAssembler(grid, DuplicatePolicy.SUM, partition)
                  .assemble(chunks.stream().filter(chunk -> chunk._1() == partition).iterator())
                  .iterator());
      summaries.addAll(List.of(part.segments()));
      part.addColumnsTo(columns);
    }
    return MatrixQuality.of(grid, summaries, columns);
  }

  private static BlockGrid grid(Orientation side, int partitions, EmptyCells emptyCells) {
    boolean byRows = side == Orientation.ROWS;
    return new BlockGrid(
        byRows ? ROWS : COLUMNS,
        byRows ? COLUMNS : ROWS,
        100,
        new GridSettings(3, partitions, Precision.DOUBLE, side, emptyCells, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "ROWS,1,ZERO",
    "ROWS,2,ZERO",
    "ROWS,7,ZERO",
    "COLUMNS,1,ZERO",
    "COLUMNS,7,ZERO",
    "ROWS,2,MISSING",
    "COLUMNS,7,MISSING"
  })
  void isThatOfTheCellsAlone(Orientation side, int partitions, EmptyCells emptyCells) {
    List<double[]> cells = cells();
    MatrixQuality expected = naive(cells, emptyCells);
    assertThat(expected.emptyRows().count()).isGreaterThan(MatrixQuality.EXAMPLES);
    assertThat(expected.firstRepeatedCells()).hasSize(MatrixQuality.EXAMPLES);
    for (int shuffle = 0; shuffle < 3; shuffle++) {
      Collections.shuffle(cells, new Random(shuffle));
      assertThat(found(cells, grid(side, partitions, emptyCells))).isEqualTo(expected);
    }
  }

  private static MatrixQuality naive(List<double[]> cells, EmptyCells emptyCells) {
    TreeMap<Long, Integer> times = new TreeMap<>();
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    long zeros = 0;
    Map<Long, Double> sums = new TreeMap<>();
    for (double[] cell : cells) {
      zeros += cell[2] == 0 ? 1 : 0;
      if (cell[2] != 0 || emptyCells == EmptyCells.MISSING) {
        long place = Math.round(cell[0] * COLUMNS + cell[1]);
        times.merge(place, 1, Integer::sum);
        sums.merge(place, cell[2], Double::sum);
      }
    }
    for (double sum : sums.values()) {
      smallest = Math.min(smallest, sum);
      largest = Math.max(largest, sum);
    }
    List<MatrixQuality.Cell> repeated =
        times.entrySet().stream()
            .filter(place -> place.getValue() > 1)
            .map(e -> new MatrixQuality.Cell(e.getKey() / COLUMNS, e.getKey() % COLUMNS))
            .toList();
    return new MatrixQuality(
        lines(ROWS, sums.keySet().stream().map(place -> place / COLUMNS).toList()),
        lines(COLUMNS, sums.keySet().stream().map(place -> place % COLUMNS).toList()),
        repeated.size(),
        repeated.stream().limit(MatrixQuality.EXAMPLES).toList(),
        zeros,
        smallest,
        largest,
        few(sums.values()));
  }

  private static Map<Double, Long> few(Collection<Double> values) {
    Map<Double, Long> counts = new TreeMap<>();
    values.forEach(value -> counts.merge(value, 1L, Long::sum));
    return counts.size() > 20 ? Map.of() : counts;
  }

  private static MatrixQuality.Lines lines(int size, List<Long> there) {
    List<Long> missing =
        LongStream.range(0, size).boxed().filter(number -> !there.contains(number)).toList();
    return new MatrixQuality.Lines(
        missing.size(), missing.stream().limit(MatrixQuality.EXAMPLES).toList());
  }

  @Test
  void aMatrixOfZerosHasNoSmallestCell() {
    BlockGrid grid = grid(Orientation.ROWS, 2, EmptyCells.ZERO);
    MatrixQuality quality = found(List.of(new double[] {3, 4, 0}), grid);
    assertThat(quality.emptyRows().count()).isEqualTo(ROWS);
    assertThat(quality.emptyColumns().count()).isEqualTo(COLUMNS);
    assertThat(quality.zeros()).isEqualTo(1);
    assertThat(quality.smallest()).isZero();
    assertThat(quality.largest()).isZero();
  }
}
