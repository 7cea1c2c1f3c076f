package org.sparknmf.solver.update;

import java.io.Serializable;
import org.sparknmf.solver.loss.FactorRows;

/**
 * One improvement of a tall factor F while the other factor A stays fixed. A rule never
 * communicates: what is global arrives as terms and statistics.
 */
public interface UpdateRule extends Serializable {

  /**
   * Improves some rows of F, which are modified where they are.
   *
   * @param workspace scratch memory, modified
   * @return the sum of |projected gradient| over the entries, each taken before it changed; 0 where
   *     the rule does not tell
   */
  double update(FactorRows rows, Workspace workspace);
}
