package org.sparknmf.solver.method;

import java.io.Serializable;
import java.util.Optional;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.TermForm;
import org.sparknmf.solver.update.Extrapolation;
import org.sparknmf.solver.update.UpdateRule;

/**
 * A solver by its name: which objectives it serves, how it improves a factor, how it stops and what
 * it can do beside. Those that are built in stand in {@link Methods}; others are found as services
 * of this type. An instance must equal another of the same solver.
 */
public interface Method extends Serializable {

  /** The solver as users write it. */
  String name();

  /** The solver as the report calls it. */
  String words();

  /** What the help of {@code --solver} says of it. */
  String help();

  /** Why it does not serve an objective, and what to do; empty if it does. */
  Optional<String> refusal(Objective objective);

  /** The form in which its rules want the terms. */
  TermForm terms();

  /**
   * The form in which its rules want the terms for one matrix; unless overridden always the same.
   *
   * @param x as it is held: its rows are W's
   */
  default TermForm terms(Objective objective, MatrixSummary x, int rank) {
    return terms();
  }

  /** What users should know of how it works on one matrix; empty if nothing. */
  default Optional<String> remark(Objective objective, MatrixSummary x, int rank) {
    return Optional.empty();
  }

  /** The rule that improves one factor. */
  UpdateRule rule(RuleRequest request);

  /** Inner updates that are good for it where this is minimised over all of X at a time. */
  default int innerUpdates(Objective objective) {
    return 1;
  }

  /**
   * Why it cannot repeat the k x k part of an update, and what to do; empty if it can.
   *
   * @param wanted inner updates, above 1
   */
  default Optional<String> repeatRefusal(Objective objective, int wanted) {
    return Optional.empty();
  }

  /** Whether it stops by the projected gradient that its rules meet, rather than by the error. */
  default boolean stopsByGradient() {
    return false;
  }

  /** How its iterations can have momentum: a factor goes on beyond its update. */
  default Extrapolation extrapolation(Objective objective) {
    return Extrapolation.NONE;
  }

  /** Whether its iterations have momentum where nobody says so, if they can. */
  default boolean hasMomentumUnasked() {
    return true;
  }

  /** Whether an entry that is zero stays zero. */
  default boolean keepsZeros() {
    return false;
  }

  /** Why it cannot hold some components; empty if it can. */
  default Optional<String> holdingRefusal() {
    return Optional.empty();
  }

  /** Whether H can be improved after each batch of rows. */
  default boolean servesBatches() {
    return false;
  }

  /** Whether its fits can be compared on held-out cells. */
  default boolean servesHeldOutCells() {
    return true;
  }
}
