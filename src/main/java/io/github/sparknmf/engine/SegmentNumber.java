package io.github.sparknmf.engine;

import java.io.Serializable;

/** A number that a segment and its rows of W give. */
@FunctionalInterface
interface SegmentNumber extends Serializable {

  /** The number; neither argument is modified. */
  double of(Segment segment, FactorPart rows);
}
