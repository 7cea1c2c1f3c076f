package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.Factor;
import java.io.Serializable;
import java.util.BitSet;

/**
 * New start values for components that have died: whose column of W or row of H is zero, from which
 * no multiplicative update brings them back.
 */
public final class Revival implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How often a run gives dead components another chance. */
  static final int MOST = 3;

  private final RandomStart start;
  private final RandomStart.Factor rows;
  private final RandomStart.Factor columns;

  private Revival(RandomStart start, RandomStart.Factor rows, RandomStart.Factor columns) {
    this.start = start;
    this.rows = rows;
    this.columns = columns;
  }

  /** Where X's rows are W's. */
  public static Revival of(RandomStart start) {
    return new Revival(start, RandomStart.Factor.W, RandomStart.Factor.H);
  }

  /** Where X is held transposed. */
  public static Revival turned(RandomStart start) {
    return new Revival(start, RandomStart.Factor.H, RandomStart.Factor.W);
  }

  /** Brings components back in the factor of the rows. */
  FactorMap ofRows(BitSet dead) {
    return map(rows, dead);
  }

  /** Brings components back in the factor of the columns. */
  FactorMap ofColumns(BitSet dead) {
    return map(columns, dead);
  }

  private FactorMap map(RandomStart.Factor side, BitSet dead) {
    return (factor, firstRow) -> {
      Factor revived = factor.copy();
      double[] row = new double[factor.rank()];
      double[] fresh = new double[factor.rank()];
      for (int i = 0; i < factor.rows(); i++) {
        revived.read(i, 1, row);
        start.fill(side, firstRow + i, fresh);
        dead.stream().forEach(c -> row[c] = fresh[c]);
        revived.write(i, 1, row);
      }
      return revived;
    };
  }
}
