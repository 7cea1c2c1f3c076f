package org.sparknmf.solver.loop;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.update.Rules;

/**
 * The alternation on a compressed matrix X^ = A B' of rank l: no pass over X, and l x k numbers
 * travel. With momentum on H an iteration is
 *
 * <pre>
 *   H~ = H beyond the H before
 *   W improved by X^ H~' = A (B'H~')     H~ improved by X^'W = B (A'W)
 *   (||X^||^2 - 2 trace((A'W)'(B'H')) + trace(W'W HH')) / 2
 * </pre>
 *
 * <p>It ends when an iteration hardly lowers the objective: what is left is for X itself.
 */
public final class CompressedAlternation implements Alternation {
  /** The most iterations; after these the objective on X hardly falls any more. */
  public static final int MOST_ITERATIONS = 12;

  /** A smaller part of the objective is not worth an iteration. */
  private static final double LEAST_FALL = 1e-3;

  private final CompressedSide rows;
  private final CompressedSide columns;
  private final Rules rules;
  private FactorSums ofRows;
  private FactorSums ofColumns;
  private State kept;
  private double objective;
  private double reached;
  private double fall;

  private record State(FactorSums ofRows, FactorSums ofColumns) {}

  /**
   * An alternation that has started nothing yet.
   *
   * @param rows holds W, the start value first, the final one at the end
   * @param columns the same of H'
   * @param rules by which the sides improve, for the loss on X^
   */
  public CompressedAlternation(CompressedSide rows, CompressedSide columns, Rules rules) {
    this.rows = rows;
    this.columns = columns;
    this.rules = rules;
  }

  @Override
  public FitProgress start() {
    ofRows = rows.sums(0);
    ofColumns = columns.sums(0);
    FitProgress progress = progress();
    objective = progress.total();
    fall = Double.POSITIVE_INFINITY;
    return progress;
  }

  @Override
  public FitProgress iterate() {
    FitProgress progress = attempt(0);
    keep();
    return progress;
  }

  @Override
  public FitProgress attempt(double weight) {
    kept = new State(ofRows, ofColumns);
    FactorSums beyond = weight > 0 ? columns.sums(weight) : ofColumns;
    ofRows = rows.attempt(0, beyond);
    ofColumns = columns.attempt(weight, ofRows);
    FitProgress progress = progress();
    reached = progress.total();
    return progress;
  }

  @Override
  public void keep() {
    rows.keep();
    columns.keep();
    fall = objective - reached;
    objective = reached;
  }

  @Override
  public void takeBack() {
    rows.takeBack();
    columns.takeBack();
    ofRows = kept.ofRows();
    ofColumns = kept.ofColumns();
  }

  /** After an iteration that was kept; one that was taken back says nothing. */
  @Override
  public Optional<StopReason> finished() {
    return fall < LEAST_FALL * objective
        ? Optional.of(new StopReason(true, "an iteration hardly lowered the objective"))
        : Optional.empty();
  }

  private FitProgress progress() {
    Factor one = ofRows.product(0);
    Factor other = ofColumns.product(0);
    double cross = one.dot(0, one.rows(), other, 0);
    double[] w = ofRows.statistics();
    double[] h = ofColumns.statistics();
    double lost = rules.loss().fromSums(cross, w, h, one.rank()).orElseThrow();
    return rules.progress(lost, rules.charged(w, h, one.rank()), w, h, one.rank());
  }

  @Override
  public double yardstick() {
    return rules.loss().yardstick().orElseThrow();
  }

  /** Cell by cell there is no X^. */
  @Override
  public OptionalDouble directLoss() {
    return OptionalDouble.empty();
  }

  /** The gradient on X^ is of no interest. */
  @Override
  public double projectedGradient() {
    return 0;
  }

  @Override
  public BitSet deadComponents() {
    return FactorStatistics.dead(
        ofRows.statistics(), ofColumns.statistics(), ofRows.product(0).rank());
  }

  @Override
  public void remap(FactorMap rowMap, FactorMap columnMap) {
    throw new UnsupportedOperationException("components are revived in iterations on X alone");
  }

  @Override
  public long bytesMoved() {
    return 0;
  }
}
