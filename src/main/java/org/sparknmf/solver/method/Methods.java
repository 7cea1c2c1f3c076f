package org.sparknmf.solver.method;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sparknmf.linalg.NormalEquations;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.Services;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.update.HeldSets;

/** The solvers there are. */
public final class Methods {
  /** Multiplicative updates, which serve every loss. */
  public static final Method MU = new MultiplicativeUpdates();

  /** Coordinate descent. */
  public static final Method HALS = new HierarchicalLeastSquares();

  /** Exact least squares. */
  public static final Method BPP = new BlockPrincipalPivoting();

  /** The most numbers of the normal equations of all columns: 1 GiB. */
  private static final long MOST_NUMBERS = 1L << 27;

  private static final List<Method> OURS = List.of(MU, HALS, BPP);
  private static final Services<Method> OTHERS = new Services<>(Method.class);

  private Methods() {}

  /** The methods that are built in, which help and documentation list. */
  public static List<Method> ours() {
    return OURS;
  }

  /** The built-in ones for which something holds, as a message lists them: {@code mu, hals}. */
  public static String names(Predicate<Method> which) {
    return OURS.stream().filter(which).map(Method::name).collect(Collectors.joining(", "));
  }

  /** What reaches a given objective soonest, of those that serve it. */
  public static Method soonest(Objective objective, MiniBatch miniBatch) {
    return objective.divergence().isLeastSquares() && !miniBatch.isOn() ? HALS : MU;
  }

  /** Whether a solver is mu where {@link #soonest} is another. */
  public static boolean isOvertaken(Method method, Objective objective, MiniBatch miniBatch) {
    return method.equals(MU) && !soonest(objective, miniBatch).equals(MU);
  }

  /** Whether the solver of a name had one inner update where the number was left to it, once. */
  public static boolean hadOneUpdate(String name) {
    return MU.name().equals(name);
  }

  /** The solver of a name; empty if there is none. */
  public static Optional<Method> named(String name) {
    return first(OURS, name).or(() -> first(OTHERS.all(), name));
  }

  private static Optional<Method> first(List<Method> methods, String name) {
    return methods.stream().filter(method -> method.name().equals(name)).findFirst();
  }

  /**
   * Refuses a solver that cannot leave components as they are.
   *
   * @throws InvalidSettingException if it moves all components or none, and some are held
   */
  public static void requireHolding(Method method, HeldSets held) {
    if (held.isNone()) {
      return;
    }
    method
        .holdingRefusal()
        .ifPresent(
            why -> {
              throw new InvalidSettingException(
                  "solver %s %s; say --solver mu or hals, or leave --fix-w, --fix-h and --consensus out"
                      .formatted(method.name(), why));
            });
  }

  /**
   * Whether the normal equations of all columns over their known cells can be held; this must
   * follow from what is asked for alone, since the iterations do.
   */
  static boolean hasEquations(MatrixSummary x, int rank) {
    return equations(x, rank) <= MOST_NUMBERS;
  }

  private static long equations(MatrixSummary x, int rank) {
    return (long) x.columns() * NormalEquations.width(rank);
  }

  /** The reason where they cannot, for a sentence that says what follows. */
  static String tooManyEquations(MatrixSummary x, int rank) {
    return String.format(
        Locale.ROOT,
        "the normal equations of %,d columns would be %,d numbers, more than %,d:",
        x.columns(),
        equations(x, rank),
        MOST_NUMBERS);
  }

  /** What becomes of penalties there, where nobody says by what they are multiplied. */
  static String uncounted(Objective objective) {
    return objective.penalties().isNone()
        ? "no penalty is charged by default"
        : "alpha-w and alpha-h count all cells of a row or column";
  }

  static Optional<String> leastSquaresRefusal(Method method, Objective objective) {
    return objective.divergence().isLeastSquares()
        ? Optional.empty()
        : Optional.of(
            "solver %s works with loss frobenius, got %s; say --solver mu or --loss frobenius"
                .formatted(method.name(), objective.divergence().phrase()));
  }
}
