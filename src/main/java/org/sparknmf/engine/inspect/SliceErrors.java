package org.sparknmf.engine.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.TallFactor;

/**
 * The rows and columns of X that W H explains worst, by squares whatever the loss; over stored
 * cells where the others are unknown.
 *
 * @param rows the worst first
 * @param columns the same; empty where they were not looked at
 * @param sample stored cells of the first rows of X
 */
public record SliceErrors(List<Line> rows, Optional<List<Line>> columns, List<Cell> sample) {
  /** The worst first; equal ones by number. */
  static final Comparator<Line> WORST_FIRST =
      Comparator.comparingDouble(Line::relativeError).reversed().thenComparingLong(Line::number);

  /**
   * A row or a column x of X, and its part y of W H.
   *
   * @param number its place in the order of ids
   * @param relativeError ||x - y|| / ||x||
   * @param norm ||x||
   */
  public record Line(long number, double relativeError, double norm) {
    public static Line of(long number, double squares, double residual) {
      return new Line(number, Math.sqrt(Math.max(0, residual) / squares), Math.sqrt(squares));
    }
  }

  /** A stored cell. */
  public record Cell(long row, long column, double value) {}

  /**
   * Brings together what was found out.
   *
   * @param parts one for each batch of rows, in order; each with whole sums over columns
   * @param ht H', by the grid's names
   * @param gram W'W, by the grid's names
   */
  public static SliceErrors of(
      List<SlicePart> parts, BlockGrid grid, Factor ht, double[] gram, SliceQuery query) {
    List<Line> along = worst(parts.stream().flatMap(part -> part.lines().stream()), query.worst());
    Optional<List<Line>> across =
        query.columns(grid)
            ? Optional.of(columns(SlicePart.columnSums(parts), grid, ht, gram, query.worst()))
            : Optional.empty();
    List<Cell> sample = parts.stream().flatMap(part -> part.cells().stream()).toList();
    return grid.orientation() == Orientation.ROWS
        ? new SliceErrors(along, across, sample)
        : new SliceErrors(across.orElseGet(List::of), Optional.of(along), sample);
  }

  private static List<Line> worst(Stream<Line> lines, int most) {
    return lines.sorted(WORST_FIRST).limit(most).toList();
  }

  private static List<Line> columns(
      double[] sums, BlockGrid grid, Factor ht, double[] gram, int most) {
    boolean zeros = grid.emptyCells() == EmptyCells.ZERO;
    Stream<Line> lines =
        IntStream.range(0, ht.rows())
            .parallel()
            .filter(j -> sums[2 * j] > 0)
            .mapToObj(
                j -> {
                  double[] row = new double[ht.rank()];
                  ht.read(j, 1, row);
                  double fitted = zeros ? TallFactor.squaredLength(row, ht.rank(), gram) : 0;
                  return Line.of(j, sums[2 * j], sums[2 * j + 1] + fitted);
                });
    return worst(lines, most);
  }
}
