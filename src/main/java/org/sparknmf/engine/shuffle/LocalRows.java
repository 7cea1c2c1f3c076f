package org.sparknmf.engine.shuffle;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.collections4.IteratorUtils;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.engine.spark.PairedIterator;
import org.sparknmf.engine.sums.PartialStripe;
import org.sparknmf.engine.sums.PartialSums;
import org.sparknmf.engine.sums.SegmentNumber;
import org.sparknmf.engine.sums.SegmentTask;
import org.sparknmf.engine.sums.SumNode;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.Stripes;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.update.Rules;
import scala.Tuple2;

/** What a task does with one partition of X and its rows of W when H is distributed too. */
final class LocalRows {
  private final LocalMatrix x;
  private final List<FactorPart> w;
  private final BlockGrid grid;
  private final Stripes stripes;

  LocalRows(Iterator<LocalMatrix> x, Iterator<FactorPart> w, BlockGrid grid, Stripes stripes) {
    this.x = x.next();
    this.w = IteratorUtils.toList(w);
    this.grid = grid;
    this.stripes = stripes;
  }

  /** The rows of W improved against the rows of H' that have come, with momentum of a weight. */
  Iterator<FactorPart> update(
      Iterator<Tuple2<Integer, StripePiece>> pieces,
      double[] statistics,
      Rules rules,
      double weight) {
    HShare h = new HShare(assemble(pieces), statistics);
    SegmentTask task = new SegmentTask();
    return ofEach((segment, rows) -> task.update(segment, rows, h, rules, weight));
  }

  /** The touched rows of H', by the partition's own numbers. */
  Factor assemble(Iterator<Tuple2<Integer, StripePiece>> pieces) {
    Factor h = Factor.zeros(grid.precision(), x.columns().length, grid.rank());
    while (pieces.hasNext()) {
      StripePiece piece = pieces.next()._2();
      h.copyFrom(piece.rows(), 0, x.firstLocal(stripes, piece.stripe()), piece.rows().rows());
    }
    return h;
  }

  /**
   * The partition's part of the terms of H, one stripe after the other.
   *
   * @param ht touched rows of H', for a loss that needs them
   */
  Iterator<Tuple2<Integer, PartialStripe>> sums(Factor ht, Loss loss) {
    return x.stripesTouched(stripes).boxed().flatMap(s -> sums(s, ht, loss).stream()).iterator();
  }

  private List<Tuple2<Integer, PartialStripe>> sums(int stripe, Factor ht, Loss loss) {
    int from = x.firstLocal(stripes, stripe);
    int to = x.firstLocal(stripes, stripe + 1);
    List<Tuple2<Integer, PartialStripe>> parts = new ArrayList<>();
    for (SumNode node : new PartialSums(grid, loss).terms(x.segments(), w::get, ht, from, to)) {
      parts.add(new Tuple2<>(stripe, new PartialStripe(x.partition(), node)));
    }
    return parts;
  }

  /** One number for each segment. */
  Iterator<Double> numbers(SegmentNumber number) {
    return ofEach(number::of);
  }

  /**
   * The partition's part of a loss that visits every cell, one number a segment.
   *
   * @param ht all of H', not modified
   */
  Iterator<Double> fullLoss(Factor ht, Loss loss) {
    int[] touched = x.columns();
    return ofEach(
        (segment, rows) ->
            SegmentTask.cellLoss(segment.renumbered(ht.rows(), j -> touched[j]), rows, ht, loss));
  }

  /** What there is to be had of each segment and its rows of W, in order. */
  private <T> Iterator<T> ofEach(BiFunction<Segment, FactorPart, T> work) {
    return new PairedIterator<>(x.segments().iterator(), w.iterator(), work);
  }
}
