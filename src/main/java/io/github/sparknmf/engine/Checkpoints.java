package io.github.sparknmf.engine;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves W to reliable storage every so many iterations, which cuts its lineage; keeps the newest
 * only.
 */
final class Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final JavaSparkContext context;
  private final int interval;
  private String newest;

  /**
   * Checkpoints below a directory that every executor can write.
   *
   * @param directory any Hadoop file system; created
   * @param interval iterations from one checkpoint to the next
   */
  Checkpoints(JavaSparkContext context, String directory, int interval) {
    this.context = context;
    this.interval = interval;
    context.setCheckpointDir(directory);
  }

  /** Marks W for saving by the next job if its turn has come. */
  boolean mark(JavaRDD<?> w, int iteration) {
    boolean due = iteration > 0 && iteration % interval == 0;
    if (due) {
      w.checkpoint();
    }
    return due;
  }

  /** Forgets the checkpoint before the one that a job has just saved. */
  void saved(JavaRDD<?> w) {
    String old = newest;
    newest = w.getCheckpointFile().get();
    if (old != null) {
      delete(old);
    }
  }

  private void delete(String file) {
    Path path = new Path(file);
    try {
      path.getFileSystem(context.hadoopConfiguration()).delete(path, true);
    } catch (IOException e) {
      LOG.warn("cannot delete the old checkpoint {}: {}", file, e.getMessage());
    }
  }
}
