package io.github.sparknmf.app;

import io.github.sparknmf.solver.NmfSettings;

/**
 * What is to be done with X.
 *
 * @param nmf the factorization
 * @param beginning where it starts
 * @param attempts how often, and what becomes of dead components
 */
record FitTask(NmfSettings nmf, Beginning beginning, Attempts attempts) {}
