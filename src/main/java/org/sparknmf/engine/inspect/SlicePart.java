package org.sparknmf.engine.inspect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.sums.OrderedReduce;
import org.sparknmf.engine.sums.SumNode;
import org.sparknmf.linalg.DoubleFactor;

/** What some segments say about single rows and columns of X; it travels, so it is arrays. */
public final class SlicePart implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LINE = 2;
  private static final int CELL = 2;

  /** Sums over columns, as far as they go here. */
  private final SumNode[] columns;

  private final long[] numbers;

  /** Relative error and norm of each of the numbers. */
  private final double[] errors;

  /** Row and column of each of the values. */
  private final long[] places;

  private final double[] values;

  /**
   * Takes it all over.
   *
   * @param columns nodes of products (columns x 2), in order; none where columns do not matter
   */
  SlicePart(List<SumNode> columns, List<SliceErrors.Line> lines, List<SliceErrors.Cell> cells) {
    this.columns = columns.toArray(SumNode[]::new);
    this.numbers = new long[lines.size()];
    this.errors = new double[LINE * lines.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = lines.get(i).number();
      errors[LINE * i] = lines.get(i).relativeError();
      errors[LINE * i + 1] = lines.get(i).norm();
    }
    this.places = new long[CELL * cells.size()];
    this.values = new double[cells.size()];
    for (int i = 0; i < values.length; i++) {
      places[CELL * i] = cells.get(i).row();
      places[CELL * i + 1] = cells.get(i).column();
      values[i] = cells.get(i).value();
    }
  }

  List<SliceErrors.Line> lines() {
    List<SliceErrors.Line> lines = new ArrayList<>(numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      lines.add(new SliceErrors.Line(numbers[i], errors[LINE * i], errors[LINE * i + 1]));
    }
    return lines;
  }

  List<SliceErrors.Cell> cells() {
    List<SliceErrors.Cell> cells = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      cells.add(new SliceErrors.Cell(places[CELL * i], places[CELL * i + 1], values[i]));
    }
    return cells;
  }

  /** One part of those of all segments, in their order. */
  public static SlicePart joined(List<SlicePart> parts, BlockGrid grid) {
    OrderedReduce total = new OrderedReduce(grid.segments());
    List<SliceErrors.Line> lines = new ArrayList<>();
    List<SliceErrors.Cell> cells = new ArrayList<>();
    boolean any = false;
    for (SlicePart part : parts) {
      for (SumNode node : part.columns) {
        total.add(node);
        any = true;
      }
      lines.addAll(part.lines());
      cells.addAll(part.cells());
    }
    return new SlicePart(any ? List.of(total.root()) : List.of(), lines, cells);
  }

  /** The sums over columns of joined parts, added in their order. */
  static double[] columnSums(List<SlicePart> joined) {
    DoubleFactor total = (DoubleFactor) joined.get(0).columns[0].product();
    for (SlicePart part : joined.subList(1, joined.size())) {
      total.add(part.columns[0].product());
    }
    return total.entries();
  }
}
