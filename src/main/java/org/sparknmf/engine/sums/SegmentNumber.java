package org.sparknmf.engine.sums;

import java.io.Serializable;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.matrix.Segment;

/** A number that a segment and its rows of W give. */
@FunctionalInterface
public interface SegmentNumber extends Serializable {

  /** The number; neither argument is modified. */
  double of(Segment segment, FactorPart rows);
}
