package org.sparknmf.solver.method;

import java.io.Serializable;
import java.util.Optional;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.solver.update.Extrapolation;

/**
 * How the factors are improved.
 *
 * @param method the solver
 * @param innerUpdates how often an iteration repeats the cheap k x k part of an update while the
 *     product with X stays fixed (Gillis and Glineur, Neural Computation 2012); 0 for what is good
 *     for the solver
 * @param miniBatch whether H is improved after each batch of rows
 * @param momentum whether a factor is extrapolated
 */
public record Updates(Method method, int innerUpdates, MiniBatch miniBatch, Momentum momentum)
    implements Serializable {

  /** Stands for the number of inner updates that is good for the solver. */
  public static final int AUTO = 0;

  /** The most updates in a row; beyond, nothing changes any more. */
  private static final int MOST_INNER_UPDATES = 1000;

  /** Validates the number of inner updates. */
  public Updates {
    if (innerUpdates < AUTO || innerUpdates > MOST_INNER_UPDATES) {
      throw new InvalidSettingException(
          "inner-updates must be from 1 to %s, got %s; change --inner-updates"
              .formatted(MOST_INNER_UPDATES, innerUpdates));
    }
  }

  /** Updates with momentum where the solver serves it. */
  public Updates(Method method, int innerUpdates, MiniBatch miniBatch) {
    this(method, innerUpdates, miniBatch, Momentum.AUTO);
  }

  /** A solver with as many inner updates as are good for it, on all of X at a time. */
  public static Updates by(Method method) {
    return new Updates(method, AUTO, MiniBatch.OFF);
  }

  /** How often an iteration repeats the k x k part of an update where this is minimised. */
  public int sweeps(Objective objective) {
    if (innerUpdates != AUTO) {
      return innerUpdates;
    }
    return miniBatch.isOn() ? 1 : method.innerUpdates(objective);
  }

  /** How a factor is extrapolated where this is minimised, if it is. */
  public Extrapolation extrapolation(Objective objective) {
    boolean isOn =
        momentum == Momentum.YES || (momentum == Momentum.AUTO && method.hasMomentumUnasked());
    return isOn && !miniBatch.isOn() ? method.extrapolation(objective) : Extrapolation.NONE;
  }

  /** These updates with another number of inner updates. */
  public Updates withInnerUpdates(int number) {
    return new Updates(method, number, miniBatch, momentum);
  }

  /** These updates with or without momentum. */
  public Updates with(Momentum other) {
    return new Updates(method, innerUpdates, miniBatch, other);
  }

  void requireServes(Objective objective) {
    method
        .refusal(objective)
        .or(
            () ->
                innerUpdates > 1 ? method.repeatRefusal(objective, innerUpdates) : Optional.empty())
        .ifPresent(
            message -> {
              throw new InvalidSettingException(message);
            });
    if (momentum == Momentum.YES && method.extrapolation(objective) == Extrapolation.NONE) {
      throw new InvalidSettingException(
          "momentum yes works with solver hals and loss frobenius, and with solver mu, loss kullback-leibler and penalty-update majorize, got solver %s, loss %s and penalty-update %s; say --momentum auto"
              .formatted(
                  method.name(),
                  objective.divergence().name(),
                  objective.penalties().update() == PenaltyUpdate.MAJORIZE ? "majorize" : "ratio"));
    }
    if (momentum == Momentum.YES && miniBatch.isOn()) {
      throw new InvalidSettingException(
          "momentum yes and mini-batch exclude each other, got mini-batch %d; say --momentum auto or --mini-batch off"
              .formatted(miniBatch.rows()));
    }
    if (miniBatch.isOn() && !method.servesBatches()) {
      throw new InvalidSettingException(
          "mini-batch works with solver %s, got %s; say --solver mu or --mini-batch off"
              .formatted(Methods.names(Method::servesBatches), method.name()));
    }
    if (miniBatch.isOn() && innerUpdates > 1) {
      throw new InvalidSettingException(
          "inner-updates above 1 and mini-batch exclude each other, got "
              + innerUpdates
              + "; leave --inner-updates or --mini-batch out");
    }
  }
}
