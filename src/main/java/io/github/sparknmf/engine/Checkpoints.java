package io.github.sparknmf.engine;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves factors to reliable storage every so many iterations, which cuts their lineage; keeps the
 * newest only.
 */
final class Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final JavaSparkContext context;
  private final int interval;
  private List<String> newest = List.of();

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

  /** Whether the factors of an iteration are to be saved. */
  boolean isDue(int iteration) {
    return iteration > 0 && iteration % interval == 0;
  }

  /** Forgets the checkpoint before the one that jobs have just saved. */
  void saved(List<JavaRDD<?>> factors) {
    List<String> old = newest;
    newest = factors.stream().map(factor -> factor.getCheckpointFile().get()).toList();
    old.forEach(this::delete);
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
