package org.sparknmf.solver.loop;

import org.sparknmf.linalg.Factor;

/** An alternation that holds H' in this JVM. */
public interface HeldAlternation extends Alternation {

  /** H' (n x k) as it stands, not to be modified. */
  Factor ht();

  /** What it remembers of earlier iterations, beside both factors. */
  default LoopMemory memory() {
    return LoopMemory.NONE;
  }

  /** Remembers what another one of its kind did, instead of nothing. */
  default void remember(LoopMemory memory) {
    // There is nothing to remember.
  }

  /** Statistics of W as it stands, not to be modified. */
  double[] rowStatistics();

  /** Statistics of H' as it stands, not to be modified. */
  double[] columnStatistics();
}
