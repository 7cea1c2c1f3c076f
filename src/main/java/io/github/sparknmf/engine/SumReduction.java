package io.github.sparknmf.engine;

import io.github.sparknmf.solver.FactorSums;
import io.github.sparknmf.solver.loss.Loss;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;

/** A way for the sums of all partitions to come together on the driver: one Spark job. */
interface SumReduction {

  /**
   * The terms of H and the statistics of W over all segments.
   *
   * @param h what tasks need of H, for a loss that needs it
   */
  FactorSums reduce(
      JavaRDD<Segment> segments, JavaRDD<FactorPart> w, Broadcast<HShare> h, Loss loss);

  /** Bytes that the latest reduction moved. */
  long bytesMoved();
}
