package org.sparknmf.engine.matrix;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What in the cells of X deserves a look, by numbers of its rows and columns. It depends on the
 * cells alone, not on how they were spread.
 *
 * @param emptyRows rows without a stored cell
 * @param emptyColumns columns without one
 * @param repeatedCells how many cells were given more than once
 * @param firstRepeatedCells the first of them by row, then column
 * @param zeros how many of the cells given were zeros
 * @param smallest the smallest stored cell; 0 if there is none
 * @param largest the largest
 * @param values how many stored cells have each value; empty where there are more than 20 values
 */
public record MatrixQuality(
    Lines emptyRows,
    Lines emptyColumns,
    long repeatedCells,
    List<Cell> firstRepeatedCells,
    long zeros,
    double smallest,
    double largest,
    Map<Double, Long> values) {

  /** How many examples are kept of each. */
  static final int EXAMPLES = 10;

  /**
   * Some rows or columns.
   *
   * @param count how many
   * @param first the numbers of the first of them, ascending
   */
  public record Lines(long count, List<Long> first) {}

  /** A place in X. */
  public record Cell(long row, long column) {}

  /** Puts together what the parts of X tell. */
  static MatrixQuality of(BlockGrid grid, List<SegmentSummary> parts, BitSet columns) {
    SmallestCells repeated = new SmallestCells();
    long zeros = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (SegmentSummary part : parts) {
      repeated.addAll(part.given().repeated());
      zeros += part.given().zeros();
      smallest = Math.min(smallest, part.smallest());
      largest = Math.max(largest, part.largest());
    }
    boolean byRows = grid.orientation() == Orientation.ROWS;
    Lines cut = emptyRows(parts);
    Lines across = missing(columns, grid.columns());
    return new MatrixQuality(
        byRows ? cut : across,
        byRows ? across : cut,
        repeated.count(),
        repeated.first(),
        zeros,
        Double.isInfinite(smallest) ? 0 : smallest,
        largest,
        FewValues.together(parts.stream().map(SegmentSummary::values).toList()));
  }

  private static Lines emptyRows(List<SegmentSummary> parts) {
    return new Lines(
        parts.stream().mapToLong(SegmentSummary::emptyRows).sum(),
        parts.stream()
            .flatMapToLong(part -> Arrays.stream(part.firstEmptyRows()))
            .limit(EXAMPLES)
            .boxed()
            .toList());
  }

  private static Lines missing(BitSet there, int size) {
    LongStream first =
        LongStream.iterate(
            there.nextClearBit(0), number -> number < size, n -> there.nextClearBit((int) n + 1));
    return new Lines((long) size - there.cardinality(), first.limit(EXAMPLES).boxed().toList());
  }
}
