package org.sparknmf.solver.loop;

/** Is told of each iteration as it ends. */
@FunctionalInterface
public interface IterationListener {

  /** An iteration ended; number 0 tells the error of the start values. */
  void onIteration(Iteration iteration);
}
