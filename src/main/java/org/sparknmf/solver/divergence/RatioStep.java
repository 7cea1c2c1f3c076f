package org.sparknmf.solver.divergence;

import java.io.Serializable;

/** The number by which an entry f is multiplied, from N and D of its gradient D - N. */
@FunctionalInterface
public interface RatioStep extends Serializable {

  /** The factor for one entry, not negative. */
  double of(double n, double d, double f);
}
