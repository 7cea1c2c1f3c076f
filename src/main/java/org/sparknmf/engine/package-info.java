/**
 * The engines that run NMF: blocks of X in RDDs, broadcast factors, ordered reductions,
 * checkpoints. No files, no DataFrames.
 */
package org.sparknmf.engine;
