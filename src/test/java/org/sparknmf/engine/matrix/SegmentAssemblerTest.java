package org.sparknmf.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;
import org.sparknmf.linalg.SparseBlock;
import org.sparknmf.solver.InvalidMatrixException;
import scala.Tuple2;

/** Cells on their way into the segments of one partition, without Spark. */
class SegmentAssemblerTest {
  private static final int ROWS = 7;
  private static final int COLUMNS = 5;

  /** Row, column, value, weight. */
  private static final double[][] CELLS = {
    {0, 1, 2, 1}, {0, 3, 0, 0.5}, {2, 2, 4, 3}, {6, 0, 1, 0}, {6, 4, 0, 1}, {5, 1, 3, 0.25}
  };

  private static BlockGrid grid(EmptyCells emptyCells, Orientation side) {
    boolean byRows = side == Orientation.ROWS;
    return new BlockGrid(
        byRows ? ROWS : COLUMNS,
        byRows ? COLUMNS : ROWS,
        CELLS.length,
        new GridSettings(2, 1, Precision.DOUBLE, side, emptyCells, 0));
  }

  private static List<Segment> segments(List<double[]> cells, BlockGrid grid) {
    CellDecoder<double[]> decoder =
        (cell, sink) -> sink.accept((long) cell[0], (int) cell[1], cell[2], cell[3]);
    CellDecoder<double[]> turned =
        grid.orientation() == Orientation.ROWS ? decoder : TransposedCells.of(decoder);
    List<Tuple2<Integer, EntryChunk>> chunks = new ArrayList<>();
    new ChunkIterator<>(cells.iterator(), turned, grid).forEachRemaining(chunks::add);
    return new SegmentAssembler(grid, DuplicatePolicy.SUM, 0).assemble(chunks.iterator());
  }

  private static double sum(List<Segment> segments, ToDoubleFunction<SegmentSummary> part) {
    return segments.stream().map(Segment::summary).mapToDouble(part).sum();
  }

  /** By hand: 1*2 + 0.5*0 + 3*4 + 1*0 + 0.25*3, and 1*4 + 3*16 + 0.25*9. */
  @ParameterizedTest
  @CsvSource({"ROWS", "COLUMNS"})
  void sumsRunOverStoredCellsAsOftenAsTheyWeigh(Orientation side) {
    List<Segment> segments = segments(List.of(CELLS), grid(EmptyCells.MISSING, side));
    assertThat(segments).hasSizeGreaterThan(1);
    assertThat(sum(segments, SegmentSummary::nonZeros)).isEqualTo(5);
    assertThat(sum(segments, SegmentSummary::entries)).isEqualTo(6);
    assertThat(sum(segments, SegmentSummary::sum)).isEqualTo(14.75);
    assertThat(sum(segments, SegmentSummary::squaredNorm)).isEqualTo(54.25);
    assertThat(sum(segments, SegmentSummary::observed)).isEqualTo(5.75);
    assertThat(segments.stream().mapToDouble(s -> s.summary().largestWeight()).max()).hasValue(3);
    assertThat(segments.stream().mapToDouble(s -> s.summary().largest()).max()).hasValue(4);
  }

  @Test
  void fingerprintsTellWeightsAndStoredZerosButNotOrder() {
    BlockGrid grid = grid(EmptyCells.MISSING, Orientation.ROWS);
    long expected = fingerprint(List.of(CELLS), grid);
    List<double[]> cells = new ArrayList<>(List.of(CELLS));
    Collections.shuffle(cells, new Random(3));
    assertThat(fingerprint(cells, grid)).isEqualTo(expected);
    assertThat(fingerprint(cells, grid(EmptyCells.MISSING, Orientation.COLUMNS)))
        .isEqualTo(expected);
    List<double[]> otherWeight = new ArrayList<>(List.of(CELLS));
    otherWeight.set(2, new double[] {2, 2, 4, 2.5});
    assertThat(fingerprint(otherWeight, grid)).isNotEqualTo(expected);
    List<double[]> withoutZero = new ArrayList<>(List.of(CELLS));
    withoutZero.remove(4);
    assertThat(fingerprint(withoutZero, grid)).isNotEqualTo(expected);
    List<double[]> withoutWeightOfZero = new ArrayList<>(List.of(CELLS));
    withoutWeightOfZero.remove(3);
    assertThat(fingerprint(withoutWeightOfZero, grid)).isEqualTo(expected);
  }

  private static long fingerprint(List<double[]> cells, BlockGrid grid) {
    return segments(cells, grid).stream().mapToLong(s -> s.summary().fingerprint()).sum();
  }

  /** As the plan does in which neither factor fits into a machine. */
  @Test
  void renumberingKeepsZerosAndWeights() {
    List<double[]> all = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        all.add(new double[] {i, j, (i + j) % 2, 1 + (i * j) % 3});
      }
    }
    for (Segment segment : segments(all, grid(EmptyCells.MISSING, Orientation.ROWS))) {
      MatrixBlock before = segment.blocks()[0].x();
      MatrixBlock after = segment.renumbered(2 * COLUMNS, j -> 2 * j).blocks()[0].x();
      assertThat(before).isInstanceOf(SparseBlock.class);
      assertThat(after).isInstanceOf(SparseBlock.class);
      assertThat(after.nonZeros()).isEqualTo((long) segment.rows() * COLUMNS);
      assertThat(after.toCsr().values()).containsExactly(before.toCsr().values());
      for (int p = 0; p < after.nonZeros(); p++) {
        assertThat(after.toCsr().weight(p)).isEqualTo(before.toCsr().weight(p));
      }
    }
  }

  @Test
  void zerosAreForgottenWhereEmptyCellsAreZero() {
    List<Segment> segments = segments(List.of(CELLS), grid(EmptyCells.ZERO, Orientation.ROWS));
    assertThat(sum(segments, SegmentSummary::nonZeros)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"-0.5", "NaN", "Infinity"})
  void refusesAWeight(double weight) {
    List<double[]> cells = List.of(CELLS[0], new double[] {4, 3, 1, weight});
    assertThatThrownBy(() -> segments(cells, grid(EmptyCells.MISSING, Orientation.ROWS)))
        .isInstanceOf(InvalidMatrixException.class)
        .hasMessage(
            "weight "
                + weight
                + " in row number 4, column number 3: every weight must be finite and not negative;"
                + " correct or remove the cell");
  }
}
