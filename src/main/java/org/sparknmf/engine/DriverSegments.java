package org.sparknmf.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.collections4.IteratorUtils;
import org.sparknmf.engine.matrix.Batch;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.engine.spark.DriverThreads;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.engine.spark.SparkScope;

/**
 * The segments of X in the driver, and the threads that share them.
 *
 * @param all in order
 */
record DriverSegments(List<Segment> all, DriverThreads threads) {
  /**
   * Brings X into the driver; the matrix is released, its blocks are here now.
   *
   * @param cores how many threads to use
   * @param scope ends the threads
   */
  static DriverSegments gather(DistributedMatrix matrix, int cores, SparkScope scope) {
    DriverThreads threads = new DriverThreads(Math.min(cores, matrix.grid().segments()));
    scope.onClose(threads::close);
    List<Segment> all =
        JobLabel.during(
            scope.context(),
            "bringing X into the driver",
            () -> IteratorUtils.toList(matrix.segments().toLocalIterator()));
    matrix.release();
    return new DriverSegments(all, threads);
  }

  /** The segments of a batch, for the same threads. */
  DriverSegments of(Batch batch) {
    return new DriverSegments(
        IntStream.range(0, batch.size(all.size()))
            .mapToObj(s -> all.get(batch.whole(s)).numbered(s))
            .toList(),
        threads);
  }

  /** First segment of a thread; that of the thread beyond the last is the segment count. */
  int first(int thread) {
    return (int) ((long) all.size() * thread / threads.count());
  }
}
