package io.github.sparknmf.select;

import io.github.sparknmf.solver.loss.Loss;
import io.github.sparknmf.solver.start.RandomStart;
import io.github.sparknmf.solver.update.Rules;
import java.io.Serializable;

/**
 * One of the factorizations that are compared.
 *
 * @param rank k
 * @param restart which of the starts of that rank, from 0
 * @param rules how it is improved
 * @param start where it begins
 */
record Trial(int rank, int restart, Rules rules, RandomStart start) implements Serializable {

  /** How far it is from X. */
  Loss loss() {
    return rules.loss();
  }
}
