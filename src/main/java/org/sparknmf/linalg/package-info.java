/**
 * Arrays and kernels: CSR and dense matrices, sparse-dense products, Gram matrices. No Spark, no
 * logging.
 */
package org.sparknmf.linalg;
