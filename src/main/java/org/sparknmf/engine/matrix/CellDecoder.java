package org.sparknmf.engine.matrix;

import java.io.Serializable;

/** Takes the cells out of one element of a data set. */
@FunctionalInterface
public interface CellDecoder<T> extends Serializable {

  /** Gives every cell of the element to the sink. */
  void decode(T element, CellSink sink);
}
