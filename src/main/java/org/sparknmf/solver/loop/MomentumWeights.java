package org.sparknmf.solver.loop;

/** The weights of momentum, one iteration after the other. */
interface MomentumWeights {

  /** The weight of an iteration with momentum, from 0 to 1. */
  double weight();

  /** The iteration before lowered the objective. */
  void afterDescent();

  /** The iteration before did not: the next one has no momentum. */
  void afterRestart();

  /** Nothing that went before counts. */
  void begin();
}
