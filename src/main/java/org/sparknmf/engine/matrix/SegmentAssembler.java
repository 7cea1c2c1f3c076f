package org.sparknmf.engine.matrix;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.sparknmf.linalg.CsrBuilder;
import org.sparknmf.linalg.CsrMatrix;
import org.sparknmf.linalg.DuplicateCellException;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.solver.InvalidMatrixException;
import scala.Tuple2;

/** Makes the segments of one partition from the chunks that reached it, in whatever order. */
final class SegmentAssembler {
  private final BlockGrid grid;
  private final DuplicatePolicy duplicates;
  private final SegmentFinder finder;
  private final int firstSegment;
  private final CsrBuilder[] builders;
  private final GivenCells[] given;

  SegmentAssembler(BlockGrid grid, DuplicatePolicy duplicates, int partition) {
    this.grid = grid;
    this.finder = new SegmentFinder(grid);
    this.duplicates = duplicates;
    this.firstSegment = grid.firstSegment(partition);
    int count = grid.firstSegment(partition + 1) - firstSegment;
    this.builders = new CsrBuilder[count];
    this.given = new GivenCells[count];
    for (int s = 0; s < count; s++) {
      given[s] = new GivenCells();
      builders[s] = new CsrBuilder(rowsOf(firstSegment + s), grid.columns(), grid.emptyCells());
    }
  }

  private int rowsOf(int segment) {
    return Math.toIntExact(grid.segmentStart(segment + 1) - grid.segmentStart(segment));
  }

  List<Segment> assemble(Iterator<Tuple2<Integer, EntryChunk>> chunks) {
    while (chunks.hasNext()) {
      add(chunks.next()._2());
    }
    List<Segment> segments = new ArrayList<>(builders.length);
    for (int s = 0; s < builders.length; s++) {
      segments.add(build(s));
      builders[s] = null;
    }
    return segments;
  }

  private void add(EntryChunk chunk) {
    given[0].count(chunk.given(), chunk.zeros());
    double[] values = chunk.values();
    for (int p = 0; p < chunk.size(); p++) {
      long row = chunk.row(p);
      int segment = finder.of(row);
      int local = (int) (row - finder.start());
      builders[segment - firstSegment].add(local, chunk.column(p), values[p], chunk.weight(p));
    }
  }

  private void addRepeated(GivenCells cells, long row, int column) {
    if (grid.orientation() == Orientation.ROWS) {
      cells.repeated().add(row, column);
    } else {
      cells.repeated().add(column, row);
    }
  }

  private Segment build(int s) {
    long firstRow = grid.segmentStart(firstSegment + s);
    try {
      CsrMatrix cells =
          builders[s].build(
              duplicates, (row, column) -> addRepeated(given[s], firstRow + row, column));
      return Segment.of(firstSegment + s, cells, grid, given[s]);
    } catch (DuplicateCellException e) {
      throw new InvalidMatrixException(
          ("row number %s, column number %s is given more than once;"
                  + " say --duplicates sum or max, or remove the repetition")
              .formatted(firstRow + e.row(), e.column()),
          e);
    }
  }
}
