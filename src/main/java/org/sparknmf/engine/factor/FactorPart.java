package org.sparknmf.engine.factor;

import java.io.Serializable;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.update.Extrapolation;
import org.sparknmf.solver.update.FactorUpdate;
import org.sparknmf.solver.update.UpdateRule;

/** Consecutive rows of a factor: those of a segment of X, or of a stripe of its columns. */
public final class FactorPart implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int index;
  private final long firstRow;
  private final Factor rows;
  private final double violation;

  public FactorPart(int index, long firstRow, Factor rows) {
    this(index, firstRow, rows, 0);
  }

  private FactorPart(int index, long firstRow, Factor rows, double violation) {
    this.index = index;
    this.firstRow = firstRow;
    this.rows = rows;
    this.violation = violation;
  }

  /** The part with the rows of this one, improved. */
  public FactorPart next(Factor improved, double met) {
    return new FactorPart(index, firstRow, improved, met);
  }

  /** The part with the rows of this one under another number. */
  public FactorPart numbered(int number) {
    return new FactorPart(number, firstRow, rows, violation);
  }

  /** What a map makes of them. */
  public FactorPart mapped(FactorMap map) {
    return new FactorPart(index, firstRow, map.of(rows, firstRow));
  }

  /** The sum of {@code length} numbers over these rows. */
  public double[] sum(PartSum sum, int length) {
    double[] sums = new double[length];
    sum.add(rows, sums);
    return sums;
  }

  /** Adds these rows and the violation that their last update met. */
  public void addStatistics(double[] statistics) {
    FactorStatistics.add(rows, 0, rows.rows(), statistics);
    FactorStatistics.addViolation(violation, rows.rank(), statistics);
  }

  /** Number of the segment or stripe. */
  public int index() {
    return index;
  }

  /** Global number of the first row. */
  public long firstRow() {
    return firstRow;
  }

  /** The rows, not to be modified. */
  public Factor rows() {
    return rows;
  }

  /** These rows improved once; this part is not modified. */
  public FactorPart improved(FactorPart terms, double[] statistics, UpdateRule rule) {
    Factor next = rows.copy();
    return next(next, FactorUpdate.apply(rule, next, 0, next.rows(), terms.rows, 0, statistics));
  }

  /** The point beyond these rows on the way from what they were before. */
  public FactorPart extrapolated(FactorPart before, double weight) {
    Factor beyond = rows.zerosLike(rows.rows());
    Extrapolation.fill(rows, before.rows, weight, beyond, 0, rows.rows());
    return next(beyond, 0);
  }
}
