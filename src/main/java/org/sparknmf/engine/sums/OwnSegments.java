package org.sparknmf.engine.sums;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.loss.Loss;

/** The segments of one partition with their rows of W. */
final class OwnSegments {
  private final List<Segment> segments;
  private final List<FactorPart> rows;

  private OwnSegments(List<Segment> segments, List<FactorPart> rows) {
    this.segments = segments;
    this.rows = rows;
  }

  static OwnSegments of(Iterator<Segment> segments, Iterator<FactorPart> rows) {
    List<Segment> allSegments = new ArrayList<>();
    segments.forEachRemaining(allSegments::add);
    List<FactorPart> allRows = new ArrayList<>();
    rows.forEachRemaining(allRows::add);
    return new OwnSegments(allSegments, allRows);
  }

  /** What they add up to for some columns. */
  List<SumNode> sums(BlockGrid grid, Loss loss, Factor ht, int from, int to) {
    return new PartialSums(grid, loss).of(segments, rows::get, ht, from, to);
  }
}
