package io.github.sparknmf.engine;

import io.github.sparknmf.solver.FactorSums;
import org.apache.spark.api.java.JavaRDD;

/** A way for the sums of all partitions to come together on the driver: one Spark job. */
interface SumReduction {

  /** X'W and W'W over all segments. */
  FactorSums reduce(JavaRDD<Segment> segments, JavaRDD<FactorPart> w);

  /** Bytes that the latest reduction moved. */
  long bytesMoved();
}
