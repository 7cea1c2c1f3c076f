package org.sparknmf.solver.loop;

import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.update.FactorUpdate;
import org.sparknmf.solver.update.Rules;

/** All rows in one block of this JVM. */
public final class LocalRowSide implements RowSide {
  private final MatrixBlock x;
  private final Factor w;
  private final Rules rules;
  private Factor before;
  private Factor kept;

  /** Takes all of them as they are; W is modified. */
  public LocalRowSide(MatrixBlock x, Factor w, Rules rules) {
    this.x = x;
    this.w = w;
    this.rules = rules;
  }

  @Override
  public FactorSums sums(Factor ht, double[] statistics) {
    return sumsAfter(0, ht);
  }

  private FactorSums sumsAfter(double violation, Factor ht) {
    Factor terms = zeros(x.columns());
    rules.loss().addColumnTerms(x, w, 0, ht, 0, x.columns(), terms);
    double[] ofW = FactorStatistics.zeros(w.rank());
    FactorStatistics.add(w, 0, w.rows(), ofW);
    FactorStatistics.addViolation(violation, w.rank(), ofW);
    return FactorSums.whole(terms, ofW);
  }

  private Factor zeros(int rows) {
    return Factor.zeros(w.precision(), rows, rules.loss().width(w.rank()));
  }

  private Factor rowTerms(Factor ht) {
    Factor terms = zeros(x.rows());
    rules.loss().addRowTerms(x, w, 0, ht, terms, 0);
    return terms;
  }

  @Override
  public FactorSums update(Factor ht, double[] statistics) {
    Factor terms = rowTerms(ht);
    double violation = FactorUpdate.apply(rules.rows(), w, 0, x.rows(), terms, 0, statistics);
    return sumsAfter(violation, ht);
  }

  @Override
  public FactorSums attempt(Factor ht, double[] statistics, double weight) {
    kept = w.copy();
    if (weight > 0 && rules.extrapolation().isOfBoth()) {
      rules.extrapolation().fill(kept, before, weight, w, 0, w.rows());
    }
    return update(ht, statistics);
  }

  @Override
  public void keep() {
    before = kept;
  }

  @Override
  public void takeBack() {
    w.copyFrom(kept, 0, 0, w.rows());
    before = null;
  }

  /** The W before, where an attempt was kept; else null. */
  Factor before() {
    return before;
  }

  /** Takes the W before from another one of its kind. */
  void remember(Factor factor) {
    before = factor;
  }

  @Override
  public double cellLoss(Factor ht, double[] statistics) {
    return rules.loss().ofBlock(x, w, 0, ht);
  }

  @Override
  public double constantLoss(double value) {
    return rules.loss().ofBlock(x, value);
  }

  @Override
  public double projectedGradient(Factor ht, double[] statistics) {
    return rules.rowGradient().of(w, 0, x.rows(), rowTerms(ht), 0, statistics);
  }

  @Override
  public void remap(FactorMap map) {
    w.copyFrom(map.of(w, 0), 0, 0, w.rows());
    before = null;
  }

  @Override
  public long bytesMoved() {
    return 0;
  }
}
