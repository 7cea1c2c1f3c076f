package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import java.io.Serializable;

/** Adds up numbers over consecutive rows of a factor. */
@FunctionalInterface
public interface PartSum extends Serializable {

  /** Adds what the rows contribute, in order, to sums that are modified. */
  void add(Factor rows, double[] sums);
}
