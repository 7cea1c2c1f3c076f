package io.github.sparknmf.engine;

import io.github.sparknmf.solver.Alternation;
import org.apache.spark.api.java.JavaRDD;

/** A place where X and both factors live. Every engine gives the same bits. */
public interface FitEngine extends Alternation {

  /** W as it stands, one element a segment, in order of rows. */
  JavaRDD<FactorPart> w();

  /** H' as it stands, one element a stripe, in order of columns. */
  JavaRDD<FactorPart> h();
}
