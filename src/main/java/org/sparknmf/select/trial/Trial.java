package org.sparknmf.select.trial;

import java.io.Serializable;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.solver.update.Rules;

/**
 * One of the factorizations that are compared.
 *
 * @param rank k
 * @param restart which of the starts of that rank, from 0
 * @param rules how it is improved
 * @param start where it begins
 */
public record Trial(int rank, int restart, Rules rules, RandomStart start) implements Serializable {

  /** How far it is from X. */
  Loss loss() {
    return rules.loss();
  }

  /** Some rows of a factor as they begin. */
  DoubleFactor startRows(RandomStart.FactorName which, long firstRow, int rows) {
    double[] values = new double[rows * rank];
    start.fill(which, firstRow, values);
    return DoubleFactor.of(values, rank);
  }
}
