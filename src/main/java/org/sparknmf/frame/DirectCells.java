package org.sparknmf.frame;

import org.apache.spark.api.java.JavaRDD;
import org.sparknmf.engine.matrix.CellDecoder;

/**
 * Cells that are read without a row of Spark SQL for each of them.
 *
 * @param <T> what holds some cells
 * @param source holds them all
 * @param decoder takes them out, by position
 */
public record DirectCells<T>(JavaRDD<T> source, CellDecoder<T> decoder) {}
