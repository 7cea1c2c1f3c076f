package org.sparknmf.engine.factor;

import java.io.Serializable;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.update.Extrapolation;
import org.sparknmf.solver.update.FactorUpdate;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.solver.update.UpdateRule;

/** Consecutive rows of a factor: those of a segment of X, or of a stripe of its columns. */
public final class FactorPart implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int index;
  private final long firstRow;
  private final Factor rows;
  private final double violation;

  /**
   * The same rows before, for momentum on both factors; null where nothing needs them. They travel
   * with the rows, since each then comes from one predecessor: where a part came from the two
   * before it, those that are lost would be made again over and over.
   */
  private final Factor before;

  public FactorPart(int index, long firstRow, Factor rows) {
    this(index, firstRow, rows, 0, null);
  }

  private FactorPart(int index, long firstRow, Factor rows, double violation, Factor before) {
    this.index = index;
    this.firstRow = firstRow;
    this.rows = rows;
    this.violation = violation;
    this.before = before;
  }

  /** The part with the rows of this one, improved. */
  public FactorPart next(Factor improved, double met) {
    return new FactorPart(index, firstRow, improved, met, null);
  }

  /** The part with the rows of this one under another number. */
  public FactorPart numbered(int number) {
    return new FactorPart(number, firstRow, rows, violation, before);
  }

  /** This part with the rows of another one as those before. */
  public FactorPart remembering(FactorPart old) {
    return new FactorPart(index, firstRow, rows, violation, old.rows);
  }

  /** The part with the rows before alone. */
  public FactorPart remembered() {
    return new FactorPart(index, firstRow, before);
  }

  /** The part without the rows before. */
  public FactorPart alone() {
    return new FactorPart(index, firstRow, rows, violation, null);
  }

  /**
   * The rows that an update begins with, as a factor of their own.
   *
   * @param weight of the momentum; 0 for these rows as they are
   */
  public Factor start(double weight, Extrapolation extrapolation) {
    return weight == 0 ? rows.copy() : beyond(before, weight, extrapolation);
  }

  private Factor beyond(Factor old, double weight, Extrapolation extrapolation) {
    Factor beyond = rows.zerosLike(rows.rows());
    extrapolation.fill(rows, old, weight, beyond, 0, rows.rows());
    return beyond;
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
  public FactorPart extrapolated(FactorPart old, double weight, Extrapolation extrapolation) {
    return next(beyond(old.rows, weight, extrapolation), 0);
  }

  /**
   * These rows improved once, and the point beyond them on the way from the rows before: the rows
   * of the result, which remembers the improved ones.
   */
  public FactorPart improvedBeyond(
      FactorPart terms, double[] statistics, Rules rules, double weight) {
    FactorPart improved = improved(terms, statistics, rules.columns());
    FactorPart there =
        weight == 0
            ? improved
            : next(improved.beyond(before, weight, rules.extrapolation()), improved.violation);
    return there.remembering(improved);
  }
}
