/**
 * Matrices and factors as DataFrames with ids: rows and columns numbered by sorted id, and ids back
 * onto factors.
 */
package org.sparknmf.frame;
