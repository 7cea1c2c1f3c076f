package io.github.sparknmf.ml;

import io.github.sparknmf.solver.Objective;
import java.util.Map;
import java.util.Optional;

/** Losses by the names that users give them. */
final class LossNames {
  private static final Map<String, Double> BETAS =
      Map.of(
          "frobenius",
          Objective.FROBENIUS,
          "kullback-leibler",
          Objective.KULLBACK_LEIBLER,
          "itakura-saito",
          0.0);

  private LossNames() {}

  /** The beta that a name or a number stands for. */
  static double beta(String loss) {
    return find(loss).orElseThrow();
  }

  static ParamRule<String> rule(String name) {
    return ParamRule.of(
        name,
        "frobenius, kullback-leibler, itakura-saito or the beta of a beta-divergence",
        value -> find(value.toString()).isPresent());
  }

  private static Optional<Double> find(String loss) {
    if (BETAS.containsKey(loss)) {
      return Optional.of(BETAS.get(loss));
    }
    try {
      double beta = Double.parseDouble(loss);
      return Double.isFinite(beta) ? Optional.of(beta) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
