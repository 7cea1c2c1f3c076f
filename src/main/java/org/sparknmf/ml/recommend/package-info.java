/** Recommendations: the best columns for a row and the best rows for a column. */
package org.sparknmf.ml.recommend;
