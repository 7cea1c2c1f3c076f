package org.sparknmf.engine.sums;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.loss.Loss;

/** A way for the sums of all partitions to come together on the driver: one Spark job. */
public interface SumReduction {

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
