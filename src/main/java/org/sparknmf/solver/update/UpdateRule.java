package org.sparknmf.solver.update;

import java.io.Serializable;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.loss.Loss;

/**
 * One improvement of a tall factor F while the other factor A stays fixed. A rule never
 * communicates: what is global arrives as terms and statistics.
 */
public interface UpdateRule extends Serializable {

  /**
   * Improves some rows of F.
   *
   * @param factor holds F (row-major, rank columns), modified in the rows named
   * @param firstRow first row to improve
   * @param rows how many
   * @param terms what a pass over X has brought for the same rows (see {@link Loss}), from row
   *     {@code termsRow} on, not modified
   * @param termsRow row of the terms that belongs to {@code firstRow}
   * @param statistics of A, see {@link FactorStatistics}: its first rank x rank numbers are A'A;
   *     not modified
   * @param workspace scratch memory, modified
   * @return the sum of |projected gradient| over the entries, each taken before it changed; 0 where
   *     the rule does not tell
   */
  double update(
      double[] factor,
      int firstRow,
      int rows,
      double[] terms,
      int termsRow,
      double[] statistics,
      Workspace workspace);
}
