package org.sparknmf.engine.factor;

import java.io.Serializable;
import org.sparknmf.linalg.Factor;

/** Adds up numbers over consecutive rows of a factor. */
@FunctionalInterface
public interface PartSum extends Serializable {

  /** Adds what the rows contribute, in order, to sums that are modified. */
  void add(Factor rows, double[] sums);
}
