package io.github.sparknmf.engine;

import io.github.sparknmf.solver.RowSide;
import org.apache.spark.api.java.JavaRDD;

/** A place where the rows of X and W live. Every engine gives the same bits. */
public interface FitEngine extends RowSide {

  /** W as it stands, one element a segment, in order of rows. */
  JavaRDD<SegmentFactor> w();

  /** The sum of each column of W, rows in order. */
  double[] columnSums();
}
