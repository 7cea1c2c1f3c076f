package org.sparknmf.solver.loop;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.Revival;

/**
 * The one loop: improve both factors until the stopping rule says why to stop. It does not know
 * which rule updates, nor where the factors are.
 */
public final class AlternatingLoop {
  private static final double NANOS_PER_SECOND = 1e9;

  private final NmfSettings settings;
  private final IterationListener listener;
  private final Optional<Revival> revival;
  private final LoopKeeper keeper;

  /** A loop that tells each iteration to the listener. */
  public AlternatingLoop(NmfSettings settings, IterationListener listener) {
    this(settings, listener, Optional.empty(), LoopKeeper.NONE);
  }

  /**
   * A loop that tells each iteration to the listener.
   *
   * @param revival what to do with dead components; empty to let them be
   * @param keeper is called between iterations
   */
  public AlternatingLoop(
      NmfSettings settings,
      IterationListener listener,
      Optional<Revival> revival,
      LoopKeeper keeper) {
    this.settings = settings;
    this.listener = listener;
    this.revival = revival;
    this.keeper = keeper;
  }

  /**
   * Runs to the end.
   *
   * @param factors holds X and the start values; holds the final factors afterwards
   * @param loss what is minimised
   */
  public FitResult run(Alternation factors, Loss loss) {
    return new Run(factors, loss).fromTheStart();
  }

  /**
   * Goes on with a run that was interrupted between two iterations, or after the last one.
   *
   * @param factors holds X and the factors as they were then; holds the final factors afterwards
   * @param loss what is minimised
   * @param state what the loop knew then
   * @throws InvalidSettingException if these settings would have stopped it before
   */
  public FitResult resume(Alternation factors, Loss loss, LoopState state) {
    return new Run(factors, loss).from(state);
  }

  /** One run. */
  private final class Run {
    private final Alternation factors;
    private final Loss loss;
    private final StoppingRule stopping = new StoppingRule(settings);
    private final Optional<MomentumSchedule> momentum;
    private final List<Iteration> history = new ArrayList<>();
    private double yardstick;
    private double startGradient;
    private double firstViolation;
    private final List<Integer> revivals = new ArrayList<>();
    private FitProgress latest;
    private FitProgress met;

    Run(Alternation factors, Loss loss) {
      this.factors = factors;
      this.loss = loss;
      this.momentum =
          settings.hasMomentum()
              ? Optional.of(new MomentumSchedule(settings.extrapolation(), loss))
              : Optional.empty();
    }

    FitResult fromTheStart() {
      long began = System.nanoTime();
      latest = factors.start();
      long bytes = factors.bytesMoved();
      yardstick = factors.yardstick();
      startGradient = factors.projectedGradient();
      return toTheEnd(note(began, bytes, true));
    }

    FitResult from(LoopState state) {
      factors.start();
      yardstick = state.yardstick();
      startGradient = state.startGradient();
      firstViolation = state.firstViolation();
      latest = new FitProgress(state.latest().objective(), state.latest().penalties(), 0);
      history.addAll(state.history());
      revivals.addAll(state.revivals());
      momentum.ifPresent(schedule -> schedule.replay(state));
      Optional<StopReason> before = stopping.replay(state);
      return toTheEnd(momentum.flatMap(MomentumSchedule::finished).or(() -> before));
    }

    private LoopState state() {
      return new LoopState(history, yardstick, startGradient, firstViolation, revivals);
    }

    private FitResult toTheEnd(Optional<StopReason> before) {
      Optional<StopReason> stop = before;
      while (stop.isEmpty()) {
        long began = System.nanoTime();
        boolean accepted = improve();
        stop = note(began, factors.bytesMoved(), accepted);
        if (isTimeToRevive() && revive()) {
          stop = Optional.empty();
        }
        keeper.after(history.size() - 1, stop.isPresent(), this::state);
      }
      return result(stop.get());
    }

    /** Whether the factors are other ones now. */
    private boolean improve() {
      if (momentum.isEmpty()) {
        latest = factors.iterate();
        met = latest;
        return true;
      }
      met = factors.attempt(momentum.get().weight());
      if (momentum.get().accepts(met)) {
        factors.keep();
        latest = met;
        return true;
      }
      factors.takeBack();
      return false;
    }

    private FitResult result(StopReason stop) {
      double lost = latest.loss();
      if (loss.isCancelled(lost)) {
        lost = factors.directLoss().orElse(lost);
      }
      double endGradient = factors.projectedGradient();
      double kkt = startGradient == 0 ? 0 : endGradient / startGradient;
      return new FitResult(history, stop, lost, latest.penalty(), relative(lost), kkt);
    }

    private boolean isTimeToRevive() {
      int done = history.size() - 1;
      return revival.isPresent()
          && revivals.size() < Revival.MOST
          && done % StoppingRule.CHECK_EVERY == 0
          && done < settings.maxIterations();
    }

    /** Whether there was something to revive. */
    private boolean revive() {
      BitSet dead = factors.deadComponents();
      if (dead.isEmpty()) {
        return false;
      }
      revivals.add(history.size() - 1);
      factors.remap(revival.get().ofRows(dead), revival.get().ofColumns(dead));
      stopping.restart();
      momentum.ifPresent(MomentumSchedule::restart);
      return true;
    }

    private Optional<StopReason> note(long began, long bytes, boolean accepted) {
      int number = history.size();
      if (number == 1) {
        firstViolation = met.violation();
      }
      Iteration iteration =
          new Iteration(
              number,
              latest.loss(),
              latest.penalty(),
              relative(latest.loss()),
              accepted ? violation(number) : history.get(number - 1).violation(),
              accepted,
              (System.nanoTime() - began) / NANOS_PER_SECOND,
              bytes);
      history.add(iteration);
      momentum.ifPresent(schedule -> schedule.note(iteration));
      listener.onIteration(iteration);
      return momentum
          .flatMap(MomentumSchedule::finished)
          .or(factors::finished)
          .or(() -> stopping.after(iteration));
    }

    private double violation(int number) {
      if (!settings.stopsByGradient() || number == 0) {
        return Double.NaN;
      }
      return firstViolation == 0 ? 0 : latest.violation() / firstViolation;
    }

    private double relative(double lost) {
      return yardstick > 0 ? Math.sqrt(Math.max(0, lost) / yardstick) : 0;
    }
  }
}
