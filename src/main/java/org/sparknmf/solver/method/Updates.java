package org.sparknmf.solver.method;

import java.io.Serializable;
import java.util.Optional;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.divergence.Objective;

/**
 * How the factors are improved.
 *
 * @param method the solver
 * @param innerUpdates how often an iteration repeats the cheap k x k part of an update while the
 *     product with X stays fixed (Gillis and Glineur, Neural Computation 2012); 0 for what is good
 *     for the solver
 * @param miniBatch whether H is improved after each batch of rows
 */
public record Updates(Method method, int innerUpdates, MiniBatch miniBatch)
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

  /** A solver with as many inner updates as are good for it, on all of X at a time. */
  public static Updates by(Method method) {
    return new Updates(method, AUTO, MiniBatch.OFF);
  }

  /** How often an iteration repeats the k x k part of an update. */
  public int sweeps() {
    return innerUpdates == AUTO ? method.innerUpdates() : innerUpdates;
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
