package org.sparknmf.engine.inspect;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.engine.sums.OrderedReduce;
import org.sparknmf.engine.sums.SumNode;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.TallFactor;

/**
 * What one task finds out about single rows and columns: one look at each stored cell x, and its y
 * = w h'. Where other cells are zero, the residual of a line is the sum of x (x - 2 y) over its
 * stored cells and the squared length of its part of W H, which follows from a Gram matrix.
 */
public final class SlicePass {
  private final BlockGrid grid;
  private final SliceQuery query;
  private final HShare h;
  private final boolean zeros;
  private final boolean columns;
  private final OrderedReduce reduce;
  private final PriorityQueue<SliceErrors.Line> worst =
      new PriorityQueue<>(SliceErrors.WORST_FIRST.reversed());
  private final List<SliceErrors.Cell> cells = new ArrayList<>();
  private final int[] ids;
  private final double[] values;
  private final double[] wRow;
  private final double[] hRow;

  private SlicePass(BlockGrid grid, SliceQuery query, HShare h) {
    this.grid = grid;
    this.query = query;
    this.h = h;
    this.zeros = grid.emptyCells() == EmptyCells.ZERO;
    this.columns = query.columns(grid);
    this.reduce = new OrderedReduce(grid.segments());
    this.ids = new int[grid.columns()];
    this.values = new double[grid.columns()];
    this.wRow = new double[grid.rank()];
    this.hRow = new double[grid.rank()];
  }

  /** Looks at consecutive segments and their rows of W. */
  public static SlicePart over(
      Iterator<Segment> segments,
      Iterator<FactorPart> factors,
      BlockGrid grid,
      SliceQuery query,
      HShare h) {
    SlicePass pass = new SlicePass(grid, query, h);
    while (segments.hasNext()) {
      pass.look(segments.next(), factors.next().rows());
    }
    List<SliceErrors.Line> lines = new ArrayList<>(pass.worst);
    lines.sort(SliceErrors.WORST_FIRST);
    return new SlicePart(pass.reduce.nodes(), lines, pass.cells);
  }

  private void look(Segment segment, Factor w) {
    double[] sums = new double[columns ? 2 * grid.columns() : 0];
    for (Segment.RowBlock block : segment.blocks()) {
      for (int i = 0; i < block.x().rows(); i++) {
        w.read(block.start() + i, 1, wRow);
        look(segment.firstRow() + block.start() + i, block.x(), i, sums);
      }
    }
    if (columns) {
      reduce.add(new SumNode(0, segment.index(), DoubleFactor.of(sums, 2), new double[0]));
    }
  }

  private void look(long number, MatrixBlock x, int row, double[] sums) {
    int count = x.copyRow(row, ids, values);
    double squares = 0;
    double residual = zeros ? TallFactor.squaredLength(wRow, grid.rank(), h.statistics()) : 0;
    for (int p = 0; p < count; p++) {
      h.ht().read(ids[p], 1, hRow);
      double value = values[p];
      double fitted = TallFactor.dot(wRow, hRow);
      double square = value * value;
      double left = zeros ? value * (value - 2 * fitted) : (value - fitted) * (value - fitted);
      squares += square;
      residual += left;
      if (columns) {
        sums[2 * ids[p]] += square;
        sums[2 * ids[p] + 1] += left;
      }
      sample(number, ids[p], value);
    }
    if (squares > 0) {
      keep(SliceErrors.Line.of(number, squares, residual));
    }
  }

  private void sample(long number, long column, double value) {
    boolean byRows = grid.orientation() == Orientation.ROWS;
    if ((byRows ? number : column) < query.sampleRows()) {
      cells.add(
          byRows
              ? new SliceErrors.Cell(number, column, value)
              : new SliceErrors.Cell(column, number, value));
    }
  }

  private void keep(SliceErrors.Line line) {
    worst.add(line);
    if (worst.size() > query.worst()) {
      worst.poll();
    }
  }
}
