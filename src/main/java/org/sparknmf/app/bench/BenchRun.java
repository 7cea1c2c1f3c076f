package org.sparknmf.app.bench;

import java.util.OptionalLong;
import org.sparknmf.engine.plan.Plan;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.solver.loop.FitResult;
import org.sparknmf.solver.loop.Iteration;

/**
 * A fit and what was seen of it from outside.
 *
 * @param plan how it ran
 * @param resources what there was to run on
 * @param fit what it came to
 * @param startSeconds what finding the start values took
 * @param warmUp how many iterations are left out of all figures
 * @param traffic mean of an iteration
 * @param heapPeak most bytes in use in this JVM
 * @param heapAfterCollection most bytes in use in this JVM after a garbage collection
 * @param executorHeapPeak most bytes in use in another executor
 */
record BenchRun(
    Plan plan,
    Resources resources,
    FitResult fit,
    double startSeconds,
    int warmUp,
    Traffic traffic,
    long heapPeak,
    long heapAfterCollection,
    OptionalLong executorHeapPeak) {

  /** The seconds of each iteration that counts. */
  double[] seconds() {
    return fit.history().stream().skip(1L + warmUp).mapToDouble(Iteration::seconds).toArray();
  }

  /** What the engine counted in its last iteration, each broadcast once. */
  long countedBytes() {
    return fit.history().get(fit.iterations()).bytesMoved();
  }

  double relativeError() {
    return fit.history().get(fit.iterations()).relativeError();
  }
}
