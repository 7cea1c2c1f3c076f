package io.github.sparknmf.frame;

import io.github.sparknmf.engine.GivenRow;
import org.apache.spark.api.java.JavaRDD;

/**
 * The rows of a stored factor whose ids a matrix has too, under the matrix's numbers.
 *
 * @param rows in no particular order
 * @param count how many
 */
public record MatchedRows(JavaRDD<GivenRow> rows, long count) {}
