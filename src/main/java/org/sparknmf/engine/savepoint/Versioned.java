package org.sparknmf.engine.savepoint;

/** A record that tells by which layout it was written. */
public interface Versioned {
  /** Version of that layout. */
  int schemaVersion();
}
