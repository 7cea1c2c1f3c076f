package org.sparknmf.solver.loop;

import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Shapes;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.solver.update.HeldSets;
import org.sparknmf.solver.update.Rules;

/** NMF in one JVM on one block: the oracle of every engine, and the smallest way to try a rule. */
public final class LocalNmf {
  private final NmfSettings settings;
  private final HeldSets held;

  /** A solver of what the settings ask for. */
  public LocalNmf(NmfSettings settings) {
    this(settings, HeldSets.none());
  }

  /** The same, where some components do not move. */
  public LocalNmf(NmfSettings settings, HeldSets held) {
    this.settings = settings;
    this.held = held;
  }

  /** Runs from the seed's random start values. */
  public Factors fit(MatrixBlock x, MatrixSummary summary) {
    int rank = settings.rank();
    RandomStart start = new RandomStart(settings.seed(), summary.mean(), rank);
    double[] w = new double[Shapes.cells(x.rows(), rank)];
    double[] ht = new double[Shapes.cells(x.columns(), rank)];
    start.fill(RandomStart.FactorName.W, 0, w);
    start.fill(RandomStart.FactorName.H, 0, ht);
    return fit(x, summary, w, ht);
  }

  /**
   * Runs from given start values.
   *
   * @param x the matrix
   * @param summary what is known of it
   * @param w start value of W (m x k), row-major, not modified
   * @param ht start value of H' (n x k), row-major, not modified
   */
  public Factors fit(MatrixBlock x, MatrixSummary summary, double[] w, double[] ht) {
    Factor rows = factor(w);
    Rules rules = UpdateRules.of(settings, summary, held);
    HeldAlternation factors =
        HeldAlternation.of(
            new LocalRowSide(x, rows, rules), factor(ht), rules, UpdateOrder.ROWS_FIRST, summary);
    FitResult result = new AlternatingLoop(settings, iteration -> {}).run(factors, rules.loss());
    return new Factors(rows.toArray(), factors.ht().toArray(), result);
  }

  private Factor factor(double[] entries) {
    int rank = settings.rank();
    Factor factor = Factor.zeros(settings.precision(), entries.length / rank, rank);
    factor.write(0, factor.rows(), entries);
    return factor;
  }

  /** Both factors of a run. */
  public static final class Factors {
    private final double[] w;
    private final double[] ht;
    private final FitResult result;

    private Factors(double[] w, double[] ht, FitResult result) {
      this.w = w;
      this.ht = ht;
      this.result = result;
    }

    /** W (m x k), row-major. */
    public double[] w() {
      return w;
    }

    /** H' (n x k), row-major. */
    public double[] ht() {
      return ht;
    }

    /** All else. */
    public FitResult result() {
      return result;
    }
  }
}
