package org.sparknmf.engine.sums;

import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.update.FactorUpdate;
import org.sparknmf.solver.update.ProjectedGradient;
import org.sparknmf.solver.update.Rules;

/** What one task does with the segments it is given, one after the other. */
public final class SegmentTask {
  private Factor terms;

  /**
   * One update of the segment's rows of W against H.
   *
   * @param weight of the momentum with which it begins, where both factors have momentum
   */
  public FactorPart update(Segment segment, FactorPart old, HShare h, Rules rules, double weight) {
    boolean remembers = rules.extrapolation().isOfBoth();
    Factor w = old.start(remembers ? weight : 0, rules.extrapolation());
    double violation = 0;
    for (Segment.RowBlock block : segment.blocks()) {
      int rows = block.x().rows();
      Factor brought = rowTerms(block, w, h, rules.loss());
      violation +=
          FactorUpdate.apply(rules.rows(), w, block.start(), rows, brought, 0, h.statistics());
    }
    FactorPart updated = old.next(w, violation);
    return remembers ? updated.remembering(old) : updated;
  }

  private Factor rowTerms(Segment.RowBlock block, Factor w, HShare h, Loss loss) {
    int rows = block.x().rows();
    if (terms == null || terms.rows() < rows) {
      terms = Factor.zeros(w.precision(), rows, loss.width(w.rank()));
    }
    terms.clear(0, rows);
    loss.addRowTerms(block.x(), w, block.start(), h.ht(), terms, 0);
    return terms;
  }

  /** The segment's part of W's projected gradient. */
  public double projectedGradient(Segment segment, FactorPart w, HShare h, Rules rules) {
    ProjectedGradient gradient = rules.rowGradient();
    double sum = 0;
    for (Segment.RowBlock block : segment.blocks()) {
      Factor brought = rowTerms(block, w.rows(), h, rules.loss());
      sum += gradient.of(w.rows(), block.start(), block.x().rows(), brought, 0, h.statistics());
    }
    return sum;
  }

  /** Adds the segment's terms of some columns, block after block. */
  static void addColumnTerms(
      Segment segment, FactorPart w, Factor ht, int from, int to, Loss loss, Factor sums) {
    for (Segment.RowBlock block : segment.blocks()) {
      // A search for singular vectors starts from W = 0: X'W needs no pass then.
      if (loss.needsBothFactors() || !w.rows().isZero(block.start(), block.x().rows())) {
        loss.addColumnTerms(block.x(), w.rows(), block.start(), ht, from, to, sums);
      }
    }
  }

  /** What the segment's cells lose. */
  public static double cellLoss(Segment segment, FactorPart w, Factor ht, Loss loss) {
    double sum = 0;
    for (Segment.RowBlock block : segment.blocks()) {
      sum += loss.ofBlock(block.x(), w.rows(), block.start(), ht);
    }
    return sum;
  }

  /** What the segment's cells lose if one value fits them all. */
  public static double constantLoss(Segment segment, double value, Loss loss) {
    double sum = 0;
    for (Segment.RowBlock block : segment.blocks()) {
      sum += loss.ofBlock(block.x(), value);
    }
    return sum;
  }
}
