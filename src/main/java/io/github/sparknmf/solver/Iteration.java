package io.github.sparknmf.solver;

import java.io.Serializable;

/**
 * One line of the history.
 *
 * @param number 0 for the start values, then 1, 2, ...
 * @param objective half the squared error, without penalties
 * @param relativeError ||X - WH|| / ||X||; 0 for an all-zero X
 * @param seconds wall-clock time of this iteration
 * @param bytesMoved bytes between driver and workers
 */
public record Iteration(
    int number, double objective, double relativeError, double seconds, long bytesMoved)
    implements Serializable {}
