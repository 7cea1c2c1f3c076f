package org.sparknmf.io.publish;

/** What a run does when its output is there already. */
public enum IfExists {
  /** Refuse to run. */
  ERROR,
  /** Replace the output in the moment in which the new one is whole. */
  OVERWRITE,
  /** Leave a complete output as it is; there is nothing to do. */
  SKIP,
  /** Do as OVERWRITE does, after going on from what an interrupted run has saved. */
  RESUME
}
