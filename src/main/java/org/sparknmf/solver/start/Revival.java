package org.sparknmf.solver.start;

import java.io.Serializable;
import java.util.BitSet;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.update.HeldSets;

/**
 * New start values for components that have died: whose column of W or row of H is zero, from which
 * no multiplicative update brings them back.
 */
public final class Revival implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How often a run gives dead components another chance. */
  public static final int MOST = 3;

  private final RandomStart start;
  private final RandomStart.FactorName rows;
  private final RandomStart.FactorName columns;
  private final HeldSets held;

  private Revival(
      RandomStart start,
      RandomStart.FactorName rows,
      RandomStart.FactorName columns,
      HeldSets held) {
    this.start = start;
    this.rows = rows;
    this.columns = columns;
    this.held = held;
  }

  /**
   * A revival for an X whose rows are W's.
   *
   * @param held components of each factor that nothing may change
   */
  public static Revival of(RandomStart start, HeldSets held) {
    return new Revival(start, RandomStart.FactorName.W, RandomStart.FactorName.H, held);
  }

  /**
   * A revival for an X that is held transposed.
   *
   * @param held components of each factor that nothing may change, by the user's names
   */
  public static Revival turned(RandomStart start, HeldSets held) {
    return new Revival(start, RandomStart.FactorName.H, RandomStart.FactorName.W, held.turned());
  }

  /** Brings components back in the factor of the rows. */
  public FactorMap ofRows(BitSet dead) {
    return map(rows, dead, held.w());
  }

  /** Brings components back in the factor of the columns. */
  public FactorMap ofColumns(BitSet dead) {
    return map(columns, dead, held.h());
  }

  private FactorMap map(RandomStart.FactorName side, BitSet dead, BitSet fixed) {
    BitSet renewed = (BitSet) dead.clone();
    renewed.andNot(fixed);
    return (factor, firstRow) -> {
      Factor revived = factor.copy();
      double[] row = new double[factor.rank()];
      double[] fresh = new double[factor.rank()];
      for (int i = 0; i < factor.rows(); i++) {
        revived.read(i, 1, row);
        start.fill(side, firstRow + i, fresh);
        renewed.stream().forEach(c -> row[c] = fresh[c]);
        revived.write(i, 1, row);
      }
      return revived;
    };
  }
}
