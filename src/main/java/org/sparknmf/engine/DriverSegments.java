package org.sparknmf.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.sparknmf.engine.matrix.Batch;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.engine.spark.DriverThreads;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.engine.spark.SparkScope;

/** The segments of X in the driver, and the threads that share them. */
final class DriverSegments {
  private final List<Segment> segments = new ArrayList<>();
  private final DriverThreads threads;

  private DriverSegments(DriverThreads threads) {
    this.threads = threads;
  }

  /**
   * Brings X into the driver; the matrix is released, its blocks are here now.
   *
   * @param cores how many threads to use
   * @param scope ends the threads
   */
  static DriverSegments gather(DistributedMatrix matrix, int cores, SparkScope scope) {
    DriverThreads threads = new DriverThreads(Math.min(cores, matrix.grid().segments()));
    scope.onClose(threads::close);
    DriverSegments gathered = new DriverSegments(threads);
    JobLabel.during(
        scope.context(),
        "bringing X into the driver",
        () -> {
          Iterator<Segment> all = matrix.segments().toLocalIterator();
          all.forEachRemaining(gathered.segments::add);
          return gathered;
        });
    matrix.release();
    return gathered;
  }

  /** The segments of a batch, for the same threads. */
  DriverSegments of(Batch batch) {
    DriverSegments part = new DriverSegments(threads);
    for (int s = 0; s < batch.size(segments.size()); s++) {
      part.segments.add(segments.get(batch.whole(s)).numbered(s));
    }
    return part;
  }

  /** All segments, in order. */
  List<Segment> all() {
    return segments;
  }

  DriverThreads threads() {
    return threads;
  }

  /** First segment of a thread; that of the thread beyond the last is the segment count. */
  int first(int thread) {
    return (int) ((long) segments.size() * thread / threads.count());
  }
}
