package org.sparknmf.engine.savepoint;

/** A request that a run stops at the next good moment; may come from any thread. */
public final class StopRequest {
  private volatile boolean made;

  /** Makes the request: a run saves what it has after the iteration that it is in, and ends. */
  public void make() {
    made = true;
  }

  /** Whether somebody wishes it. */
  public boolean isMade() {
    return made;
  }
}
