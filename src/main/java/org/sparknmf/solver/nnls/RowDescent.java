package org.sparknmf.solver.nnls;

import java.io.Serializable;
import java.util.BitSet;
import org.sparknmf.linalg.NormalEquations;
import org.sparknmf.solver.Penalty;

/**
 * Cycles of coordinate descent for a row f with a Gram matrix of its own: component by component,
 * f_t becomes the non-negative minimiser of 1/2 f (G + l2 I) f' - (p - l1) f' while the others
 * stay; where cells are counted, l1 and l2 are those of the row. {@link CoordinateDescent} is the
 * same for rows that share G.
 *
 * <p>The gradient of the row is made once and follows each step, so that components which stay cost
 * nothing.
 */
public final class RowDescent implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Penalty penalty;
  private final BitSet held;

  /**
   * Cycles of fixed penalties.
   *
   * @param held components that stay as they are and count for no violation, not modified
   */
  public RowDescent(Penalty penalty, BitSet held) {
    this.penalty = penalty;
    this.held = (BitSet) held.clone();
  }

  /** Scratch memory of one thread. */
  public static final class Memory {
    private final int rank;
    private final double[] gram;
    private final double[] gradient;

    /** Memory for rows of {@code rank} numbers. */
    public Memory(int rank) {
      this.rank = rank;
      this.gram = new double[rank * rank];
      this.gradient = new double[rank];
    }
  }

  /**
   * Improves a row. Where nothing is known of it, its components become 0; a component on which
   * nothing depends becomes 0 where it costs something, else it stays.
   *
   * @param factor holds f from {@code at} on, modified there
   * @param terms holds the {@link NormalEquations} of the row from {@code termsAt} on, not modified
   * @param cycles how many, at least 1
   * @return the sum of |projected gradient| that the first cycle meets, each entry just before it
   *     changes
   */
  public double improve(
      double[] factor, int at, double[] terms, int termsAt, int cycles, Memory memory) {
    int rank = memory.rank;
    double known = NormalEquations.count(terms, termsAt, rank);
    if (known == 0) {
      clear(factor, at, rank);
      return 0;
    }
    Penalty charge = penalty.ofRow(known);
    NormalEquations.gram(terms, termsAt, rank, charge.l2(), memory.gram);
    for (int t = 0; t < rank; t++) {
      double slope = charge.l1() - terms[termsAt + t];
      for (int r = 0; r < rank; r++) {
        slope = Math.fma(memory.gram[t * rank + r], factor[at + r], slope);
      }
      memory.gradient[t] = slope;
    }
    double violation = cycle(factor, at, memory);
    for (int cycle = 1; cycle < cycles; cycle++) {
      cycle(factor, at, memory);
    }
    return violation;
  }

  private void clear(double[] factor, int at, int rank) {
    for (int t = 0; t < rank; t++) {
      if (!held.get(t)) {
        factor[at + t] = 0;
      }
    }
  }

  private double cycle(double[] factor, int at, Memory memory) {
    int rank = memory.rank;
    double[] gradient = memory.gradient;
    double violation = 0;
    for (int t = 0; t < rank; t++) {
      if (held.get(t)) {
        continue;
      }
      double entry = factor[at + t];
      double slope = gradient[t];
      violation += entry == 0 ? Math.max(0, -slope) : Math.abs(slope);
      double next = minimum(entry, slope, memory.gram[t * rank + t]);
      double step = next - entry;
      if (step != 0) {
        factor[at + t] = next;
        for (int r = 0; r < rank; r++) {
          gradient[r] = Math.fma(step, memory.gram[t * rank + r], gradient[r]);
        }
      }
    }
    return violation;
  }

  private static double minimum(double entry, double slope, double curvature) {
    if (curvature > 0) {
      return Math.max(0, entry - slope / curvature);
    }
    return slope > 0 ? 0 : entry;
  }
}
