package org.sparknmf.solver.loop;

import java.util.Optional;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.update.Extrapolation;

/**
 * When an iteration goes beyond a factor, see {@code Extrapolation}, and when where it leads is
 * kept: momentum with a hard restart.
 *
 * <pre>
 *   W~, H~ = one iteration, with a weight that is 0 at the start and after a rejection
 *   accepted if the objective of (W~, H~) is below that of (W, H); else (W, H) stays
 * </pre>
 *
 * <p>So the objective never rises. With weight 0 the iteration is an ordinary one, which does not
 * raise the objective but for rounding, and may leave it as it is: where it rises, no further one
 * can lower it. (Beyond such a point H must not go: where only the scale of H changes, the
 * objective never would, and H drifted without end.) Where the fit is almost exact, the objective
 * has lost its digits and tells nothing; ordinary iterations then are accepted as they are.
 */
final class MomentumSchedule {
  private final Loss loss;
  private double objective = Double.POSITIVE_INFINITY;
  private final MomentumWeights weights;
  private boolean isPlain = true;
  private boolean isExhausted;

  /**
   * A schedule at its beginning.
   *
   * @param loss knows when its digits are lost
   */
  MomentumSchedule(Extrapolation extrapolation, Loss loss) {
    this.loss = loss;
    this.weights = extrapolation.isOfBoth() ? new NesterovWeights() : new AdaptiveWeights();
  }

  /** The weight of the momentum in the next iteration; 0 for an ordinary one. */
  double weight() {
    return isPlain ? 0 : weights.weight();
  }

  /** Whether the factors that an iteration has come to are to be kept. */
  boolean accepts(FitProgress reached) {
    return reached.total() < objective
        || (isPlain && (reached.total() == objective || loss.isCancelled(reached.loss())));
  }

  /** Takes note of the start values, or of an iteration that is over. */
  void note(Iteration iteration) {
    if (iteration.number() == 0) {
      objective = iteration.total();
      return;
    }
    boolean isLower = iteration.accepted() && iteration.total() < objective;
    isExhausted = !iteration.accepted() && isPlain;
    if (isLower) {
      weights.afterDescent();
    } else {
      weights.afterRestart();
    }
    isPlain = !isLower;
    objective = iteration.total();
  }

  /** The factors were changed from outside: nothing that was noted holds for them. */
  void restart() {
    objective = Double.POSITIVE_INFINITY;
    weights.begin();
    isPlain = true;
    isExhausted = false;
  }

  /** Why the latest iteration was the last, if it was. */
  Optional<StopReason> finished() {
    return isExhausted
        ? Optional.of(
            new StopReason(
                true,
                "converged: no descent within rounding, an iteration without momentum did not lower"
                    + " the objective"))
        : Optional.empty();
  }

  /** Takes note of all that a run before this one has done. */
  void replay(LoopState state) {
    for (Iteration iteration : state.history()) {
      note(iteration);
      if (state.revivals().contains(iteration.number())) {
        restart();
      }
    }
  }
}
