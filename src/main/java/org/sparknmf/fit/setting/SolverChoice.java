package org.sparknmf.fit.setting;

import java.util.Optional;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.Momentum;
import org.sparknmf.solver.method.Stopping;
import org.sparknmf.solver.start.StartKind;
import org.sparknmf.solver.update.Extrapolation;

/**
 * The solver of a fit: the one that settings name, or the one that reaches a given objective
 * soonest.
 *
 * @param method the solver
 * @param isAutomatic whether the choice was left to the program
 * @param momentum whether a factor is extrapolated
 * @param reason why that one
 */
public record SolverChoice(Method method, boolean isAutomatic, Momentum momentum, String reason) {

  /** The choice that settings make or leave. */
  public static SolverChoice of(SettingValues values) {
    return values
        .get(Catalogue.SOLVER)
        .map(
            named ->
                new SolverChoice(named, false, values.get(Catalogue.MOMENTUM), "as --solver says"))
        .orElseGet(() -> found(values));
  }

  private static SolverChoice found(SettingValues values) {
    Objective objective = FitSettings.objective(values);
    MiniBatch miniBatch = FitSettings.miniBatch(values);
    Method method = Methods.soonest(objective, miniBatch);
    Momentum momentum = momentum(values.get(Catalogue.MOMENTUM), method, objective, miniBatch);
    String reason = reason(objective, miniBatch);
    return new SolverChoice(method, true, momentum, reason);
  }

  /** With momentum wherever it is served: nobody asked for the iterations of another program. */
  private static Momentum momentum(
      Momentum wanted, Method method, Objective objective, MiniBatch miniBatch) {
    boolean isServed = method.extrapolation(objective) != Extrapolation.NONE && !miniBatch.isOn();
    return wanted == Momentum.AUTO && isServed ? Momentum.YES : wanted;
  }

  private static String reason(Objective objective, MiniBatch miniBatch) {
    if (miniBatch.isOn()) {
      return "mini-batches work with no other solver";
    }
    if (!objective.divergence().isLeastSquares()) {
      return "loss %s works with no other solver".formatted(objective.divergence().words());
    }
    return "the loss is frobenius";
  }

  /** The criterion by which the fit stops: its error, where the choice is automatic. */
  Stopping.Criterion criterion() {
    return isAutomatic ? Stopping.Criterion.ERROR : Stopping.Criterion.OF_SOLVER;
  }

  /**
   * The start that is good for the solver: zeros need not be filled where they do not stay.
   *
   * @param wanted as settings have it
   * @param found what that comes to for a matrix
   */
  StartKind start(StartKind wanted, StartKind found) {
    boolean isFree = isAutomatic && wanted == StartKind.AUTO && !method.keepsZeros();
    return isFree && found == StartKind.NNDSVDA ? StartKind.NNDSVD : found;
  }

  /** The choice in words, where it was left to the program. */
  public Optional<String> words() {
    return isAutomatic
        ? Optional.of(
            "solver auto is %s%s: %s"
                .formatted(method.name(), momentum == Momentum.YES ? " with momentum" : "", reason))
        : Optional.empty();
  }
}
