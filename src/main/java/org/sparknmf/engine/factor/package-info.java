/** Factors spread over the cluster: their parts, start values, checkpoints on disk. */
package org.sparknmf.engine.factor;
