package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.Precision;
import java.io.Serializable;

/**
 * What a factorization is asked to do.
 *
 * @param rank k, the number of components
 * @param maxIterations iterations after which to stop in any case
 * @param tolerance stop when ten iterations lower the error by less than this part of its starting
 *     value; 0 never stops early
 * @param seed from which all random numbers follow
 * @param precision of X and of the factors
 * @param innerUpdates how often an iteration repeats the cheap k x k part of an update while the
 *     product with X stays fixed (Gillis and Glineur, Neural Computation 2012)
 */
public record NmfSettings(
    int rank, int maxIterations, double tolerance, long seed, Precision precision, int innerUpdates)
    implements Serializable {

  /** Components unless told otherwise. */
  public static final int DEFAULT_RANK = 10;

  /** Iterations unless told otherwise, as in scikit-learn. */
  public static final int DEFAULT_MAX_ITERATIONS = 200;

  /** Tolerance unless told otherwise, as in scikit-learn. */
  public static final double DEFAULT_TOLERANCE = 1e-4;

  /** Seed unless told otherwise. */
  public static final long DEFAULT_SEED = 42;

  /** Updates of a factor in an iteration unless told otherwise: plain alternation. */
  public static final int DEFAULT_INNER_UPDATES = 1;

  /** Beyond this many updates in a row nothing changes any more. */
  private static final int MOST_INNER_UPDATES = 1000;

  /** Largest rank: its Gram matrix is one array. */
  public static final int MAX_RANK = 10_000;

  /** Validates every value. */
  public NmfSettings {
    if (rank < 1 || rank > MAX_RANK) {
      throw new InvalidSettingException(
          "rank must be from 1 to " + MAX_RANK + ", got " + rank + "; change --rank");
    }
    if (maxIterations < 1) {
      throw new InvalidSettingException(
          "max-iterations must be at least 1, got " + maxIterations + "; raise --max-iterations");
    }
    if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
      throw new InvalidSettingException(
          "tolerance must be a finite number of at least 0, got "
              + tolerance
              + "; 0 switches the early stop off, change --tolerance");
    }
    if (innerUpdates < 1 || innerUpdates > MOST_INNER_UPDATES) {
      throw new InvalidSettingException(
          "inner-updates must be from 1 to "
              + MOST_INNER_UPDATES
              + ", got "
              + innerUpdates
              + "; change --inner-updates");
    }
  }

  /** Settings in double precision, one update of a factor in an iteration. */
  public NmfSettings(int rank, int maxIterations, double tolerance, long seed) {
    this(rank, maxIterations, tolerance, seed, Precision.DOUBLE, DEFAULT_INNER_UPDATES);
  }

  /** The defaults. */
  public static NmfSettings defaults() {
    return new NmfSettings(DEFAULT_RANK, DEFAULT_MAX_ITERATIONS, DEFAULT_TOLERANCE, DEFAULT_SEED);
  }

  /** These settings with another rank. */
  public NmfSettings withRank(int newRank) {
    return new NmfSettings(newRank, maxIterations, tolerance, seed, precision, innerUpdates);
  }

  /** These settings with another limit and tolerance. */
  public NmfSettings withStop(int newMaxIterations, double newTolerance) {
    return new NmfSettings(rank, newMaxIterations, newTolerance, seed, precision, innerUpdates);
  }

  /** These settings in another precision. */
  public NmfSettings withPrecision(Precision newPrecision) {
    return new NmfSettings(rank, maxIterations, tolerance, seed, newPrecision, innerUpdates);
  }

  /** These settings with another number of updates in an iteration. */
  public NmfSettings withInnerUpdates(int newInnerUpdates) {
    return new NmfSettings(rank, maxIterations, tolerance, seed, precision, newInnerUpdates);
  }
}
