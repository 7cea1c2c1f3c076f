package io.github.sparknmf.fit;

import io.github.sparknmf.solver.NmfSettings;

/**
 * What is to be done with X.
 *
 * @param nmf the factorization
 * @param beginning where it starts
 * @param attempts how often, and what becomes of dead components
 */
public record FitTask(NmfSettings nmf, Beginning beginning, Attempts attempts) {

  /** The same in so many seconds. */
  FitTask within(double seconds) {
    return new FitTask(nmf.withMaxSeconds(seconds), beginning, attempts);
  }
}
