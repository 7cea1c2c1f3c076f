/** How far WH is from X: Frobenius, Kullback-Leibler, any beta; every cell known, or some. */
package org.sparknmf.solver.loss;
