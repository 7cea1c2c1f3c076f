package org.sparknmf.solver.fold;

import java.io.Serializable;

/** Chooses how the rows of a model are folded in; each loss has its own way. */
@FunctionalInterface
public interface RowFolding extends Serializable {

  /**
   * A solver for the rows of a model, with its memory, for one thread.
   *
   * @param knownOnly whether cells that a row does not name are unknown rather than zero
   */
  RowFolder folder(FoldIn model, boolean knownOnly);
}
