/** Non-negative least squares for many rows at once. */
package io.github.sparknmf.solver.nnls;
