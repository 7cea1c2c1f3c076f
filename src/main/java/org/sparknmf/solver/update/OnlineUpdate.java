package org.sparknmf.solver.update;

import java.util.Arrays;
import java.util.List;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.divergence.Denominators;
import org.sparknmf.solver.loss.Power;

/**
 * The multiplicative update of H' after one batch of rows, which remembers the batches before it
 * (Lefevre, Bach and Fevotte, WASPAA 2011; scikit-learn's MiniBatchNMF). With N and D of the
 * batch's gradient D - N, and gamma as in {@code Divergence.exponent}:
 *
 * <pre>
 *   A = rho A + N H^(1/gamma)    at first H
 *   B = rho B + D + l1 + l2 H    at first 1
 *   H = (A / B)^gamma
 * </pre>
 *
 * <p>Where all rows are one batch and rho is 0, this is the ordinary update.
 */
public final class OnlineUpdate {
  private static final int WINDOW = 64;

  private final Denominators denominators;
  private final Power gamma;
  private final Power inverse;
  private Factor a;
  private Factor b;

  /**
   * Creates the state before the first batch.
   *
   * @param denominators where D comes from
   * @param exponent gamma
   * @param start H' where it starts, not modified
   */
  public OnlineUpdate(Denominators denominators, double exponent, Factor start) {
    this.denominators = denominators;
    this.gamma = new Power(exponent);
    this.inverse = new Power(1 / exponent);
    this.a = start.copy();
    this.b = start.zerosLike(start.rows());
    fillWithOnes(b);
  }

  /** A and B, as they stand. */
  public List<Factor> memory() {
    return List.of(a, b);
  }

  /** A and B of an update that went before. */
  public void remember(List<Factor> memory) {
    a = memory.get(0);
    b = memory.get(1);
  }

  private static void fillWithOnes(Factor factor) {
    double[] ones = new double[factor.rank()];
    Arrays.fill(ones, 1);
    for (int j = 0; j < factor.rows(); j++) {
      factor.write(j, 1, ones);
    }
  }

  /**
   * What all rows of H' have in common after a batch.
   *
   * @param statistics of the batch's rows of W, not modified
   * @param penalty of H, for the rows of the batch
   * @param kept rho
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  public record Step(double[] statistics, Penalty penalty, double kept) {}

  /**
   * Improves some rows. Those of different calls may be improved at the same time.
   *
   * @param h H', modified in the rows named
   * @param terms of the batch, not modified
   * @param termsRow row of the terms that belongs to {@code firstRow}
   * @return the sum of the squares of the entries' changes
   */
  public double update(Step step, Factor h, int firstRow, int rows, Factor terms, int termsRow) {
    int rank = h.rank();
    double[] entries = new double[WINDOW * rank];
    double[] brought = new double[WINDOW * terms.rank()];
    double[] d = new double[WINDOW * rank];
    double[] top = new double[WINDOW * rank];
    double[] bottom = new double[WINDOW * rank];
    double change = 0;
    for (int i = 0; i < rows; i += WINDOW) {
      int count = Math.min(WINDOW, rows - i);
      int at = firstRow + i;
      h.read(at, count, entries);
      terms.read(termsRow + i, count, brought);
      a.read(at, count, top);
      b.read(at, count, bottom);
      fillDenominators(entries, count, brought, step.statistics, rank, d);
      for (int p = 0; p < count * rank; p++) {
        double f = entries[p];
        double n = brought[p / rank * terms.rank() + p % rank];
        double charged = d[p] + Math.fma(step.penalty.l2(), f, step.penalty.l1());
        top[p] = step.kept * top[p] + (f > 0 && n > 0 ? n * inverse.of(f) : 0);
        bottom[p] = step.kept * bottom[p] + charged;
        double next = top[p] > 0 && bottom[p] > 0 ? gamma.of(top[p] / bottom[p]) : 0;
        change = Math.fma(next - f, next - f, change);
        entries[p] = next;
      }
      h.write(at, count, entries);
      a.write(at, count, top);
      b.write(at, count, bottom);
    }
    return change;
  }

  private void fillDenominators(
      double[] entries, int count, double[] brought, double[] statistics, int rank, double[] d) {
    if (denominators == Denominators.GRAM) {
      TallFactor.timesSquare(entries, 0, count, rank, statistics, d);
      return;
    }
    boolean own = denominators == Denominators.TERMS;
    for (int i = 0; i < count; i++) {
      double[] source = own ? brought : statistics;
      int from = own ? (2 * i + 1) * rank : rank * rank;
      System.arraycopy(source, from, d, i * rank, rank);
    }
  }
}
