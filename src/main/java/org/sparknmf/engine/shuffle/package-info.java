/** Stripes of H that travel between executors, where the driver cannot hold H. */
package org.sparknmf.engine.shuffle;
