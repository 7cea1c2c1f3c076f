package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.Momentum;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.Solver;

/** Fits of tests, step by step where they look at each. */
final class Trial {
  private Trial() {}

  /** So many iterations, no early stop. */
  static NmfSettings settings(Objective objective, Solver solver, int rank, int iterations) {
    return new NmfSettings(rank, iterations, 0, 1).with(objective, solver.method());
  }

  /** The same without momentum. */
  static NmfSettings withoutMomentum(NmfSettings settings) {
    return settings.with(settings.updates().with(Momentum.NO));
  }

  /** The same with one update for each product with X, as scikit-learn has it. */
  static NmfSettings withOneInnerUpdate(NmfSettings settings) {
    return settings.with(settings.updates().withInnerUpdates(1));
  }

  /** The same with other random start values. */
  static NmfSettings seeded(NmfSettings settings, long seed) {
    return new NmfSettings(settings.rank(), settings.maxIterations(), settings.tolerance(), seed)
        .with(settings.objective());
  }

  static LocalNmf.Factors fit(PlainMatrix x, NmfSettings settings) {
    return new LocalNmf(settings).fit(x.sparse(), x.summary());
  }

  static LocalNmf.Factors fit(PlainMatrix x, NmfSettings settings, double[] w, double[] ht) {
    return new LocalNmf(settings).fit(x.sparse(), x.summary(), w, ht);
  }

  /** Entries of a factor are numbers, and not negative. */
  static void assertFactor(double[] factor) {
    for (double entry : factor) {
      assertThat(entry).isFinite().isNotNegative();
    }
  }

  /** The last line of the history. */
  static Iteration last(LocalNmf.Factors factors) {
    List<Iteration> history = factors.result().history();
    return history.get(history.size() - 1);
  }

  /** A start, or where an iteration led. */
  static final class Step {
    private final int number;
    private final double[] w;
    private final double[] ht;
    private final FitProgress progress;

    private Step(int number, double[] w, double[] ht, FitProgress progress) {
      this.number = number;
      this.w = w;
      this.ht = ht;
      this.progress = progress;
    }

    /** 0 for the start. */
    int number() {
      return number;
    }

    double[] w() {
      return w;
    }

    double[] ht() {
      return ht;
    }

    FitProgress progress() {
      return progress;
    }

    double total() {
      return progress.loss() + progress.penalty();
    }
  }

  /** An alternation in either order; each step is shown, the start too. */
  static Step run(
      MatrixBlock x,
      MatrixSummary summary,
      NmfSettings settings,
      Step start,
      UpdateOrder order,
      Consumer<Step> observer) {
    Factor rows = DoubleFactor.of(start.w.clone(), settings.rank());
    Factor columns = DoubleFactor.of(start.ht.clone(), settings.rank());
    Rules rules = UpdateRules.of(settings, summary);
    HeldAlternation held =
        HeldAlternation.of(new LocalRowSide(x, rows, rules), columns, rules, order, summary);
    Step step = new Step(0, rows.toArray(), held.ht().toArray(), held.start());
    observer.accept(step);
    for (int t = 1; t <= settings.maxIterations(); t++) {
      FitProgress progress = held.iterate();
      step = new Step(t, rows.toArray(), held.ht().toArray(), progress);
      observer.accept(step);
    }
    return step;
  }

  /** Start values. */
  static Step start(double[] w, double[] ht) {
    return new Step(0, w, ht, null);
  }

  /** The random start values of the settings. */
  static Step start(MatrixSummary x, NmfSettings settings) {
    RandomStart random = new RandomStart(settings.seed(), x.mean(), settings.rank());
    double[] w = new double[(int) x.rows() * settings.rank()];
    double[] ht = new double[x.columns() * settings.rank()];
    random.fill(RandomStart.FactorName.W, 0, w);
    random.fill(RandomStart.FactorName.H, 0, ht);
    return new Step(0, w, ht, null);
  }
}
