package org.sparknmf.frame.factor;

import org.apache.spark.api.java.JavaRDD;
import org.sparknmf.engine.factor.GivenRow;

/**
 * The rows of a stored factor whose ids a matrix has too, under the matrix's numbers.
 *
 * @param rows in no particular order
 * @param count how many
 */
public record MatchedRows(JavaRDD<GivenRow> rows, long count) {}
