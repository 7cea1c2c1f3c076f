/** Non-negative least squares for many rows at once. */
package org.sparknmf.solver.nnls;
