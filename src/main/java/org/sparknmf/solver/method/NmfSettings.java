package org.sparknmf.solver.method;

import java.io.Serializable;
import java.util.Optional;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.TermForm;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.update.Extrapolation;

/**
 * What a factorization is asked to do.
 *
 * @param rank k, the number of components
 * @param objective what is minimised
 * @param updates how
 * @param stopping when it ends
 * @param seed from which all random numbers follow
 * @param precision of X and of the factors
 */
public record NmfSettings(
    int rank,
    Objective objective,
    Updates updates,
    Stopping stopping,
    long seed,
    Precision precision)
    implements Serializable {

  /** Components unless told otherwise. */
  public static final int DEFAULT_RANK = 10;

  /** Seed unless told otherwise. */
  public static final long DEFAULT_SEED = 42;

  /** Largest rank: its Gram matrix is one array. */
  public static final int MAX_RANK = 10_000;

  /** Validates what the parts have not, and whether they go together. */
  public NmfSettings {
    if (rank < 1 || rank > MAX_RANK) {
      throw new InvalidSettingException(
          "rank must be from 1 to " + MAX_RANK + ", got " + rank + "; change --rank");
    }
    updates.requireServes(objective);
  }

  /**
   * Frobenius norm, multiplicative updates with as many inner updates as are good for them, double
   * precision.
   */
  public NmfSettings(int rank, int maxIterations, double tolerance, long seed) {
    this(
        rank,
        Objective.frobenius(),
        Updates.by(Methods.MU),
        Stopping.after(maxIterations, tolerance),
        seed,
        Precision.DOUBLE);
  }

  /** The defaults. */
  public static NmfSettings defaults() {
    return new NmfSettings(
        DEFAULT_RANK, Stopping.DEFAULT_MAX_ITERATIONS, Stopping.DEFAULT_TOLERANCE, DEFAULT_SEED);
  }

  /** The solver. */
  public Method method() {
    return updates.method();
  }

  /** What is minimised, on the scale of one matrix, in the form that the solver needs. */
  public Loss loss(MatrixSummary x) {
    return objective.loss(x, precision, terms(x));
  }

  /** What users should know of how the solver works on one matrix; empty if nothing. */
  public Optional<String> remark(MatrixSummary x) {
    return method().remark(objective, x, rank);
  }

  /** These settings where the penalties are what they are for one matrix. */
  public NmfSettings on(MatrixSummary x) {
    return with(objective.on(x, terms(x) == TermForm.NORMAL_EQUATIONS));
  }

  /** The form in which the solver wants the terms of one matrix. */
  TermForm terms(MatrixSummary x) {
    if (miniBatch().isOn()) {
      return method().terms();
    }
    return extrapolation().isOfBoth()
        ? TermForm.RATIO_AND_LOSS
        : method().terms(objective, x, rank);
  }

  /** Whether, and how, H is improved after each batch of rows. */
  public MiniBatch miniBatch() {
    return updates.miniBatch();
  }

  /** Whether a factor is extrapolated. */
  public boolean hasMomentum() {
    return extrapolation() != Extrapolation.NONE;
  }

  /** How a factor is extrapolated, if it is. */
  public Extrapolation extrapolation() {
    return updates.extrapolation(objective);
  }

  /** How often an iteration repeats the k x k part of an update. */
  public int sweeps() {
    return updates.sweeps(objective);
  }

  /** Iterations after which to stop in any case. */
  public int maxIterations() {
    return stopping.maxIterations();
  }

  /** The tolerance at which to stop; 0 never stops early. */
  public double tolerance() {
    return stopping.tolerance();
  }

  /** Whether the projected gradient is compared with the tolerance, rather than the error. */
  public boolean stopsByGradient() {
    return method().stopsByGradient() && stopping.criterion() == Stopping.Criterion.OF_SOLVER;
  }

  /** These settings with another rank. */
  public NmfSettings withRank(int newRank) {
    return new NmfSettings(newRank, objective, updates, stopping, seed, precision);
  }

  /** These settings with another seed. */
  public NmfSettings withSeed(long newSeed) {
    return new NmfSettings(rank, objective, updates, stopping, newSeed, precision);
  }

  /** These settings with another end. */
  public NmfSettings with(Stopping newStopping) {
    return new NmfSettings(rank, objective, updates, newStopping, seed, precision);
  }

  /** These settings with another limit and tolerance. */
  public NmfSettings withStop(int maxIterations, double tolerance) {
    return with(
        new Stopping(maxIterations, tolerance, stopping.maxSeconds(), stopping.criterion()));
  }

  /** These settings in another precision. */
  public NmfSettings with(Precision newPrecision) {
    return new NmfSettings(rank, objective, updates, stopping, seed, newPrecision);
  }

  /** These settings for something else to minimise. */
  public NmfSettings with(Objective newObjective) {
    return new NmfSettings(rank, newObjective, updates, stopping, seed, precision);
  }

  /** These settings for something else to minimise, by another solver. */
  public NmfSettings with(Objective newObjective, Method method) {
    Updates others =
        new Updates(method, updates.innerUpdates(), updates.miniBatch(), updates.momentum());
    return new NmfSettings(rank, newObjective, others, stopping, seed, precision);
  }

  /** These settings with other updates. */
  public NmfSettings with(Updates newUpdates) {
    return new NmfSettings(rank, objective, newUpdates, stopping, seed, precision);
  }
}
