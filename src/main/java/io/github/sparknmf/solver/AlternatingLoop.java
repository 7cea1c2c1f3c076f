package io.github.sparknmf.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The one loop: improve both factors until the stopping rule says why to stop. It does not know
 * which rule updates, nor where the factors are.
 */
public final class AlternatingLoop {
  private static final double NANOS_PER_SECOND = 1e9;

  private final NmfSettings settings;
  private final IterationListener listener;
  private final Optional<Revival> revival;

  /** A loop that tells each iteration to the listener. */
  public AlternatingLoop(NmfSettings settings, IterationListener listener) {
    this(settings, listener, Optional.empty());
  }

  /**
   * A loop that tells each iteration to the listener.
   *
   * @param revival what to do with dead components; empty to let them be
   */
  public AlternatingLoop(
      NmfSettings settings, IterationListener listener, Optional<Revival> revival) {
    this.settings = settings;
    this.listener = listener;
    this.revival = revival;
  }

  /**
   * Runs to the end.
   *
   * @param factors holds X and the start values; holds the final factors afterwards
   * @param loss what is minimised
   */
  public FitResult run(Alternation factors, Loss loss) {
    return new Run(factors, loss).toTheEnd();
  }

  /** One run. */
  private final class Run {
    private final Alternation factors;
    private final Loss loss;
    private final StoppingRule stopping = new StoppingRule(settings);
    private final List<Iteration> history = new ArrayList<>();
    private double yardstick;
    private double firstViolation;
    private int revivals;
    private FitProgress latest;

    Run(Alternation factors, Loss loss) {
      this.factors = factors;
      this.loss = loss;
    }

    FitResult toTheEnd() {
      long began = System.nanoTime();
      latest = factors.start();
      long bytes = factors.bytesMoved();
      yardstick = factors.yardstick();
      double startGradient = factors.projectedGradient();
      Optional<StopReason> stop = note(began, bytes);
      while (stop.isEmpty()) {
        began = System.nanoTime();
        latest = factors.iterate();
        stop = note(began, factors.bytesMoved());
        if (isTimeToRevive() && revive()) {
          stop = Optional.empty();
        }
      }
      double lost = latest.loss();
      if (loss.isCancelled(lost)) {
        lost = factors.directLoss().orElse(lost);
      }
      double endGradient = factors.projectedGradient();
      double kkt = startGradient == 0 ? 0 : endGradient / startGradient;
      return new FitResult(history, stop.get(), lost, latest.penalty(), relative(lost), kkt);
    }

    private boolean isTimeToRevive() {
      int done = history.size() - 1;
      return revival.isPresent()
          && revivals < Revival.MOST
          && done % StoppingRule.CHECK_EVERY == 0
          && done < settings.maxIterations();
    }

    /** Whether there was something to revive. */
    private boolean revive() {
      BitSet dead = factors.deadComponents();
      if (dead.isEmpty()) {
        return false;
      }
      revivals++;
      factors.remap(revival.get().ofRows(dead), revival.get().ofColumns(dead));
      stopping.restart();
      return true;
    }

    private Optional<StopReason> note(long began, long bytes) {
      int number = history.size();
      if (number == 1) {
        firstViolation = latest.violation();
      }
      Iteration iteration =
          new Iteration(
              number,
              latest.loss(),
              latest.penalty(),
              relative(latest.loss()),
              violation(number),
              (System.nanoTime() - began) / NANOS_PER_SECOND,
              bytes);
      history.add(iteration);
      listener.onIteration(iteration);
      return factors.finished().or(() -> stopping.after(iteration));
    }

    private double violation(int number) {
      if (settings.solver() == Solver.MU || number == 0) {
        return Double.NaN;
      }
      return firstViolation == 0 ? 0 : latest.violation() / firstViolation;
    }

    private double relative(double lost) {
      return yardstick > 0 ? Math.sqrt(Math.max(0, lost) / yardstick) : 0;
    }
  }
}
