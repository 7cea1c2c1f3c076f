package org.sparknmf.fit;

import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.StartPair;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.StartKind;
import org.sparknmf.solver.update.HeldSets;

/**
 * What is to be done with X.
 *
 * @param nmf the factorization
 * @param beginning where it starts
 * @param attempts how often, and what becomes of dead components
 */
public record FitTask(NmfSettings nmf, Beginning beginning, Attempts attempts) {

  /** This task with an H that does not move. */
  FitTask holding(FactorSource ht) {
    Beginning held =
        new Beginning(
            StartKind.RANDOM,
            pair -> new StartPair(pair.w(), ht, pair.release()),
            HeldSets.first(0, nmf.rank()));
    return new FitTask(nmf, held, attempts);
  }

  /** This task with a limit of {@code seconds} seconds. */
  FitTask within(double seconds) {
    return new FitTask(nmf.with(nmf.stopping().within(seconds)), beginning, attempts);
  }
}
