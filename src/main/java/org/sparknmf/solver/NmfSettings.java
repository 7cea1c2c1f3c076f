package org.sparknmf.solver;

import java.io.Serializable;
import java.util.Locale;
import org.sparknmf.linalg.Precision;

/**
 * What a factorization is asked to do.
 *
 * @param rank k, the number of components
 * @param maxIterations iterations after which to stop in any case
 * @param tolerance see {@code solver.loop.StoppingRule}; 0 never stops early
 * @param maxSeconds time after which no further iteration begins
 * @param seed from which all random numbers follow
 * @param precision of X and of the factors
 * @param innerUpdates how often an iteration repeats the cheap k x k part of an update while the
 *     product with X stays fixed (Gillis and Glineur, Neural Computation 2012); 0 for what is good
 *     for the solver
 * @param objective what is minimised
 * @param solver how
 * @param miniBatch whether H is improved after each batch of rows
 */
public record NmfSettings(
    int rank,
    int maxIterations,
    double tolerance,
    double maxSeconds,
    long seed,
    Precision precision,
    int innerUpdates,
    Objective objective,
    Solver solver,
    MiniBatch miniBatch)
    implements Serializable {

  /** Components unless told otherwise. */
  public static final int DEFAULT_RANK = 10;

  /** Iterations unless told otherwise, as in scikit-learn. */
  public static final int DEFAULT_MAX_ITERATIONS = 200;

  /** Tolerance unless told otherwise, as in scikit-learn. */
  public static final double DEFAULT_TOLERANCE = 1e-4;

  /** Seed unless told otherwise. */
  public static final long DEFAULT_SEED = 42;

  /** Stands for the number of inner updates that is good for the solver. */
  public static final int AUTO_INNER_UPDATES = 0;

  /** Sweeps of coordinate descent unless told otherwise: more pay for one product with X. */
  private static final int HALS_SWEEPS = 3;

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
    if (!(maxSeconds > 0)) {
      throw new InvalidSettingException(
          "max-runtime must be above 0, got " + maxSeconds + " s; change --max-runtime");
    }
    if (innerUpdates < AUTO_INNER_UPDATES || innerUpdates > MOST_INNER_UPDATES) {
      throw new InvalidSettingException(
          "inner-updates must be from 1 to "
              + MOST_INNER_UPDATES
              + ", got "
              + innerUpdates
              + "; change --inner-updates");
    }
    requireSolverFor(objective, solver);
    requireRepeatable(objective, solver, innerUpdates);
    miniBatch.requireSolver(solver, innerUpdates);
  }

  private static void requireSolverFor(Objective objective, Solver solver) {
    if (solver != Solver.MU && objective.beta() != Objective.FROBENIUS) {
      throw new InvalidSettingException(
          "solver "
              + solver.name().toLowerCase(Locale.ROOT)
              + " works with loss frobenius, got beta "
              + objective.beta()
              + "; say --solver mu or --loss frobenius");
    }
    if (solver == Solver.BPP && objective.isMissing()) {
      throw new InvalidSettingException(
          "solver bpp needs every cell, got empty-cells missing; say --solver hals or mu");
    }
  }

  private static void requireRepeatable(Objective objective, Solver solver, int innerUpdates) {
    if (innerUpdates <= 1 || solver == Solver.HALS) {
      return;
    }
    if (solver == Solver.BPP) {
      throw new InvalidSettingException(
          "inner-updates above 1 have no meaning for solver bpp, whose update is exact, got "
              + innerUpdates
              + "; leave --inner-updates out");
    }
    if (objective.beta() != Objective.FROBENIUS || objective.isMissing()) {
      throw new InvalidSettingException(
          "inner-updates above 1 work with loss frobenius and all cells known, got "
              + innerUpdates
              + ": other losses need a new pass for each update; leave --inner-updates out");
    }
  }

  /** Frobenius norm, multiplicative updates, double precision, one update in an iteration. */
  public NmfSettings(int rank, int maxIterations, double tolerance, long seed) {
    this(rank, maxIterations, tolerance, seed, Precision.DOUBLE, AUTO_INNER_UPDATES);
  }

  /** Frobenius norm, multiplicative updates. */
  public NmfSettings(
      int rank,
      int maxIterations,
      double tolerance,
      long seed,
      Precision precision,
      int innerUpdates) {
    this(
        rank,
        maxIterations,
        tolerance,
        Double.POSITIVE_INFINITY,
        seed,
        precision,
        innerUpdates,
        Objective.frobenius(),
        Solver.MU,
        MiniBatch.OFF);
  }

  /** The defaults. */
  public static NmfSettings defaults() {
    return new NmfSettings(DEFAULT_RANK, DEFAULT_MAX_ITERATIONS, DEFAULT_TOLERANCE, DEFAULT_SEED);
  }

  /** How often an iteration repeats the k x k part of an update. */
  public int sweeps() {
    if (innerUpdates != AUTO_INNER_UPDATES) {
      return innerUpdates;
    }
    return solver == Solver.HALS ? HALS_SWEEPS : 1;
  }

  /** These settings with another rank. */
  public NmfSettings withRank(int newRank) {
    return new NmfSettings(
        newRank,
        maxIterations,
        tolerance,
        maxSeconds,
        seed,
        precision,
        innerUpdates,
        objective,
        solver,
        miniBatch);
  }

  /** These settings with another seed. */
  public NmfSettings withSeed(long newSeed) {
    return new NmfSettings(
        rank,
        maxIterations,
        tolerance,
        maxSeconds,
        newSeed,
        precision,
        innerUpdates,
        objective,
        solver,
        miniBatch);
  }

  /** These settings with another limit and tolerance. */
  public NmfSettings withStop(int newMaxIterations, double newTolerance) {
    return new NmfSettings(
        rank,
        newMaxIterations,
        newTolerance,
        maxSeconds,
        seed,
        precision,
        innerUpdates,
        objective,
        solver,
        miniBatch);
  }

  /** These settings with a limit of time. */
  public NmfSettings withMaxSeconds(double newMaxSeconds) {
    return new NmfSettings(
        rank,
        maxIterations,
        tolerance,
        newMaxSeconds,
        seed,
        precision,
        innerUpdates,
        objective,
        solver,
        miniBatch);
  }

  /** These settings in another precision. */
  public NmfSettings withPrecision(Precision newPrecision) {
    return new NmfSettings(
        rank,
        maxIterations,
        tolerance,
        maxSeconds,
        seed,
        newPrecision,
        innerUpdates,
        objective,
        solver,
        miniBatch);
  }

  /** These settings with another number of updates in an iteration. */
  public NmfSettings withInnerUpdates(int newInnerUpdates) {
    return new NmfSettings(
        rank,
        maxIterations,
        tolerance,
        maxSeconds,
        seed,
        precision,
        newInnerUpdates,
        objective,
        solver,
        miniBatch);
  }

  /** These settings for something else to minimise, in another way. */
  public NmfSettings with(Objective newObjective, Solver newSolver) {
    return new NmfSettings(
        rank,
        maxIterations,
        tolerance,
        maxSeconds,
        seed,
        precision,
        innerUpdates,
        newObjective,
        newSolver,
        miniBatch);
  }

  /** These settings with H improved after each batch of rows, or not. */
  public NmfSettings withMiniBatch(MiniBatch newMiniBatch) {
    return new NmfSettings(
        rank,
        maxIterations,
        tolerance,
        maxSeconds,
        seed,
        precision,
        innerUpdates,
        objective,
        solver,
        newMiniBatch);
  }
}
