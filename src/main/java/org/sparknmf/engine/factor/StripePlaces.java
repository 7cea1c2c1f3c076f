package org.sparknmf.engine.factor;

import org.apache.spark.api.java.JavaRDD;

/** Knows where the stripes of H' lie, so that start values can be made or sent there. */
public interface StripePlaces {

  /** The start values of each stripe, made where the stripe lies, from their row numbers. */
  JavaRDD<FactorPart> made(FactorStart start);

  /** Given rows, sent to the stripes that they belong to. */
  JavaRDD<GivenRow> sent(JavaRDD<GivenRow> rows);
}
