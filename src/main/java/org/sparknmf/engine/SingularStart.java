package org.sparknmf.engine;

import org.sparknmf.engine.factor.StartPair;
import org.sparknmf.solver.start.ZeroFill;

/** Start values from singular vectors. */
public final class SingularStart {
  private final Engines engines;

  /** Start values for the X of some engines. */
  public SingularStart(Engines engines) {
    this.engines = engines;
  }

  /**
   * Finds them.
   *
   * @param fill what stands where singular vectors leave zeros
   * @param seed for what is random in that
   */
  public StartPair find(ZeroFill fill, long seed) {
    return SubspaceFactors.find(engines).start(engines.x().grid().precision(), fill, seed);
  }
}
