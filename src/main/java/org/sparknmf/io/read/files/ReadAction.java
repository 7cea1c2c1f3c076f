package org.sparknmf.io.read.files;

import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;

/**
 * Work that reads files through Spark. It declares the checked exceptions that Spark, written in
 * Scala, throws without declaring them.
 *
 * @param <T> what the work gives
 */
@FunctionalInterface
public interface ReadAction<T> {

  /** Does the work. */
  T run() throws SparkException, AnalysisException;
}
