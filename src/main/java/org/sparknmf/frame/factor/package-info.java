/** Factors as DataFrames: those to be written, and those of a stored model. */
package org.sparknmf.frame.factor;
