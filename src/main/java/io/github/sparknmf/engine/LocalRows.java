package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.solver.Stripes;
import io.github.sparknmf.solver.UpdateRule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/** What a task does with one partition of X and its rows of W when H is distributed too. */
final class LocalRows {
  private final LocalMatrix x;
  private final List<FactorPart> w = new ArrayList<>();
  private final BlockGrid grid;
  private final Stripes stripes;

  LocalRows(Iterator<LocalMatrix> x, Iterator<FactorPart> w, BlockGrid grid, Stripes stripes) {
    this.x = x.next();
    w.forEachRemaining(this.w::add);
    this.grid = grid;
    this.stripes = stripes;
  }

  /** The rows of W improved against the rows of H' that have come. */
  Iterator<FactorPart> update(
      Iterator<Tuple2<Integer, StripePiece>> pieces, double[] gram, UpdateRule rule) {
    HShare h = new HShare(assemble(pieces), gram);
    SegmentTask task = new SegmentTask();
    List<FactorPart> updated = new ArrayList<>(w.size());
    for (int s = 0; s < w.size(); s++) {
      updated.add(task.update(x.segments().get(s), w.get(s), h, rule));
    }
    return updated.iterator();
  }

  private Factor assemble(Iterator<Tuple2<Integer, StripePiece>> pieces) {
    Factor h = Factor.zeros(grid.precision(), x.columns().length, grid.rank());
    while (pieces.hasNext()) {
      StripePiece piece = pieces.next()._2();
      h.copyFrom(piece.rows(), 0, x.firstLocal(stripes, piece.stripe()), piece.rows().rows());
    }
    return h;
  }

  /** The partition's part of X'W, one stripe after the other. */
  Iterator<Tuple2<Integer, PartialStripe>> sums() {
    return x.stripesTouched(stripes).boxed().flatMap(s -> sums(s).stream()).iterator();
  }

  private List<Tuple2<Integer, PartialStripe>> sums(int stripe) {
    int from = x.firstLocal(stripes, stripe);
    int to = x.firstLocal(stripes, stripe + 1);
    List<Tuple2<Integer, PartialStripe>> parts = new ArrayList<>();
    for (SumNode node : new PartialSums(grid).products(x.segments(), w::get, from, to)) {
      parts.add(new Tuple2<>(stripe, new PartialStripe(x.partition(), node)));
    }
    return parts;
  }

  /**
   * The partition's part of ||X - WH||^2, one number a segment.
   *
   * @param ht all of H', not modified
   */
  Iterator<Double> squaredResiduals(Factor ht) {
    int[] numbers = x.columns();
    List<Double> parts = new ArrayList<>(w.size());
    for (int s = 0; s < w.size(); s++) {
      Segment global = x.segments().get(s).renumbered(ht.rows(), j -> numbers[j]);
      parts.add(SegmentTask.squaredResidual(global, w.get(s), ht));
    }
    return parts.iterator();
  }
}
